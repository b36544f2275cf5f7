using Redress.Web.Cli;
using Redress.Web.Layout;
using Redress.Web.Security;

// A first word is a verb of the command line. Without one, or with `serve`, this is the web application. The two share
// no start-up, so that a verb answers at once.
if (args is [not "serve", ..] && !args[0].StartsWith("--", StringComparison.Ordinal))
{
    return await Verbs.RunAsync(args, Terminal.OfProcess());
}

await Build(args).RunAsync();
return 0;

public partial class Program
{
    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddProblemDetails();
        builder.Services.AddRedressLayout(builder.Configuration);

        var app = builder.Build();
        app.UseResponseHeaders();
        app.UseAssets();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRequestLocalization();

        app.MapGet("/health/live", () => "ok");
        app.MapRazorPages();
        return app;
    }
}
