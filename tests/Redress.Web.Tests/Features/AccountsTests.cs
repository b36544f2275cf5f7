using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features;

/// <summary>Who can sign in, who can no more, and who held which role when.</summary>
public sealed class AccountsTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_disabled_account_opens_nothing_at_once_and_history_says_who_did_it(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var office = await Office.OpenAsync(host);
        var dan = await office.VisitAsync("dan");
        var ben = await office.VisitAsync("ben");
        var program = await office.ProgramAsync("ben");
        await ben.OpenAsync("/cases");

        await dan.OpenAsync("/accounts");
        await dan.SubmitAsync("li:has(bdi) form:has([value=ben])", []);
        await ben.OpenAsync("/cases");
        Assert.Equal("/sign-in", ben.At.AbsolutePath);
        using var refused = await program.GetAsync(new Uri("/api/v1/cases", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Disabled", Assert.Single(dan.Page.QuerySelectorAll(".govuk-tag--red")).TextContent);

        await dan.SubmitAsync("form[action$='Enable']", []);
        Assert.Empty(dan.Page.QuerySelectorAll(".govuk-tag--red"));
        using var again = await program.GetAsync(new Uri("/api/v1/cases", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var history = await context
            .History.Where(row => row.Stream == Streams.Person && row.StreamId == "ben")
            .OrderBy(row => row.Sequence)
            .Select(row => $"{row.Event} by {row.Who}")
            .ToListAsync(Cancel);
        Assert.Equal(["disabled by dan", "enabled by dan"], history);
        Assert.Null((await host.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Fact]
    public async Task Nobody_disables_their_own_account_nor_does_an_auditor_anybodys()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(host);
        var dan = await office.VisitAsync("dan");
        var page = await dan.OpenAsync("/accounts");
        Assert.Null(page.QuerySelector("form:has([value=dan])"));
        await dan.SubmitAsync("form:has([value=ben])", [("id", "dan")]);
        Assert.Equal(HttpStatusCode.Forbidden, dan.Status);

        var ada = await office.VisitAsync("ada");
        page = await ada.OpenAsync("/accounts");
        Assert.Empty(page.QuerySelectorAll("main form"));
        dan = await office.VisitAsync("dan");
        await dan.OpenAsync("/accounts");
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync("/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, lena.Status);
        Assert.Null((await UserAsync(host, "dan")).DisabledAt);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_was_the_complaints_officer_on_a_day_is_answered_by_page_and_API(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var office = await Office.OpenAsync(host);
        await using (var context = host.Services.GetRequiredService<Database>().NewContext())
        {
            await context
                .RoleGrants.Where(grant => grant.PersonId == "lena")
                .ExecuteUpdateAsync(
                    row => row.SetProperty(grant => grant.HeldUntil, new DateOnly(2025, 3, 31)),
                    Cancel
                );
            context.Add(
                new RoleGrantRow
                {
                    PersonId = "frank",
                    Role = Role.ComplaintsLead,
                    HeldFrom = new DateOnly(2025, 4, 1),
                }
            );
            await context.SaveChangesAsync(Cancel);
        }

        var ada = await office.VisitAsync("ada");
        Assert.Equal("Lena Novak", await LeadAsync(31, 3));
        Assert.Equal("Frank Lowe", await LeadAsync(1, 4));
        await ada.OpenAsync("/accounts/roles?On.Day=31&On.Month=4&On.Year=2025");
        Assert.NotEmpty(ada.Errors);

        var program = await office.ProgramAsync("ada");
        var answer = await program.GetStringAsync(new Uri("/api/v1/roles?on=2025-03-31", UriKind.Relative), Cancel);
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        var lead = json
            .RootElement.GetProperty("roles")
            .EnumerateArray()
            .Single(held => held.GetProperty("role").GetString() == "complaints_lead");
        Assert.Equal(
            ("lena", "2025-03-31"),
            (lead.GetProperty("id").GetString(), lead.GetProperty("until").GetString())
        );

        async Task<string?> LeadAsync(int day, int month)
        {
            var page = await ada.OpenAsync($"/accounts/roles?On.Day={day}&On.Month={month}&On.Year=2025");
            return page.QuerySelectorAll("tbody tr")
                .Single(row => row.TextContent.Contains("Complaints lead", StringComparison.Ordinal))
                .QuerySelector("bdi")!
                .TextContent;
        }
    }

    [Fact]
    public async Task Every_role_has_words()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(text[$"role.{WireName.Of(role)}"].ResourceNotFound));
    }

    private static async Task<Person> UserAsync(RedressHost host, string id)
    {
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        return await context.Users.AsNoTracking().SingleAsync(person => person.Id == id, Cancel);
    }

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return host;
    }
}
