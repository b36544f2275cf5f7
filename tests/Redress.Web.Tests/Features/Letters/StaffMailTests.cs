using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Redress.Core.Cases;
using Redress.Web.Background;
using Redress.Web.Security;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Letters;

/// <summary>What the staff is told by mail: each handler their cases, each director every request for the next stage.</summary>
public sealed class StaffMailTests(TestDatabases databases) : IAsyncLifetime
{
    private static readonly DateOnly Tuesday = new(2025, 4, 22);

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
    public async Task Each_handler_is_mailed_their_late_and_due_cases_once_a_morning_and_nobody_is_named(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        var (late, due) = (await office.LoggedAsync(), await office.LoggedAsync(summary: "Mrs Quill is cold"));
        var bens = await office.LoggedAsync();
        await office.DoAsync(bens, (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today));
        var answered = await office.AnsweredAsync();
        host.Clock.GoTo(Tuesday.AddDays(2));
        var fresh = await office.LoggedAsync();

        await MorningAsync(host);
        Assert.Equal(2, await host.MailStaffAsync());
        await MorningAsync(host);
        Assert.Equal(0, await host.MailStaffAsync());

        var mail = Assert.Single(server.Taken, mail => mail.To == "amira@vale.example");
        Assert.Equal("Your cases: 2 late, 2 late or due soon", mail.Subject);
        var line = $"- {late.Reference}: Acknowledgement, Wednesday 23 April 2025 (1 working day late)";
        Assert.Contains(line, mail.Text, StringComparison.Ordinal);
        Assert.Contains(due.Reference, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill", mail.Text, StringComparison.Ordinal);
        foreach (var other in new[] { bens, answered, fresh })
        {
            Assert.DoesNotContain(other.Reference, mail.Text, StringComparison.Ordinal);
        }

        Assert.Contains(
            bens.Reference,
            Assert.Single(server.Taken, mail => mail.To == "ben@vale.example").Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Friday 18 April 2025 was Good Friday.</summary>
    [Theory]
    [InlineData("2025-04-18")]
    [InlineData("2025-04-19")]
    public async Task No_mail_comes_on_a_day_on_which_nobody_works(string day)
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        await office.LoggedAsync();
        host.Clock.GoTo(DateOnly.ParseExact(day, "yyyy-MM-dd"));

        await MorningAsync(host);

        Assert.Equal(0, await host.MailStaffAsync());
    }

    [Fact]
    public async Task It_comes_at_seven_and_what_was_done_by_then_is_not_in_it()
    {
        var (host, office) = await OpenAsync(Kind.Sqlite);
        var logged = await office.LoggedAsync();
        host.Clock.GoTo(Tuesday);
        host.Clock.Advance(TimeSpan.FromHours(-3) - TimeSpan.FromMinutes(1));
        await MorningAsync(host);
        Assert.Equal(0, await host.MailStaffAsync());
        await office.DoAsync(
            logged,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It works again"), desk.Today)
        );
        await office.DoAsync(await office.CaseAsync(logged), (c, desk) => Closure.Decide(c, desk.Today, desk.Today));

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await host.MailStaffAsync());
        Assert.Empty(server.Taken);
        Assert.Equal(0, await host.MailStaffAsync());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_answers_for_data_hears_at_once_that_somebody_sees_another_persons_and_not_whose(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        await office.GrantAsync("ben", Role.DataProtectionOfficer);
        var logged = await office.LoggedAsync();
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/report-data");
        await frank.SubmitAsync(("Form.What", "The letter of Mrs Quill"), ("Form.Where", $"/cases/{logged.Reference}"));

        Assert.Equal(3, await host.MailStaffAsync());

        Assert.Equal(
            ["ben@vale.example", "dan@vale.example", "lena@vale.example"],
            server.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
        Assert.All(
            server.Taken,
            mail =>
            {
                Assert.Equal("Act now: data of one person can be seen by another", mail.Subject);
                Assert.Contains("Where: Cases as staff see them.", mail.Text, StringComparison.Ordinal);
                Assert.Contains("is hidden already", mail.Text, StringComparison.Ordinal);
                Assert.Contains("by 10:00, Thursday 17 April 2025", mail.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(logged.Reference, mail.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Quill", mail.Text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Every_director_hears_of_each_request_for_the_next_stage_even_where_mail_is_down_at_first(
        Kind kind
    )
    {
        var (host, office) = await OpenAsync(kind);
        await office.GrantAsync("dan", Role.ServiceDirector);
        var answered = await office.AnsweredAsync();
        server.Says = step => step == SmtpStep.Greeting ? "421 closed" : null;
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{answered.Reference}/escalation");
        await amira.SubmitAsync();
        Assert.Equal(1, await host.MailStaffAsync());
        Assert.Equal(0, await host.MailStaffAsync());

        server.Says = _ => null;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(host.MailStaffAsync(), host.MailStaffAsync());

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("dan@vale.example", $"Stage 2 is asked for: {answered.Reference}"), (mail.To, mail.Subject));
        Assert.Contains("On Monday 14 April 2025 stage 2", mail.Text, StringComparison.Ordinal);
        Assert.Contains("It is given to nobody yet.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Its answer is due on Thursday 22 May 2025.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.MailStaffAsync());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whom_it_is_about_and_who_does_not_see_it_hear_nothing(Kind kind)
    {
        var (host, office) = await OpenAsync(kind);
        await office.GrantAsync("dan", Role.ServiceDirector);
        var about = await office.AnsweredAsync();
        await office.DoAsync(about, (c, desk) => Subjects.Name(c, "dan", "He shouted at her.", desk.Today));
        var closed = await office.AnsweredAsync();
        await office.DoAsync(closed, (c, desk) => Sealing.Begin(c, "cora", "Her husband", "lena", desk.Today));
        var later = await office.AnsweredAsync();
        foreach (var answered in new[] { about, closed, later })
        {
            var program = await office.ProgramAsync(answered == closed ? "cora" : "lena");
            var address = $"/api/v1/cases/{answered.Reference}/escalation";
            Assert.Equal(201, (await program.SendAsync(address, new { on = office.Clock.Today })).Status);
        }

        await office.DoAsync(
            await office.CaseAsync(later),
            (c, desk) => Subjects.Name(c, "dan", "He shouted at her.", desk.Today)
        );

        Assert.Equal(1, await host.MailStaffAsync());
        Assert.Empty(server.Taken);
    }

    private static Task MorningAsync(MailHost host) =>
        host.Services.GetServices<IHostedService>().OfType<DueMailJob>().Single().RunAsync(Cancel);

    private async Task<(MailHost Host, Office Office)> OpenAsync(Kind kind)
    {
        var host = new MailHost(await databases.CreateAsync(kind), server.Port);
        hosts.Add(host);
        host.StartServer();
        return (host, await Office.OpenAsync(host));
    }
}
