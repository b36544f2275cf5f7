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
/// Four people who log and acknowledge complaints at a real server as fast as it answers, and remember what they were
/// told: of every act its key and where it was done.
/// </summary>
internal sealed class Clerks
{
    private const int Count = 4;

    private static readonly DateOnly Today = LondonTime.Today(TimeProvider.System);

    private readonly string token;
    private readonly ConcurrentDictionary<string, string> answered = new();
    private readonly ConcurrentQueue<Sent> unanswered = new();
    private (int Answers, TaskCompletionSource Reached) mark = (int.MaxValue, new());

    private Clerks(string token) => this.token = token;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What was answered so far.</summary>
    public IReadOnlyDictionary<string, string> Answered => answered;

    /// <summary>How many acts nobody knows of.</summary>
    public int Unanswered => unanswered.Count;

    /// <summary>Called with the key of an act when its answer has come.</summary>
    public Action<string>? Told { get; set; }

    /// <summary>Makes an installation ready for them.</summary>
    public static async Task<Clerks> HireAsync(Installation installation)
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
        return new Clerks(await ApiTokens.MakeAsync(context, "amira", "tests", DateTime.UtcNow, Cancel));
    }

    /// <summary>They work until there is nobody to answer, or they are told to go home.</summary>
    public async Task WorkAsync(ServedProcess server, CancellationToken home)
    {
        using var http = Client(server);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => WorkAsync(http, home)));
    }

    /// <summary>Ends once so many more acts are answered.</summary>
    public Task AnswersAsync(int more)
    {
        mark = (answered.Count + more, new TaskCompletionSource());
        return mark.Reached.Task;
    }

    /// <summary>Whatever got no answer is asked again, and answered.</summary>
    public async Task AskAgainAsync(ServedProcess server)
    {
        using var http = Client(server);
        while (unanswered.TryDequeue(out var sent))
        {
            Assert.NotNull(await SendAsync(http, sent));
        }
    }

    /// <summary>
    /// All of what was answered is there, once; each act is there whole or not at all; the chain is whole; what is read
    /// equals what history says.
    /// </summary>
    /// <returns>How many acts are there.</returns>
    public static async Task<int> ExpectWholeAsync(
        Installation installation,
        IReadOnlyDictionary<string, string> answered
    )
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
        return kept.Count;
    }

    private async Task WorkAsync(HttpClient http, CancellationToken home)
    {
        while (
            !home.IsCancellationRequested
            && await SendAsync(http, Complaint()) is { } logged
            && await SendAsync(http, Acknowledgement(logged)) is not null
        )
        {
            if (answered.Count >= mark.Answers)
            {
                mark.Reached.TrySetResult();
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
            Told?.Invoke(sent.Key);
            return answered[sent.Key] = answer.Headers.Location!.ToString();
        }
        catch (HttpRequestException)
        {
            unanswered.Enqueue(sent);
            return null;
        }
    }

    private HttpClient Client(ServedProcess server)
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
