using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Nobody who decided any part of stage 1 has or decides stage 2: by page, API and the database itself.</summary>
public sealed class IndependenceTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const int Tries = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_decided_stage_1_is_not_offered_and_the_page_says_why()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var escalated = await EscalatedAsync(office);
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{escalated.Reference}/owner");

        var offered = page.QuerySelectorAll("#Form_Handler option").Select(option => option.GetAttribute("value"));
        Assert.Equal(["", "ben", "cora", "frank", "lena"], offered.Order(StringComparer.Ordinal));
        Assert.Contains("Amira Khan", page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_left_the_page_says_who_else_can_be_asked()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var answered = await office.AcknowledgedAsync();
        await office.DoAsync(answered, (c, desk) => Points.Raise(c, "The lift is broken", desk.Today));
        foreach (var who in new[] { "amira", "ben", "cora", "frank", "lena" })
        {
            await office.DoAsync(
                await office.CaseAsync(answered),
                (c, desk) => Points.Decide(c, new(1, Finding.Upheld, "It was."), who, desk.Rules, desk.Today),
                who
            );
        }

        await AnswerAsync(office, answered);
        await EscalateAsync(office, answered);
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{answered.Reference}/owner");

        Assert.Single(page.QuerySelectorAll("#Form_Handler option"));
        Assert.Contains("outside investigator", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decided_stage_1_is_not_shown_the_way_to_the_answer_and_told_why_at_its_page()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var answered = await office.AcknowledgedAsync();
        await office.DoAsync(answered, (c, desk) => Points.Raise(c, "The lift is broken", desk.Today));
        await office.DoAsync(
            await office.CaseAsync(answered),
            (c, desk) => Points.Decide(c, new(1, Finding.Upheld, "It was."), "cora", desk.Rules, desk.Today),
            "cora"
        );
        await AnswerAsync(office, answered);
        var escalated = await EscalateAsync(office, answered);
        await office.DoAsync(escalated, (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today), "lena");
        var (cora, ben) = (await office.VisitAsync("cora"), await office.VisitAsync("ben"));
        var amira = await office.VisitAsync();

        var hers = await cora.OpenAsync($"/cases/{escalated.Reference}");
        var his = await ben.OpenAsync($"/cases/{escalated.Reference}");
        var page = await cora.OpenAsync($"/cases/{escalated.Reference}/response");
        await amira.OpenAsync($"/cases/{escalated.Reference}");

        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
        Assert.Null(hers.QuerySelector("a[href$='/response']"));
        Assert.NotNull(his.QuerySelector("a[href$='/response']"));
        Assert.Contains(
            "You decided an earlier stage",
            page.QuerySelector(".govuk-warning-text")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Fifty_at_once_give_stage_2_to_nobody_who_decided_stage_1(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var escalated = await EscalatedAsync(office);
        var lena = await office.ProgramAsync("lena");
        var address = $"/api/v1/cases/{escalated.Reference}/owner";

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Tries)
                .Select(number => lena.SendAsync(address, new { handler = number % 2 == 0 ? "amira" : "ben" }))
        );

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 409, $"{answer.Status}"));
        Assert.Equal("ben", (await office.CaseAsync(escalated)).CurrentStage.Handler);
        Assert.Equal([("amira", 1), ("ben", 2)], await DecidersAsync(office, escalated));
    }

    /// <summary>The rule is left out on purpose: what holds then is the key of the table.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_database_refuses_what_no_rule_has_looked_at(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var escalated = await EscalatedAsync(office);

        var tries = Enumerable
            .Range(0, Tries)
            .Select(async number =>
            {
                var desk = office.Desk("lena");
                var file = await desk.FindAsync(escalated.Reference, Purpose.Act, Cancel);
                CaseEvent unlawful =
                    number % 2 == 0 ? new Assigned(desk.Today, 2, "amira") : new Responded(desk.Today, 2);
                var forger = number % 2 == 0 ? desk : office.Desk("amira");
                await Assert.ThrowsAsync<ConflictException>(() =>
                    forger.RecordAsync(file!, [unlawful], cancel: Cancel)
                );
            });
        await Task.WhenAll(tries);

        Assert.Equal(escalated.Version, (await office.CaseAsync(escalated)).Version);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        await Assert.ThrowsAnyAsync<DbException>(() =>
            context.Database.ExecuteSqlAsync(
                $"INSERT INTO case_deciders (case_id, person_id, stage) VALUES ({escalated.Id}, 'amira', 2)",
                Cancel
            )
        );
        Assert.Equal([("amira", 1)], await DecidersAsync(office, escalated));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_stood_in_history_before_the_database_refused_it_can_be_rebuilt(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var escalated = await EscalatedAsync(office);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        await context.CaseDeciders.Where(row => row.CaseId == escalated.Id).ExecuteDeleteAsync(Cancel);
        var desk = office.Desk("lena");
        var file = await desk.FindAsync(escalated.Reference, Purpose.Act, Cancel);
        await desk.RecordAsync(file!, [new Assigned(desk.Today, 2, "amira")], cancel: Cancel);

        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        await rebuilder.RebuildAsync(Cancel);

        Assert.Equal(0, (await rebuilder.CompareAsync(Cancel)).Changed);
        Assert.Equal([("amira", 1)], await DecidersAsync(office, escalated));
    }

    private static async Task<Case> EscalatedAsync(Office office) =>
        await EscalateAsync(office, await office.AnsweredAsync());

    private static async Task<Case> EscalateAsync(Office office, Case answered) =>
        await office.DoAsync(
            await office.CaseAsync(answered),
            (c, desk) => Escalation.Decide(c, new(desk.Today), desk.Rules, desk.Today)
        );

    private static async Task AnswerAsync(Office office, Case pointed) =>
        await office.DoAsync(
            await office.CaseAsync(pointed),
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "You were right.", Finding.Upheld),
                    desk.Person.Id,
                    desk.Rules,
                    desk.Today
                )
        );

    private static async Task<List<(string Person, int Stage)>> DecidersAsync(Office office, Case known)
    {
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var rows = await context
            .CaseDeciders.Where(row => row.CaseId == known.Id)
            .OrderBy(row => row.Stage)
            .ToListAsync(Cancel);
        return [.. rows.Select(row => (row.PersonId, row.Stage))];
    }
}
