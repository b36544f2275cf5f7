using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ConfidentialityTests
{
    private static readonly LoggingRequest Call = new(
        CaseKind.Complaint,
        "R-1",
        Mon14Apr,
        Channel.Phone,
        "The roof leaks",
        "amira"
    )
    {
        ComplainantId = "p1",
    };

    [Fact]
    public void Whoever_asks_for_it_at_once_is_confidential_from_the_day_the_case_is_logged()
    {
        var logged = Decide(Call with { Confidential = true });

        Assert.Equal(["p1"], CaseOf(logged.Events).Confidential);
        Assert.Empty(CaseOf(Decide(Call).Events).Confidential);
    }

    [Fact]
    public void Nothing_that_history_holds_of_them_is_more_than_an_id()
    {
        var events = Decide(Call with { Confidential = true }).Events;

        var kept = Assert.IsType<MadeConfidential>(Assert.Single(events, happened => happened is MadeConfidential));

        Assert.Equal(new MadeConfidential(Mon14Apr, "p1"), kept);
    }

    [Fact]
    public void Somebody_must_be_known_to_be_kept_confidential()
    {
        Refused(CannotLog.NobodyToKeepConfidential, Decide(Call with { Confidential = true, ComplainantId = null }));
        Refused(CannotLog.NobodyToKeepConfidential, Decide(Call with { Confidential = true, Anonymous = true }));
    }

    [Fact]
    public void A_complaint_made_out_of_a_confidential_one_is_confidential_too()
    {
        var from = CaseOf(Decide(Call with { Confidential = true }).Events);

        var complaint = LinkedComplaint.Decide(from, Call with { ComplainantId = "p2" }, Landlord.Rules, Mon14Apr);

        Assert.Equal(["p2"], CaseOf(complaint.Events).Confidential);
    }

    [Fact]
    public void It_may_begin_later_once()
    {
        var named = CaseOf(Decide(Call).Events);

        named.Then(Only<MadeConfidential, CannotKeepConfidential>(Confidentiality.Begin(named, "p1", Tue15Apr)));

        Assert.True(named.IsConfidential("p1"));
        Refused(CannotKeepConfidential.AlreadyConfidential, Confidentiality.Begin(named, "p1", Tue15Apr));
        Refused(CannotKeepConfidential.NobodyKnown, Confidentiality.Begin(Logged(), null, Tue15Apr));
    }

    [Fact]
    public void It_ends_only_with_their_consent()
    {
        var kept = CaseOf(Decide(Call with { Confidential = true }).Events);

        Refused(CannotEndConfidentiality.NoConsent, End(kept, Tue15Apr, " "));
        Refused(CannotEndConfidentiality.InTheFuture, End(kept, Wed16Apr, "She said so on the phone."));
        var ended = Only<ConfidentialityEnded, CannotEndConfidentiality>(
            End(kept, Mon14Apr, "She said so on the phone.")
        );
        kept.Then(ended);

        Assert.Equal((Mon14Apr, "p1"), (ended.On, ended.Person));
        Assert.Empty(kept.Confidential);
        Refused(CannotEndConfidentiality.NotConfidential, End(kept, Tue15Apr, "She said so again."));
    }

    [Fact]
    public void Each_look_at_who_they_are_is_an_event_that_changes_nothing()
    {
        var kept = CaseOf(Decide(Call with { Confidential = true }).Events);

        kept.Then(Only<IdentityOpened, CannotOpenIdentity>(Confidentiality.Open(kept, "p1", null, Tue15Apr)));

        Assert.Equal((CaseStatus.Open, true), (kept.Status, kept.IsConfidential("p1")));
        Assert.Equal(7, Only<IdentityOpened, CannotOpenIdentity>(Confidentiality.Open(kept, "p1", 7, Tue15Apr)).Letter);
        Refused(CannotOpenIdentity.NotConfidential, Confidentiality.Open(kept, "p2", null, Tue15Apr));
    }

    private static Decision<CannotLog> Decide(LoggingRequest request) =>
        Logging.Decide(request, Landlord.Rules, Mon14Apr);

    private static Decision<CannotEndConfidentiality> End(Case kept, DateOnly on, string consent) =>
        Confidentiality.End(kept, "p1", on, consent, Tue15Apr);
}
