using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>A bar of twelve months, and a complaint received on Monday 14 April 2025.</summary>
public class MatterAgeTests
{
    [Theory]
    [InlineData("2024-04-14", null, false)]
    [InlineData("2024-04-13", null, true)]
    [InlineData("2023-04-14", "2024-04-14", false)] // touched on the last day before it was barred
    [InlineData("2022-04-14", "2024-04-14", false)] // and so within the year before the complaint
    [InlineData("2022-04-14", "2024-04-13", true)] // too long after the one, too long before the other
    public void A_matter_is_too_old_after_the_period_unless_there_was_contact_within_it(
        string matter,
        string? contact,
        bool tooOld
    )
    {
        var dated = Logged();

        dated.Then(Decide(dated, new(Day(matter), contact is null ? null : Day(contact))).Events);

        Assert.Equal(tooOld, Grounds.IsTooOld(dated, Landlord.Rules));
    }

    [Fact]
    public void An_old_matter_is_not_refused_by_its_age_and_may_be_accepted_all_the_same_with_the_reason()
    {
        var dated = Logged();
        var events = Decide(dated, new(new(2020, 1, 1), Discretion: "She was in hospital")).Events;

        dated.Then(events);

        Assert.Equal("She was in hospital", Assert.IsType<LateMatterAccepted>(events[1]).Reason.Text);
        Assert.Equal((CaseStatus.Open, Wed16Apr), (dated.Status, dated.LateMatterAcceptedOn));
    }

    [Fact]
    public void Discretion_is_used_only_where_something_bars()
    {
        Refused(CannotDateMatter.NotBarred, Decide(Logged(), new(Fri11Apr, Discretion: "Out of kindness")));
        var unbarred = CaseOf(Received(new(2021, 3, 31)) with { ProcedureId = "one-stage" });
        Refused(CannotDateMatter.NotBarred, Decide(unbarred, new(new(2000, 1, 1), Discretion: "Out of kindness")));
        Assert.Null(Grounds.LastDay(unbarred.Then(new MatterDated(Mon14Apr, new(2000, 1, 1))), Landlord.Rules));
    }

    [Fact]
    public void The_matter_comes_before_the_contact_and_both_before_the_complaint()
    {
        Refused(CannotDateMatter.MatterAfterReceipt, Decide(Logged(), new(Tue15Apr)));
        Refused(CannotDateMatter.ContactBeforeMatter, Decide(Logged(), new(Mon14Apr, Fri11Apr)));
        Refused(CannotDateMatter.ContactAfterReceipt, Decide(Logged(), new(Fri11Apr, Tue15Apr)));
        Refused(CannotDateMatter.CaseIsOver, Decide(Withdrawn(), new(Fri11Apr)));
        Refused(CannotDateMatter.CaseIsOver, Decide(CaseOf(Received(Mon14Apr, CaseKind.Compliment)), new(Fri11Apr)));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Decision<CannotDateMatter> Decide(Case dated, MatterAgeRequest request) =>
        MatterAge.Decide(dated, request, Landlord.Rules, today: Wed16Apr);
}
