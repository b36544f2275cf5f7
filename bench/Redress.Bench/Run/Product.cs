using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Redress.Bench.Load;

namespace Redress.Bench.Run;

/// <summary>The product as it is shipped, on data of its own making, asked over HTTP by somebody who signed in.</summary>
internal sealed class Product(string command, string assembly, Place place)
{
    private const string CasePath = "/cases/{reference}";
    private const string WorklistPath = "/cases?whose=all";
    private const string SearchPath = "/search?q={reference}";
    private const string CreatePath = "/api/v1/cases";

    /// <summary>A case to create, as posted to the product and to the floor.</summary>
    public static readonly string CaseToCreate = $$$"""
        {"kind":"complaint","received_on":"{{{DateTime.UtcNow:yyyy-MM-dd}}}","channel":"email","tenure":"general_needs","name":"A Resident","email":"resident@example.com","category":"damp","summary":"The boiler has failed again: {unique}"}
        """;

    /// <summary>Somebody who may open and log cases.</summary>
    private const string Role = "complaints_lead";

    private string email = "";
    private string password = "";
    private string secret = "";
    private string token = "";
    private string cookies = "";
    private int port;

    /// <returns>History rows a second from the first to the last, as the command itself says.</returns>
    public async Task<double> SeedAsync(int cases)
    {
        using var seeded = JsonDocument.Parse(
            await RunAsync("seed", "--cases", $"{cases}", "--seed", "1", "--rows-per-case", "8")
        );
        var rows = seeded.RootElement.GetProperty("rows").GetInt64();
        var rate = rows / seeded.RootElement.GetProperty("seconds").GetDouble();

        using var harness = JsonDocument.Parse(await RunAsync("seed", "--harness"));
        var account = harness
            .RootElement.GetProperty("accounts")
            .EnumerateArray()
            .First(account => account.GetProperty("role").GetString() == Role);
        email = account.GetProperty("email").GetString()!;
        password = account.GetProperty("password").GetString()!;
        secret = account.GetProperty("second_factor").GetString()!;
        token = account.GetProperty("token").GetString()!;
        return rate;
    }

    public async Task<Subject> StartAsync(string references)
    {
        var server = await ListenAsync();
        return new Subject(server, port, references, QuestionAsync);
    }

    /// <summary>Seconds from starting the process to having a whole case page.</summary>
    public async Task<double> StartToFirstPageAsync(string reference)
    {
        Question question;
        await using (await ListenAsync())
        {
            question = await QuestionAsync(Operation.OpenCase);
        }

        var request = Encoding.UTF8.GetBytes(
            question.Request.Replace("{reference}", reference, StringComparison.Ordinal)
        );
        var begun = Stopwatch.GetTimestamp();
        await using (await ListenAsync())
        {
            using var connection = new HttpConnection(port);
            var status = connection.Ask(request, out var body);
            return status == question.Status && body.IndexOf(Encoding.UTF8.GetBytes(reference)) >= 0
                ? Stopwatch.GetElapsedTime(begun).TotalSeconds
                : throw new InvalidOperationException($"The first page was answered with {status}.");
        }
    }

    /// <summary>People sign in once: a session outlives the server, and a code of their app is taken once.</summary>
    private async Task<Question> QuestionAsync(Operation operation)
    {
        if (operation == Operation.Create)
        {
            return Question.Post(
                CreatePath,
                CaseToCreate,
                "reference",
                $"Authorization: Bearer {token}\r\nIdempotency-Key: {{unique}}\r\n"
            );
        }

        if (cookies.Length == 0)
        {
            cookies = await Http.SignInAsync(new Uri($"http://localhost:{port}"), email, password, secret);
        }

        var (path, marker) =
            operation == Operation.OpenCase ? (CasePath, "{reference}")
            : operation == Operation.Search ? (SearchPath, "app-found")
            : (WorklistPath, "</html>");
        return Question.Get(path, marker, $"Cookie: {cookies}\r\n");
    }

    private async Task<Child> ListenAsync()
    {
        port = Child.FreePort();
        var server = Child.Start(
            "dotnet",
            [assembly, "serve", "--data", place.Folder, "--urls", $"http://127.0.0.1:{port}"],
            place.Connection
        );
        await Http.UntilAnsweringAsync(server, port);
        return server;
    }

    private Task<string> RunAsync(params string[] verb) =>
        Child.RunAsync(command, [.. verb, "--data", place.Folder, "--json"], place.Connection);
}
