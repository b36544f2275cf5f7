using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Redress.Bench.Load;

namespace Redress.Bench.Run;

/// <summary>The product as it is shipped, on data of its own making, asked over HTTP by somebody who signed in.</summary>
internal sealed class Product(string assembly, Place place)
{
    private const string CasePath = "/cases/{reference}";
    private const string WorklistPath = "/cases?owner=all";
    private const string CreatePath = "/api/v1/cases";

    /// <summary>A case to create, as posted to the product and to the floor.</summary>
    public const string CaseToCreate =
        """{"kind":"complaint","received_on":"2026-11-20","summary":"The boiler has failed again {unique}"}""";

    private string cookie = "";
    private string token = "";

    /// <returns>How long it took, from starting the command to its end.</returns>
    public async Task<TimeSpan> SeedAsync(int cases)
    {
        var begun = Stopwatch.GetTimestamp();
        await RunAsync("seed", "--cases", $"{cases}", "--seed", "1", "--rows-per-case", "8");
        var took = Stopwatch.GetElapsedTime(begun);

        using var harness = JsonDocument.Parse(await RunAsync("seed", "--harness"));
        token = harness.RootElement.GetProperty("token").GetString()!;
        return took;
    }

    public async Task<Subject> StartAsync(string references)
    {
        var (server, port) = await ListenAsync();
        cookie = await Http.SignInAsync(new Uri($"http://localhost:{port}"), "/sign-in", "officer", "password");
        return new Subject(
            server,
            port,
            references,
            new Dictionary<Operation, Question>
            {
                [Operation.OpenCase] = OpenCase,
                [Operation.Worklist] = Question.Get(WorklistPath, "</html>", SignedIn),
                [Operation.Create] = Question.Post(
                    CreatePath,
                    CaseToCreate,
                    "reference",
                    $"Authorization: Bearer {token}\r\nIdempotency-Key: {{unique}}\r\n"
                ),
            }
        );
    }

    /// <summary>Seconds from starting the process to having a whole case page.</summary>
    public async Task<double> StartToFirstPageAsync(string reference)
    {
        var begun = Stopwatch.GetTimestamp();
        var (server, port) = await ListenAsync();
        await using (server)
        {
            using var connection = new HttpConnection(port);
            var request = OpenCase.Request.Replace("{reference}", reference, StringComparison.Ordinal);
            var status = connection.Ask(Encoding.UTF8.GetBytes(request), out var body);
            return status == OpenCase.Status && body.IndexOf(Encoding.UTF8.GetBytes(reference)) >= 0
                ? Stopwatch.GetElapsedTime(begun).TotalSeconds
                : throw new InvalidOperationException($"The first page was answered with {status}.");
        }
    }

    private Question OpenCase => Question.Get(CasePath, "{reference}", SignedIn);

    private string SignedIn => $"Cookie: {cookie}\r\n";

    private async Task<(Child Server, int Port)> ListenAsync()
    {
        var port = Child.FreePort();
        var server = Child.Start(
            "dotnet",
            [assembly, "serve", "--data", place.Folder, "--urls", $"http://127.0.0.1:{port}"],
            place.Connection
        );
        await Http.UntilListeningAsync(server, port);
        return (server, port);
    }

    private Task<string> RunAsync(params string[] verb) =>
        Child.RunAsync("dotnet", [assembly, .. verb, "--data", place.Folder, "--json"], place.Connection);
}
