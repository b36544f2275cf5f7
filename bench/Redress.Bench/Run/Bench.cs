using System.Globalization;
using System.Reflection;
using Redress.Bench.Load;

namespace Redress.Bench.Run;

/// <param name="Command">The product's command line.</param>
/// <param name="Assembly">What a server is started from.</param>
/// <param name="Folder">To work in; whoever called removes it.</param>
/// <param name="Sizes">Numbers of cases, smallest first.</param>
/// <param name="Quick">One short round instead of three.</param>
/// <param name="Operations">What is measured, beside seeding and starting.</param>
internal sealed record BenchOptions(
    string Command,
    string Assembly,
    string Folder,
    IReadOnlyList<int> Sizes,
    bool Quick,
    IReadOnlyList<Operation> Operations
);

/// <summary>
/// The whole measurement. The floor and the product at every size run side by side and are loaded in turn, round after
/// round, so that whatever else the machine does falls on all of them.
/// </summary>
internal sealed class Bench(BenchOptions options)
{
    private const int MostWarmUps = 15;
    private const int NoFaster = 3;

    private readonly Report report = new();
    private readonly int rounds = options.Quick ? 1 : 3;
    private readonly double seconds = options.Quick ? 2 : 3;

    public static string Itself { get; } = Assembly.GetExecutingAssembly().Location;

    public async Task<Report> RunAsync()
    {
        await MeasureAsync("SQLite", new OnSqlite(options.Folder));
        await using var cluster = await Cluster.StartAsync(options.Folder);
        await MeasureAsync("PostgreSQL", new OnPostgres(options.Folder, cluster));
        return report;
    }

    private async Task MeasureAsync(string database, Storage storage)
    {
        var pairs = new List<Pair>();
        try
        {
            foreach (var cases in options.Sizes)
            {
                Say($"{database}: {cases} cases");
                pairs.Add(await PrepareAsync(database, storage, cases));
            }

            foreach (var operation in options.Operations)
            {
                await CompareAsync(database, operation, pairs);
            }

            foreach (var pair in pairs)
            {
                report.AtMost(
                    database,
                    "anonymous memory after the load",
                    Count(pair.Cases),
                    await pair.Product.Server.AnonymousMegabytesAsync(),
                    must: 250,
                    aim: 250,
                    Report.Megabytes
                );
            }
        }
        finally
        {
            foreach (var pair in pairs)
            {
                await pair.Floor.DisposeAsync();
                await pair.Product.DisposeAsync();
            }
        }

        foreach (var pair in pairs)
        {
            await StartColdAsync(database, pair);
        }
    }

    private async Task<Pair> PrepareAsync(string database, Storage storage, int cases)
    {
        var place = await storage.CreateAsync($"product_{cases}");
        var installed = new Product(options.Command, options.Assembly, place);
        var rate = await installed.SeedAsync(cases);

        var copy = await storage.CopyAsync(place, $"floor_{cases}");
        report.AtLeast(database, "history rows seeded a second", Count(cases), rate, must: 20_000, Report.PerSecond);

        var references = Path.Combine(options.Folder, $"{database}_{cases}.references");
        var all = copy.References();
        await File.WriteAllLinesAsync(references, all);
        await File.WriteAllLinesAsync(Subject.WordsBeside(references), copy.Words());

        // The product goes first, so that the floor can be told how much it sends.
        var product = await installed.StartAsync(references);
        var sizes = await WarmUpAsync(product);
        var floor = await FloorSubject.StartAsync(copy, references, sizes);
        await WarmUpAsync(floor);

        return new Pair(cases, floor, product, installed, all[0]);
    }

    /// <summary>Loads a server with everything that only reads, and once with what writes.</summary>
    /// <returns>How many bytes it sends for each operation.</returns>
    private async Task<Dictionary<Operation, int>> WarmUpAsync(Subject subject)
    {
        var bytes = new Dictionary<Operation, int>();
        foreach (var operation in options.Operations)
        {
            bytes[operation] = operation.Writes
                ? (await subject.LoadAsync(operation, 0, 1)).Bytes
                : await UntilSteadyAsync(subject, operation);
        }

        return bytes;
    }

    /// <summary>
    /// Loads a server until it gets no faster several times running: until then its compiler and caches are at work, and
    /// one slower run in between says little.
    /// </summary>
    /// <returns>How many bytes it sends.</returns>
    private async Task<int> UntilSteadyAsync(Subject subject, Operation operation)
    {
        var (fastest, since, bytes) = (0.0, 0, 0);
        for (var run = 0; run < MostWarmUps && since < NoFaster; run++)
        {
            var result = await subject.LoadAsync(operation, 0, seconds);
            bytes = result.Bytes;
            var isFaster = result.PerSecond > fastest * 1.05;
            (fastest, since) = isFaster ? (result.PerSecond, 0) : (fastest, since + 1);
        }

        return bytes;
    }

    private async Task CompareAsync(string database, Operation operation, List<Pair> pairs)
    {
        var results = pairs.ToDictionary(
            pair => pair.Cases,
            _ => (Floor: new List<LoadResult>(), Product: new List<LoadResult>())
        );
        foreach (var pair in operation.Writes ? pairs : [])
        {
            await UntilSteadyAsync(pair.Floor, operation);
            await UntilSteadyAsync(pair.Product, operation);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var pair in pairs)
            {
                results[pair.Cases].Floor.Add(await pair.Floor.LoadAsync(operation, 0.5, seconds));
                results[pair.Cases].Product.Add(await pair.Product.LoadAsync(operation, 0.5, seconds));
            }
        }

        foreach (var (cases, (floor, product)) in results)
        {
            report.AtMost(
                database,
                operation.Name,
                Count(cases),
                Median(floor.Zip(product, (f, p) => f.PerSecond / p.PerSecond)),
                operation.Must,
                operation.Aim,
                Report.Share,
                Report.PerSecond(Median(floor.Select(result => result.PerSecond))),
                Report.PerSecond(Median(product.Select(result => result.PerSecond)))
            );
            report.AtMost(
                database,
                $"{operation.Name}, p99",
                Count(cases),
                Median(product.Select(result => result.P99)),
                must: 25,
                operation.P99Aim,
                Report.Milliseconds,
                Report.Milliseconds(Median(floor.Select(result => result.P99))),
                Report.Milliseconds(Median(product.Select(result => result.P99)))
            );
        }

        if (pairs.Count > 1)
        {
            var small = results[pairs[0].Cases].Product;
            var large = results[pairs[^1].Cases].Product;
            report.AtMost(
                database,
                $"{operation.Name}, slower with size",
                $"{Count(pairs[0].Cases)} to {Count(pairs[^1].Cases)}",
                Median(small.Zip(large, (s, l) => s.PerSecond / l.PerSecond)),
                must: 1.3,
                aim: 1.15,
                Report.Times
            );
        }
    }

    private async Task StartColdAsync(string database, Pair pair)
    {
        var starts = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            starts.Add(await pair.Installed.StartToFirstPageAsync(pair.OneReference));
        }

        report.AtMost(
            database,
            "cold start to the first case page",
            Count(pair.Cases),
            Median(starts),
            must: 2.5,
            aim: 0.6,
            Report.Seconds
        );
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Count(int cases) => cases.ToString("#,0", CultureInfo.InvariantCulture);

    private static void Say(string text) => Console.Error.WriteLine(text);

    private sealed record Pair(int Cases, Subject Floor, Subject Product, Product Installed, string OneReference);
}
