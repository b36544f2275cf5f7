using Redress.Web.Background;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Calendars;
using Redress.Web.Features.Cases;
using Redress.Web.Features.Cases.Complain;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Features.Cases.Follow;
using Redress.Web.Features.Cases.RecordMessage;
using Redress.Web.Features.Incidents;
using Redress.Web.Features.SignIn;
using Redress.Web.Layout;
using Redress.Web.Outside;
using Redress.Web.Security;

// A first word is a verb of the command line, which builds the web application only if it needs it and so answers at
// once. Without a verb this is the web application, with options as ASP.NET Core reads them.
if (args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal))
{
    return await Verbs.RunAsync(args, Terminal.OfProcess());
}

await Build(args).RunAsync();
return 0;

public partial class Program
{
    internal static WebApplication Build(string[] args)
    {
        // Named, so that its pages are found whatever program builds it.
        var name = typeof(Program).Assembly.GetName().Name;
        // Settings are read once: watching their files would watch the whole folder, and with it every write to a database in it.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
                ApplicationName = name,
            }
        );
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Whoever stops the server waits half a minute at most; requests under way get most of it.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            // Whatever is pasted into the box that finds cases is looked for, however much it is.
            server.Limits.MaxRequestLineSize = 64 * 1024;
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddRedressData(Installation.Of(builder.Configuration));
        builder.Services.AddRedressJobs();
        builder.Services.AddRedressOutside(builder.Configuration);
        builder.Services.AddSignIn();
        builder.Services.AddRedressLayout(builder.Configuration);
        builder.Services.AddFollowing();
        builder.Services.AddRedressCases();
        builder.Services.AddRedressCalendars();
        builder.Services.AddRedressApi();

        var app = builder.Build();
        // What takes longest in a start, on another thread while this one goes on.
        var database = app.Services.GetRequiredService<Database>();
        _ = Task.Run(() => database.Model);
        app.UseResponseHeaders();
        app.UseAssets();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseHiddenParts();
        app.UseUploads();

        app.MapGet("/health/live", () => "ok").AllowAnonymous();
        app.MapGet("/health/ready", (Readiness readiness) => readiness.Answer()).AllowAnonymous();
        app.MapRazorPages().RequireAuthorization();
        app.MapCaseFiles();
        app.MapDraftFiles();
        app.MapFollowFiles();
        app.MapLooksFile();
        app.MapRedressApi();
        return app;
    }
}
