using System.Text.Json;
using Redress.Bench.Load;

namespace Redress.Bench.Run;

/// <summary>A running server and how each operation is asked of it.</summary>
internal sealed class Subject(Child server, int port, string references, Func<Operation, Task<Question>> questions)
    : IAsyncDisposable
{
    private const int Connections = 8;

    public Child Server => server;

    /// <summary>The file of words to look for: a search draws one of them where other questions draw a case.</summary>
    public static string WordsBeside(string references) => $"{references}.words";

    /// <summary>Runs the load in a process of its own, beside the server.</summary>
    public async Task<LoadResult> LoadAsync(Operation operation, double warmUp, double seconds)
    {
        var question = await questions(operation);
        var plan = new LoadPlan(
            port,
            question.Request,
            question.Status,
            question.Marker,
            operation == Operation.Search ? WordsBeside(references) : references,
            Connections,
            warmUp,
            seconds
        );
        var file = $"{references}.plan";
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plan, LoadJson.Default.LoadPlan));
        var answer = await Child.RunAsync("dotnet", [Bench.Itself, "load", file]);
        return JsonSerializer.Deserialize(answer, LoadJson.Default.LoadResult)!;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <param name="Request">As it goes over the wire, with holes: see <see cref="LoadPlan"/>.</param>
/// <param name="Status">What the answer must have.</param>
/// <param name="Marker">What its body must contain.</param>
internal sealed record Question(string Request, int Status, string Marker)
{
    public static Question Get(string path, string marker, string headers = "") =>
        new($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n", 200, marker);

    public static Question Post(string path, string json, string marker, string headers = "")
    {
        var length = json.Replace("{unique}", new string('0', Template.UniqueLength), StringComparison.Ordinal).Length;
        return new(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n"
                + $"{headers}\r\n{json}",
            201,
            marker
        );
    }
}
