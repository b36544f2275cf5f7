using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CommitmentTests
{
    private static readonly CommitmentRequest Roof = new("Mend the roof", Fri2May, "repairs");
    private static readonly CommitmentProof Photograph = new(1, Wed30Apr, "A photograph");

    [Fact]
    public void Promises_are_numbered_and_may_be_made_on_a_closed_case()
    {
        var closed = Answered().Then(new Closed(Wed16Apr));

        closed.Then(Commitments.Make(closed, Roof, Thu17Apr).Events);
        closed.Then(Commitments.Make(closed, Roof with { What = "Paint the ceiling" }, Thu17Apr).Events);

        Assert.Equal([1, 2], closed.Commitments.Select(commitment => commitment.Number));
    }

    [Fact]
    public void A_promise_says_what_who_and_by_when()
    {
        Refused(CannotCommit.NothingPromised, Commitments.Make(Logged(), Roof with { What = "" }, Wed16Apr));
        Refused(CannotCommit.NoOwner, Commitments.Make(Logged(), Roof with { Owner = null }, Wed16Apr));
        Refused(CannotCommit.DueInThePast, Commitments.Make(Logged(), Roof with { DueOn = Tue15Apr }, Wed16Apr));
        Refused(CannotCommit.NoSuchPoint, Commitments.Make(Logged(), Roof with { Point = 1 }, Wed16Apr));
    }

    [Fact]
    public void A_promise_may_put_a_point_right()
    {
        var pointed = Logged().Then(new PointRaised(Mon14Apr, 1, Said));

        pointed.Then(Commitments.Make(pointed, Roof with { Point = 1 }, Wed16Apr).Events);

        Assert.Equal(1, pointed.Commitments[0].Point);
    }

    [Fact]
    public void A_promise_is_kept_once_and_with_proof()
    {
        var promised = Promised();
        Refused(CannotKeepCommitment.NoProof, Keep(promised, Photograph with { Proof = "" }));
        Refused(CannotKeepCommitment.NoSuchCommitment, Keep(promised, Photograph with { Commitment = 2 }));

        promised.Then(Keep(promised, Photograph).Events);

        Assert.Equal(Wed30Apr, promised.Commitments[0].KeptOn);
        Refused(CannotKeepCommitment.AlreadyKept, Keep(promised, Photograph));
    }

    [Fact]
    public void A_promise_is_kept_between_its_making_and_today()
    {
        Refused(CannotKeepCommitment.KeptInTheFuture, Keep(Promised(), Photograph with { KeptOn = Fri2May }));
        Refused(CannotKeepCommitment.KeptBeforeItWasMade, Keep(Promised(), Photograph with { KeptOn = Mon14Apr }));
    }

    private static Case Promised() => Answered().Then(new CommitmentMade(Wed16Apr, 1, Said, Fri2May, "repairs"));

    private static Decision<CannotKeepCommitment> Keep(Case kept, CommitmentProof proof) =>
        Commitments.Keep(kept, proof, today: Thu1May);
}
