using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Letters;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Letters;

public sealed class MailTests(TestDatabases databases) : IAsyncLifetime
{
    private readonly SmtpServer server = new();
    private readonly List<MailHost> hosts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_acknowledgement_arrives_word_for_word_and_counts_from_the_day_it_left(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var logged = await ReachableAsync(office, "Siân Ó Briain");
        var amira = await office.VisitAsync();
        const string Letter = "Annwyl Siân,\n\nRydym yn deall – the lift is broken.\n.\nA line after a dot.";

        var page = await amira.OpenAsync($"/cases/{logged.Reference}/acknowledgement");
        Assert.Contains("sian@example.org", page.QuerySelector("label[for=Form_Leaves]")!.TextContent, Ordinal);
        await amira.SubmitAsync(("Form.Letter", Letter));

        var waiting = await office.CaseAsync(logged);
        Assert.Null(waiting.CurrentStage.AcknowledgedOn);
        Assert.Equal(MessageState.Waiting, Messages.Of(waiting)[^1].State);

        host.Clock.GoTo(host.Clock.Today.AddDays(1));
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal(0, await host.MailAsync());

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("complaints@vale.example", "sian@example.org"), (mail.From, mail.To));
        Assert.Contains("Siân Ó Briain", mail.ToHeader, Ordinal);
        Assert.Equal($"Your complaint {logged.Reference}: we have it", mail.Subject);
        Assert.Equal(Letter, mail.Text);
        var sent = await office.CaseAsync(logged);
        Assert.Equal(host.Clock.Today, sent.CurrentStage.AcknowledgedOn);
        var acknowledged = sent.History.Single(recorded => recorded.Event is Acknowledged);
        Assert.Equal(("redress", "amira"), (acknowledged.Who, acknowledged.OnBehalfOf));
        var kept = await office.TextAsync(sent, ((Acknowledged)acknowledged.Event).Letter!);
        Assert.Equal(Letter, kept!.ReplaceLineEndings("\n"));
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        Assert.Empty(await context.CaseLetters.ToListAsync(Cancel));
        Assert.NotNull((await context.OutgoingMail.SingleAsync(Cancel)).DoneAt);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_correction_of_an_answer_arrives_and_says_so_in_its_subject(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var acknowledged = await AcknowledgedAsync(office);
        await office.DoAsync(
            acknowledged,
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "Dear resident, you were right.", Finding.Upheld),
                    desk.Person.Id,
                    desk.Rules,
                    desk.Today
                )
        );
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/answer-correction");
        await amira.SubmitAsync(("Form.Reason", "A wrong name"), ("Form.Letter", "It is Mr Hall, not Mr Hull."));
        Assert.Empty(amira.Errors);
        Assert.Equal(1, await host.MailAsync());

        var mail = Assert.Single(server.Taken);
        Assert.Equal($"Your complaint {acknowledged.Reference}: a mistake in our answer", mail.Subject);
        Assert.Equal("It is Mr Hall, not Mr Hull.", mail.Text);
        Assert.Contains((await office.CaseAsync(acknowledged)).History, recorded => recorded.Event is AnswerCorrected);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_leaves_over_the_API_too(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var acknowledged = await AcknowledgedAsync(office);
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{acknowledged.Reference}/response";
        var answer = new
        {
            leaves = "email",
            letter = "You were right. Ask us for stage 2, or go to the Housing Ombudsman.",
            outcome = "upheld",
        };

        var (status, problem, _) = await program.SendAsync(address, answer with { letter = "You were right." });
        Assert.Equal((409, "no_escalation_advice"), (status, problem.Code()));
        Assert.Equal(201, (await program.SendAsync(address, answer)).Status);
        Assert.Equal("letter_is_waiting", (await program.SendAsync(address, answer)).Json.Code());
        Assert.Null((await office.CaseAsync(acknowledged)).CurrentStage.RespondedOn);

        await host.MailAsync();

        Assert.Equal(answer.letter, Assert.Single(server.Taken).Text);
        Assert.Equal(CaseStatus.Answered, (await office.CaseAsync(acknowledged)).Status);
    }

    [Fact]
    public async Task Without_an_address_a_letter_is_printed_and_not_mailed()
    {
        var (_, office) = await OpenAsync(Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync($"/cases/{logged.Reference}/acknowledgement");
        Assert.DoesNotContain("Email it now", page.Body!.TextContent, Ordinal);

        var program = await office.ProgramAsync();
        var letter = new
        {
            leaves = "email",
            letter = "Dear resident",
            names_handler = true,
        };
        var (status, problem, _) = await program.SendAsync($"/api/v1/cases/{logged.Reference}/acknowledgement", letter);
        Assert.Equal((409, "no_address", "leaves"), (status, problem.Code(), problem.GetProperty("field").GetString()));
        Assert.Equal(logged.Version, (await office.CaseAsync(logged)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Mail_down_for_a_day_loses_and_doubles_nothing(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        server.Says = step => step == SmtpStep.Greeting ? "421 closed for today" : null;
        var letters = new List<Case>();
        for (var i = 0; i < 3; i++)
        {
            letters.Add(await WrittenAsync(office));
        }

        var tries = 0;
        for (var hour = 0; hour < 24; hour++)
        {
            tries += await host.MailAsync();
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(server.Taken);
        Assert.InRange(tries, 3 * 20, 3 * 24);
        foreach (var letter in letters)
        {
            Assert.Null((await office.CaseAsync(letter)).CurrentStage.AcknowledgedOn);
        }

        server.Says = _ => null;
        await host.MailAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.MailAsync();

        Assert.Equal(3, server.Taken.Count);
        Assert.Equal(3, server.Taken.Select(mail => mail.MessageId).Distinct().Count());
        foreach (var letter in letters)
        {
            Assert.Equal(host.Clock.Today, (await office.CaseAsync(letter)).CurrentStage.AcknowledgedOn);
        }
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.Hello)]
    [InlineData(SmtpStep.From)]
    [InlineData(SmtpStep.To)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Body)]
    public async Task Hung_up_on_at_any_step_or_told_to_wait_a_letter_arrives_once(SmtpStep step)
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        foreach (var answer in new[] { "", "451 not now" })
        {
            server.Says = at => at == step ? answer : null;
            Assert.Equal(1, await host.MailAsync());
            Assert.Null((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
            host.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        server.Says = _ => null;
        await host.MailAsync();

        Assert.Single(server.Taken);
        Assert.NotNull((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
    }

    [Fact]
    public async Task Taken_without_a_word_a_letter_comes_again_by_the_same_name()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        server.HangsUpOnceTaken = true;
        await host.MailAsync();
        Assert.Null((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);

        server.HangsUpOnceTaken = false;
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.MailAsync();

        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken.Select(mail => mail.MessageId).Distinct());
        Assert.Single((await office.CaseAsync(written)).History, recorded => recorded.Event is Acknowledged);
    }

    [Fact]
    public async Task Taken_while_another_process_writes_a_letter_is_recorded_once_it_can_be_and_not_mailed_again()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        var other = Task.CompletedTask;
        server.Says = step =>
        {
            other = step == SmtpStep.Body ? WriteForLongAsync(host.Services.GetRequiredService<Database>()) : other;
            return null;
        };

        await host.MailAsync();
        await other;
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await host.MailAsync();

        Assert.Single(server.Taken);
        Assert.NotNull((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
    }

    /// <summary>Longer than a writer waits before it says that the database is busy.</summary>
    private static async Task WriteForLongAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await Task.Delay(TimeSpan.FromSeconds(7), Cancel);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_node_that_dies_over_a_letter_leaves_it_to_another(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var written = await WrittenAsync(office);
        var outbox = host.Services.GetRequiredService<Outbox>();
        Assert.NotNull(await outbox.ClaimAsync(host.Clock.GetUtcNow().UtcDateTime, Cancel));

        Assert.Equal(0, await host.MailAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await host.MailAsync());

        Assert.NotNull((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
    }

    [Fact]
    public async Task An_address_the_server_refuses_is_said_and_the_letter_is_printed_instead()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        server.Says = step => step == SmtpStep.To ? "550 no such mailbox" : null;

        await host.MailAsync();
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await host.MailAsync());

        var failed = await office.CaseAsync(written);
        var message = Messages.Of(failed)[^1];
        Assert.Equal((MessageState.Failed, LetterFailure.AddressRefused), (message.State, message.Failure));
        var said = failed.History.Select(recorded => recorded.Event).OfType<LetterFailed>().Single().Answer!;
        Assert.Contains("no such mailbox", await office.TextAsync(failed, said), Ordinal);

        var amira = await office.VisitAsync();
        var address = $"/cases/{failed.Reference}/letters/{message.Number}";
        var page = await amira.OpenAsync(address);
        Assert.Contains("did not take it for that address", page.Body!.TextContent, Ordinal);
        await amira.SubmitAsync(("Form.Fate", "Posted"));
        page = await amira.OpenAsync(address);
        Assert.Contains("It left on", page.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("did not take it for that address", page.Body!.TextContent, Ordinal);
    }

    [Fact]
    public async Task A_letter_that_goes_by_mail_since_the_list_was_read_is_not_marked_as_posted()
    {
        var (_, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        await GoesByAsync(Channel.Letter);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var listed = Assert.Single(await new LetterList(context, TimeProvider.System).ReadAsync(Cancel));
        await GoesByAsync(Channel.Email);
        var now = await office.CaseAsync(written);
        var rules = office.Services.GetRequiredService<RulesStore>().Current;

        var decision = PostedLetters.Decide(now, listed, rules, office.Clock.Today);

        Assert.Equal((Channel.Letter, CannotSend.NoneToPost), (listed.Letter.Channel, decision.Refusal));

        async Task GoesByAsync(Channel channel) =>
            await office.DoAsync(
                await office.CaseAsync(written),
                (c, desk) => Sending.Reroute(c, c.Letters[0].Number, channel, desk.Rules, desk.Today)
            );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Mailed_again_while_it_waits_a_letter_goes_once_and_to_where_they_are_by_then(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var written = await WrittenAsync(office, "Siân", "old@example.org");
        server.Says = step => step == SmtpStep.Greeting ? "421 closed for today" : null;
        await host.MailAsync();
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        await context
            .CasePeople.Where(person => person.CaseId == written.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "new@example.org"), Cancel);
        var amira = await office.VisitAsync();
        var address = $"/cases/{written.Reference}/letters/{written.Letters[0].Number}";
        foreach (var fate in new[] { "Email", "Post", "Email" })
        {
            var page = await amira.OpenAsync(address);
            Assert.Contains("Email it to new@example.org", page.Body!.TextContent, Ordinal);
            await amira.SubmitAsync(("Form.Fate", fate));
            Assert.Empty(amira.Errors);
        }

        var program = await office.ProgramAsync();
        var again = new { letter = written.Letters[0].Number, fate = "email" };
        var settled = $"/api/v1/cases/{written.Reference}/settled-letters";
        Assert.Equal(201, (await program.SendAsync(settled, again)).Status);
        Assert.Equal(1, await context.OutgoingMail.CountAsync(Cancel));

        server.Says = _ => null;
        host.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(host.MailAsync(), host.MailAsync());

        Assert.Equal("new@example.org", Assert.Single(server.Taken).To);
        Assert.NotNull((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
        Assert.Equal("new@example.org", (await context.OutgoingMail.AsNoTracking().SingleAsync(Cancel)).Address);
    }

    [Fact]
    public async Task A_letter_about_a_case_that_has_moved_on_does_not_go()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var written = await WrittenAsync(office);
        await office.DoAsync(
            written,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It works again"), desk.Today)
        );

        await host.MailAsync();

        Assert.Empty(server.Taken);
        var message = Messages.Of(await office.CaseAsync(written)).Single(one => one.Direction == Direction.Out);
        Assert.Equal(LetterFailure.CaseMovedOn, message.Failure);
    }

    [Fact]
    public async Task Where_somebody_is_away_each_resident_with_an_address_is_mailed()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var lena = await office.ProgramAsync("lena");
        var complaint = new
        {
            kind = "complaint",
            received_on = office.Clock.Today,
            channel = "phone",
            tenure = "general_needs",
            name = "Zoë Price",
            email = "zoe@example.org",
            summary = "The lift is broken",
            handler = "amira",
        };
        Assert.Equal(201, (await lena.SendAsync("/api/v1/cases", complaint)).Status);

        var away = new { to = new[] { "ben" }, tell = true };
        Assert.Equal(200, (await lena.SendAsync("/api/v1/staff/amira/absence", away)).Status);
        await host.MailAsync();

        var mail = Assert.Single(server.Taken);
        Assert.Equal("zoe@example.org", mail.To);
        Assert.Contains("Ben Okafor has your case", mail.Text, Ordinal);
    }

    [Fact]
    public async Task Two_nodes_at_once_send_each_letter_once()
    {
        var (host, office) = await OpenAsync(Kind.Postgres);
        for (var i = 0; i < 12; i++)
        {
            await WrittenAsync(office);
        }

        var other = Start(host.Installation);
        await Task.WhenAll(host.MailAsync(), other.MailAsync(), host.MailAsync(), other.MailAsync());

        Assert.Equal(12, server.Taken.Count);
        Assert.Equal(12, server.Taken.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData("Sian\r\nBcc: everybody@example.org", "sian@example.org", 1)]
    [InlineData("Sian", "sian@example.org\r\nBcc: everybody@example.org", 0)]
    [InlineData("Sian", "sian@example.org, everybody@example.org", 0)]
    [InlineData("Sian", "not an address", 0)]
    public async Task No_header_can_be_forged_by_a_name_or_an_address(string name, string email, int mails)
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        await WrittenAsync(office, name, email);

        await host.MailAsync();

        Assert.Equal(mails, server.Taken.Count);
        Assert.All(server.Taken, mail => Assert.Equal("sian@example.org", mail.To));
        Assert.All(server.Taken, mail => Assert.DoesNotContain("\nBcc:", mail.Raw, StringComparison.OrdinalIgnoreCase));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private async Task<(MailHost Host, Office Office)> OpenAsync(Kind kind)
    {
        var host = Start(await databases.CreateAsync(kind));
        return (host, await Office.OpenAsync(host));
    }

    private MailHost Start(Installation installation)
    {
        var host = new MailHost(installation, server.Port);
        hosts.Add(host);
        host.StartServer();
        return host;
    }

    /// <summary>A complaint with somebody to write to.</summary>
    private static async Task<Case> ReachableAsync(Office office, string name, string email = "sian@example.org")
    {
        var id = $"{Guid.NewGuid():N}";
        var logged = await office.LoggedAsync(complainant: id);
        await office.AddAsync(
            new CasePersonRow
            {
                Id = id,
                CaseId = logged.Id,
                Role = PersonRole.Complainant,
                Name = name,
                Email = email,
            }
        );
        return logged;
    }

    private static async Task<Case> AcknowledgedAsync(Office office) =>
        await office.DoAsync(
            await ReachableAsync(office, "Siân"),
            (c, desk) => Acknowledgement.Decide(c, new(desk.Today, Channel.Email, "Dear", true), desk.Rules, desk.Today)
        );

    /// <summary>A complaint whose acknowledgement is written and waits to be mailed.</summary>
    private static async Task<Case> WrittenAsync(
        Office office,
        string name = "Siân",
        string email = "sian@example.org"
    ) =>
        await office.DoAsync(
            await ReachableAsync(office, name, email),
            (c, desk) => Acknowledgement.Decide(c, new(null, Channel.Email, "Dear Siân", true), desk.Rules, desk.Today)
        );
}
