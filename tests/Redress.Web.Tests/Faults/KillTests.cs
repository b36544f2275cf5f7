using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Faults;

/// <summary>
/// A real server is killed while it saves, again and again over the same data. What it has answered is there, each act is
/// there whole or not at all, and whoever got no answer may ask again.
/// </summary>
public sealed class KillTests(TestDatabases databases)
{
    private const int Clerks = 4;

    private static readonly int Kills = Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1" ? 40 : 3;

    private static readonly DateOnly Today = LondonTime.Today(TimeProvider.System);

    private readonly ConcurrentDictionary<string, string> answered = new();
    private readonly ConcurrentQueue<Sent> unanswered = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nothing_answered_is_lost_and_nothing_is_half_saved(Kind kind)
    {
        var installation = await databases.CreateAsync(kind);
        var token = await TokenAsync(installation);
        var random = new Random(4);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using (var server = await ServedProcess.StartAsync(installation, Cancel))
            {
                await WorkUntilKilledAsync(server, token, answersBefore: random.Next(1, 60));
            }

            await ExpectWholeAsync(installation);
        }

        Assert.NotEmpty(unanswered);
        await using (var server = await ServedProcess.StartAsync(installation, Cancel))
        {
            await AskAgainAsync(server, token);
            Assert.Equal(0, await server.StopAsync(Cancel));
        }

        await ExpectWholeAsync(installation);
    }

    /// <summary>Somebody who may log and acknowledge, and the token of their program.</summary>
    private static async Task<string> TokenAsync(Installation installation)
    {
        await using var opened = TestInstallation.Over(installation);
        await opened.Get<InstallationSetup>().MigrateAsync(Cancel);
        await using var context = opened.Database.NewContext();
        context.Add(new Person { Id = "amira", Name = "Amira" });
        context.Add(
            new RoleGrantRow
            {
                PersonId = "amira",
                Role = Role.Handler,
                HeldFrom = new DateOnly(2020, 1, 1),
            }
        );
        return await ApiTokens.MakeAsync(context, "amira", "tests", DateTime.UtcNow, Cancel);
    }

    private async Task WorkUntilKilledAsync(ServedProcess server, string token, int answersBefore)
    {
        using var http = Client(server, token);
        var enough = new TaskCompletionSource();
        var killAt = answered.Count + answersBefore;
        var clerks = Task.WhenAll(Enumerable.Range(0, Clerks).Select(_ => ClerkAsync(http, killAt, enough)));
        await Task.WhenAny(enough.Task, clerks);
        await server.KillAsync(Cancel);
        await clerks;
    }

    /// <summary>Logs and acknowledges complaints until there is nobody to answer.</summary>
    private async Task ClerkAsync(HttpClient http, int killAt, TaskCompletionSource enough)
    {
        while (
            await SendAsync(http, Complaint()) is { } logged
            && await SendAsync(http, Acknowledgement(logged)) is not null
        )
        {
            if (answered.Count >= killAt)
            {
                enough.TrySetResult();
            }
        }
    }

    private async Task<string?> SendAsync(HttpClient http, Sent sent)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, sent.Address);
            request.Headers.Add("Idempotency-Key", sent.Key);
            request.Content = JsonContent.Create(sent.Body);
            using var answer = await http.SendAsync(request, Cancel);
            Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
            return answered[sent.Key] = answer.Headers.Location!.ToString();
        }
        catch (HttpRequestException)
        {
            unanswered.Enqueue(sent);
            return null;
        }
    }

    private async Task AskAgainAsync(ServedProcess server, string token)
    {
        using var http = Client(server, token);
        while (unanswered.TryDequeue(out var sent))
        {
            Assert.NotNull(await SendAsync(http, sent));
        }
    }

    /// <summary>All that was answered is there, once; the chain is whole; what is read equals what history says.</summary>
    private async Task ExpectWholeAsync(Installation installation)
    {
        await using var opened = TestInstallation.Over(installation);
        await opened.Get<InstallationSetup>().OpenAsync(Cancel);
        Assert.Null((await opened.Get<Verifier>().VerifyAsync(Cancel)).Altered);
        Assert.Equal(0, (await opened.Get<Rebuilder>().CompareAsync(Cancel)).Changed);

        await using var context = opened.Database.NewContext();
        var kept = await context.IdempotencyKeys.ToDictionaryAsync(row => row.Key, row => row.Location, Cancel);
        Assert.All(answered, pair => Assert.Equal(pair.Value, kept[pair.Key]));

        // One key for each case and one for each acknowledgement: no act was done twice, or done and not kept.
        var cases = await context.Cases.CountAsync(Cancel);
        var acknowledged = await context.CaseStages.CountAsync(row => row.AcknowledgedOn != null, Cancel);
        Assert.Equal(kept.Count, cases + acknowledged);
        Assert.InRange(kept.Count, answered.Count, answered.Count + unanswered.Count);
    }

    private static HttpClient Client(ServedProcess server, string token)
    {
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static Sent Complaint() =>
        new(
            "/api/v1/cases",
            new
            {
                received_on = Today,
                channel = "phone",
                summary = "The lift is broken",
                definition = "The lift has been out of order since Friday.",
                outcome_sought = "A working lift.",
            }
        );

    private static Sent Acknowledgement(string location) =>
        new(
            $"{location}/acknowledgement",
            new
            {
                sent_on = Today,
                channel = "email",
                letter = "Dear resident",
                names_handler = true,
            }
        );

    private sealed record Sent(string Address, object Body)
    {
        public string Key { get; } = $"{Guid.NewGuid()}";
    }
}
