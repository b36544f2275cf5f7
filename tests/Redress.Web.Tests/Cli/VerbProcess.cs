using System.Diagnostics;
using Redress.Web.Data;

namespace Redress.Web.Tests.Cli;

/// <summary>A verb in a process of its own, which the environment tells where PostgreSQL is and which can be killed.</summary>
internal static class VerbProcess
{
    public static Process Start(Installation installation, params string[] line)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, .. line, "--data", installation.Folder]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["REDRESS_DATABASE"] = installation.PostgresConnection;
        return Process.Start(start)!;
    }

    public static async Task<CommandLine> RunAsync(Installation installation, params string[] line)
    {
        using var process = Start(installation, line);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandLine(process.ExitCode, await output, await error);
    }
}
