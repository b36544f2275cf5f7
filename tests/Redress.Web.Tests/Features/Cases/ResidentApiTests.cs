using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident's complaint sent and followed by a program, such as the landlord's own site.</summary>
public sealed class ResidentApiTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Complaints = "/api/v1/complaints";

    private static readonly object Complaint = new
    {
        summary = "The lift is broken",
        outcome_sought = "A working lift",
        anonymous = false,
        name = "Mrs Shah",
        phone = "01632 960001",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_complaint_is_sent_followed_and_taken_further(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = office.Stranger();

        var sent = await program.SendAsync(Complaints, Complaint, NewKey());

        Assert.Equal(201, sent.Status);
        var reference = sent.Json.GetProperty("reference").GetString()!;
        Assert.Equal($"{Complaints}/{reference}", $"{sent.Location}");
        var logged = await office.CaseAsync(reference);
        Assert.Equal(("lena", Channel.WebForm), (logged.Owner, logged.Channel));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var person = await context.CasePeople.SingleAsync(one => one.CaseId == logged.Id, Cancel);
        Assert.Equal(("Mrs Shah", "01632 960001"), (person.Name, person.Phone));

        await LetInAsync(program, reference, sent.Json.GetProperty("code").GetString()!);
        var shown = await program.GetFromJsonAsync<JsonElement>(sent.Location, Cancel);
        Assert.Equal("Lena Novak", shown.GetProperty("who_has_it").GetString());
        Assert.StartsWith("The lift is broken", shown.GetProperty("summary").GetString(), StringComparison.Ordinal);
        var first = shown.GetProperty("dates")[0];
        Assert.Equal(
            ("acknowledge", sent.Json.GetProperty("acknowledge_by").GetString(), "to_come"),
            (first.GetProperty("what").GetString(), first.GetProperty("due").GetString(), Stands(first))
        );
        Assert.False(shown.GetProperty("may_ask_for_next_stage").GetBoolean());
        Assert.Equal(409, (await program.SendAsync($"{sent.Location}/next-stage", new { })).Status);

        await FollowTests.AnswerAsync(office, reference);
        var key = NewKey();
        var asked = await program.SendAsync($"{sent.Location}/next-stage", new { }, key);
        var again = await program.SendAsync($"{sent.Location}/next-stage", new { }, key);
        Assert.Equal((201, 201, asked.Location), (asked.Status, again.Status, again.Location));
        Assert.Single((await office.CaseAsync(reference)).History, one => one.Event is EscalationRequested);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_twice_at_once_or_again_it_is_one_complaint_with_one_code(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = office.Stranger();
        var words = new { summary = $"Sent twice {Guid.NewGuid()}", anonymous = true };
        var key = NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.SendAsync(Complaints, words, key)));
        var later = await program.SendAsync(Complaints, words, key);

        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.All(answers, answer => Assert.Equal(later.Json.GetRawText(), answer.Json.GetRawText()));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(1, await context.Words.CountAsync(row => row.Text == words.summary, Cancel));
    }

    /// <summary>Somebody else's key with other words is another complaint, and tells nothing of the first.</summary>
    [Fact]
    public async Task A_key_that_somebody_else_used_opens_nothing_of_theirs()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = office.Stranger();
        var key = NewKey();

        var first = await program.SendAsync(Complaints, Complaint, key);
        var second = await program.SendAsync(Complaints, new { summary = "Another", anonymous = true }, key);

        Assert.Equal(201, second.Status);
        Assert.NotEqual(first.Location, second.Location);
    }

    [Fact]
    public async Task Of_one_who_would_not_be_known_nothing_is_kept_though_it_was_sent()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var sent = await office
            .Stranger()
            .SendAsync(
                Complaints,
                new
                {
                    summary = "Shouting",
                    anonymous = true,
                    name = "Ann Archer",
                    email = "ann@archer.example",
                },
                NewKey()
            );

        var logged = await office.CaseAsync(sent.Json.GetProperty("reference").GetString()!);
        Assert.True(logged.Anonymous);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.False(await context.CasePeople.AnyAsync(one => one.CaseId == logged.Id, Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = office.Stranger();

        var nothing = await program.SendAsync(Complaints, new { }, NewKey());
        Assert.Equal((400, "anonymous,summary"), (nothing.Status, string.Join(',', nothing.Json.Fields())));
        var nameless = await program.SendAsync(Complaints, new { summary = "x", anonymous = false }, NewKey());
        Assert.Equal((400, "name"), (nameless.Status, string.Join(',', nameless.Json.Fields())));
        var unreachable = await program.SendAsync(
            Complaints,
            new
            {
                summary = "x",
                anonymous = false,
                name = "A",
            },
            NewKey()
        );
        Assert.Equal((400, "phone"), (unreachable.Status, string.Join(',', unreachable.Json.Fields())));
        var keyless = await program.SendAsync(Complaints, Complaint);
        Assert.Equal((400, "no_idempotency_key"), (keyless.Status, keyless.Json.Code()));
    }

    [Fact]
    public async Task A_token_opens_its_own_complaint_for_half_an_hour_and_no_other()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = office.Stranger();
        var mine = await program.SendAsync(Complaints, Complaint, NewKey());
        var other = await program.SendAsync(Complaints, Complaint, NewKey());
        var reference = mine.Json.GetProperty("reference").GetString()!;

        var wrong = await program.SendAsync($"{Complaints}/tokens", new { reference, code = "0000-0000-0000" });
        Assert.Equal((401, "wrong_code"), (wrong.Status, wrong.Json.Code()));
        await LetInAsync(program, reference, mine.Json.GetProperty("code").GetString()!);

        Assert.Equal(200, await StatusAsync(program, mine.Location));
        Assert.Equal(404, await StatusAsync(program, other.Location));
        Assert.Equal(401, await StatusAsync(program, new Uri($"/api/v1/cases/{reference}", UriKind.Relative)));
        Assert.Equal(401, await StatusAsync(office.Stranger(), mine.Location));
        Assert.Equal(401, await StatusAsync(await office.ProgramAsync("lena"), mine.Location));
        try
        {
            office.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(401, await StatusAsync(program, mine.Location));
        }
        finally
        {
            office.Clock.Advance(TimeSpan.FromMinutes(-30));
        }
    }

    [Fact]
    public async Task The_right_code_opens_it_however_often()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = office.Stranger();
        var sent = await program.SendAsync(Complaints, Complaint, NewKey());
        var reference = sent.Json.GetProperty("reference").GetString();
        var code = sent.Json.GetProperty("code").GetString();

        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(201, (await program.SendAsync($"{Complaints}/tokens", new { reference, code })).Status);
        }
    }

    [Theory]
    [InlineData("17 Quincewood Lane")]
    [InlineData("samina@")]
    [InlineData("Samina <samina@example.org>")]
    public async Task What_is_no_email_address_is_said_to_be_none(string email)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var complaint = new
        {
            summary = "Mould",
            anonymous = false,
            name = "Samina",
            email,
        };
        var sent = await office.Stranger().SendAsync(Complaints, complaint, NewKey());
        Assert.Equal(400, sent.Status);
        Assert.Contains("Enter an email address like name@example.org", sent.Json.ToString(), StringComparison.Ordinal);
    }

    private static string NewKey() => $"{Guid.NewGuid():N}";

    private static string? Stands(JsonElement date) => date.GetProperty("standing").GetString();

    private static async Task LetInAsync(HttpClient program, string reference, string code)
    {
        var token = await program.SendAsync($"{Complaints}/tokens", new { reference, code });
        Assert.Equal(201, token.Status);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Json.GetProperty("token").GetString()
        );
    }

    private static async Task<int> StatusAsync(HttpClient program, Uri? address)
    {
        using var answer = await program.GetAsync(address, Cancel);
        return (int)answer.StatusCode;
    }
}
