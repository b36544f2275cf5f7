using System.Text.Json;
using Redress.Bench.Floor;
using Redress.Bench.Load;
using Redress.Bench.Run;

// The measuring program starts itself again as the floor and as the load beside a server, so that each is a process of
// its own with its own memory and its own garbage.
switch (args)
{
    case ["floor", var port, var database, var caseBytes, var worklistBytes, var createdBytes, var searchBytes]:
        await FloorServer.RunAsync(
            new FloorOptions(
                int.Parse(port),
                database,
                int.Parse(caseBytes),
                int.Parse(worklistBytes),
                int.Parse(createdBytes),
                int.Parse(searchBytes)
            )
        );
        return 0;
    case ["load", var file]:
        var plan = JsonSerializer.Deserialize(File.ReadAllText(file), LoadJson.Default.LoadPlan)!;
        Console.WriteLine(JsonSerializer.Serialize(LoadClient.Run(plan), LoadJson.Default.LoadResult));
        return 0;
    case ["all", var command, var assembly, var folder, var sizes, var pace, var only]:
        var report = await new Bench(
            new BenchOptions(
                command,
                assembly,
                folder,
                [.. sizes.Split(',').Select(int.Parse).Order()],
                pace == "quick",
                [.. Operation.All.Where(operation => operation.Name.Contains(only, StringComparison.Ordinal))]
            )
        ).RunAsync();
        Console.Write(report.Table());
        return report.MissedAny ? 1 : 0;
    default:
        Console.Error.WriteLine("Started by eng/bench.");
        return 2;
}
