using System.Diagnostics;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Demo;

namespace Redress.Web.Cli;

internal static class SeedVerb
{
    private const int MostCases = 10_000_000;
    private const int FewestRows = 3;
    private const int MostRows = 1000;

    public static readonly Verb Verb = new(
        "seed (--cases N [--seed S] [--rows-per-case K] | --harness)",
        "Fills an installation with made-up cases, to try it at size; or lets programs that test it in.",
        RunAsync
    );

    private static Task<int> RunAsync(Arguments args, Terminal terminal) =>
        args.ValueAlone("--harness") is not null ? Harness.RunAsync(args, terminal) : CasesAsync(args, terminal);

    private static async Task<int> CasesAsync(Arguments args, Terminal terminal)
    {
        var cases = Requests.Number("--cases", args.Needed("--cases"), 1, MostCases);
        var seed = args.Value("--seed") is { } s ? Requests.Number("--seed", s, 0, int.MaxValue) : 1;
        int? rows = args.Value("--rows-per-case") is { } k
            ? Requests.Number("--rows-per-case", k, FewestRows, MostRows)
            : null;

        await using var installation = await Installations.OpenOrCreateAsync(args);
        var seeder = new Seeder(
            installation.GetRequiredService<WriteGate>(),
            installation.GetRequiredService<RulesStore>().Current,
            LondonTime.Today(installation.GetRequiredService<TimeProvider>())
        );
        var bar = terminal.Progress("Seeding");
        var begun = Stopwatch.GetTimestamp();
        Seeded seeded;
        try
        {
            seeded = await seeder.RunAsync(cases, seed, rows, done => bar.Report(done, cases), CancellationToken.None);
        }
        catch (ConflictException)
        {
            throw new BadInputException($"--seed: the cases of seed {seed} are here already; choose another seed");
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await installation.GetRequiredService<Sealer>().SealAsync(CancellationToken.None);
        await installation.GetRequiredService<Database>().AnalyzeAsync(CancellationToken.None);
        if (args.Json)
        {
            terminal.Say(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("cases", seeded.Cases);
                json.WriteNumber("rows", seeded.Rows);
                json.WriteNumber("seconds", Math.Round(seconds, 3));
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Say(
                $"{seeded.Cases} cases, {seeded.Rows} rows of history in {seconds:0.0} s: {seeded.Rows / seconds:0} rows a second."
            );
        }

        return Exit.Done;
    }
}
