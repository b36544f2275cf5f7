using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class LinkedComplaintTests
{
    private static readonly LoggingRequest Damp = new(
        CaseKind.Complaint,
        "R-2",
        Wed16Apr,
        Channel.Phone,
        "There is damp too.",
        "amira"
    );

    [Theory]
    [InlineData(CaseKind.Complaint, CaseRelation.Follows, CaseRelation.FollowedBy)]
    [InlineData(CaseKind.ServiceRequest, CaseRelation.MadeOf, CaseRelation.Holds)]
    [InlineData(CaseKind.GeneralEnquiry, CaseRelation.MadeOf, CaseRelation.Holds)]
    public void Each_case_says_what_it_is_to_the_other(CaseKind kind, CaseRelation there, CaseRelation here)
    {
        var from = CaseOf(Received(Mon14Apr, kind));
        var complaint = CaseOf(Decide(from, Damp).Events);

        Assert.Equal(CaseKind.Complaint, complaint.Kind);
        Assert.Equal(("R-1", there), (complaint.Links[0].Case, complaint.Links[0].Relation));
        from.Then(LinkedComplaint.LinkTo("R-2", from, Wed16Apr));
        Assert.Equal(("R-2", here), (from.Links[0].Case, from.Links[0].Relation));
    }

    [Fact]
    public void It_keeps_the_day_first_received_and_none_before_it()
    {
        var from = CaseOf(Received(Mon14Apr, CaseKind.ServiceRequest));

        Assert.Equal(Mon14Apr, CaseOf(Decide(from, Damp with { ReceivedOn = Mon14Apr }).Events).ReceivedOn);
        Refused(CannotLog.ReceivedBeforeTheOther, Decide(from, Damp with { ReceivedOn = Fri11Apr }));
        Refused(CannotLog.NoSummary, Decide(from, Damp with { Summary = "" }));
    }

    [Fact]
    public void Of_somebody_who_would_not_be_known_no_identity_is_carried_over()
    {
        var from = CaseOf(Received(Mon14Apr) with { Anonymous = true });
        var complaint = CaseOf(Decide(from, Damp with { ComplainantId = "p1" }).Events);

        Assert.Equal((true, null), (complaint.Anonymous, complaint.ComplainantId));
    }

    [Theory]
    [InlineData(CaseKind.Complaint, true, false)]
    [InlineData(CaseKind.ServiceRequest, false, false)]
    [InlineData(CaseKind.ServiceRequest, true, true)]
    [InlineData(CaseKind.Complaint, false, true)]
    public void What_is_logged_otherwise_than_the_questions_say_has_a_reason(CaseKind kind, bool meets, bool overrides)
    {
        var request = Damp with { Kind = kind, MeetsDefinition = meets };
        var without = Logging.Decide(request, Landlord.Rules, Wed23Apr);
        Assert.Equal(overrides ? CannotLog.NoOverrideReason : null, without.Refusal);

        var with = Logging.Decide(request with { OverrideReason = "A first report." }, Landlord.Rules, Wed23Apr);
        Assert.Equal(overrides, with.Events.OfType<GuidanceOverridden>().Any(e => e.MeetsDefinition == meets));
    }

    private static Decision<CannotLog> Decide(Case from, LoggingRequest request) =>
        LinkedComplaint.Decide(from, request, Landlord.Rules, Wed23Apr);
}
