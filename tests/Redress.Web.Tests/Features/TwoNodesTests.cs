using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Calendars;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features;

/// <summary>Two servers over one PostgreSQL, each with what it keeps in memory.</summary>
public sealed class TwoNodesTests(TestDatabases databases)
{
    private const string England = "england-and-wales";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_holiday_added_on_one_is_counted_on_the_other_at_once()
    {
        var place = await databases.CreateAsync(Kind.Postgres);
        await using var one = Started(place);
        await using var other = Started(place);
        var office = await Office.OpenAsync(one);
        var amira = await (await Office.OpenAsync(other)).VisitAsync();
        var before = await office.LoggedAsync();
        var holiday = new Holiday(one.Clock.Today.AddDays(1), "Coronation");

        await one
            .Services.GetRequiredService<CalendarAdoptions>()
            .AddAsync(ShippedCalendars.Get(England).WithHoliday(holiday), Signed(one), Cancel);
        var after = await office.LoggedAsync();

        foreach (var page in new[] { "/calendar", "/cases", $"/cases/{before.Reference}", $"/cases/{after.Reference}" })
        {
            await amira.OpenAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, amira.Status));
        }
    }

    [Fact]
    public async Task A_holiday_added_on_both_is_a_conflict_for_the_second_which_then_sees_the_first()
    {
        var place = await databases.CreateAsync(Kind.Postgres);
        await using var one = Started(place);
        await using var other = Started(place);
        var next = ShippedCalendars.Get(England).WithHoliday(new(one.Clock.Today.AddDays(1), "Coronation"));

        await one.Services.GetRequiredService<CalendarAdoptions>().AddAsync(next, Signed(one), Cancel);
        await Assert.ThrowsAsync<ConflictException>(() =>
            other.Services.GetRequiredService<CalendarAdoptions>().AddAsync(next, Signed(other), Cancel)
        );

        Assert.Equal(next.Edition, other.Services.GetRequiredService<RulesStore>().Current.NewestEdition(England));
    }

    [Fact]
    public async Task A_procedure_chosen_on_one_is_known_to_the_other_at_its_next_look()
    {
        var place = await databases.CreateAsync(Kind.Postgres);
        await using var one = Started(place);
        await using var other = Started(place);
        var from = new DateOnly(2025, 4, 1);
        var rules = other.Services.GetRequiredService<RulesStore>();

        await one
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(new(CaseKind.Complaint, "leeds-2023", from), Signed(one), Cancel);
        await rules.ReadIfChangedAsync(Cancel);

        Assert.Equal("leeds-2023", rules.Current.InForce(CaseKind.Complaint, from)!.Id);
    }

    [Fact]
    public async Task Wrong_codes_tried_at_both_are_counted_together()
    {
        var place = await databases.CreateAsync(Kind.Postgres);
        await using var one = Started(place);
        await using var other = Started(place);
        var (reference, code) = await FollowTests.ComplainedAsync(await Office.OpenAsync(one));
        var (here, there) = (one.Visit(), other.Visit());
        foreach (var visitor in new[] { here, there, here, there, here })
        {
            await FollowTests.OpenAsync(visitor, reference, $"{code[..4]}-0000-0000");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }

        await FollowTests.OpenAsync(there, reference, code);

        Assert.Equal(HttpStatusCode.TooManyRequests, there.Status);
    }

    private static RedressHost Started(Installation place)
    {
        var host = new RedressHost(place);
        host.StartServer();
        return host;
    }

    private static Signature Signed(RedressHost host) => new("dan", host.Clock.GetUtcNow().UtcDateTime);
}
