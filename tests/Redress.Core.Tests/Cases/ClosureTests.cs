using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ClosureTests
{
    private static readonly Classified Damp = new(Mon14Apr, Category: "damp");

    [Fact]
    public void A_closed_case_shows_receipt_nature_action_and_its_day()
    {
        var closed = Answered().Then(Damp);

        closed.Then(Closure.Decide(closed, Thu17Apr, Thu17Apr).Events);

        Assert.Equal((CaseStatus.Closed, Thu17Apr), (closed.Status, closed.ClosedOn));
        Assert.Equal((Mon14Apr, "damp", Finding.NotUpheld), (closed.ReceivedOn, closed.Category, closed.Outcome));
        Assert.Equal(Wed16Apr, closed.CurrentStage.RespondedOn);
    }

    [Fact]
    public void Without_its_nature_a_case_stays_open() =>
        Refused(CannotClose.NoCategory, Closure.Decide(Answered(), Thu17Apr, Thu17Apr));

    [Fact]
    public void A_case_about_which_nothing_was_done_stays_open()
    {
        Refused(CannotClose.NothingDone, Closure.Decide(Logged().Then(Damp), Thu17Apr, Thu17Apr));
        Refused(CannotClose.NothingDone, Closure.Decide(Escalated().Then(Damp), Thu17Apr, Thu17Apr));
    }

    [Fact]
    public void A_withdrawn_case_and_praise_passed_on_can_be_closed()
    {
        var praise = CaseOf(Received(Mon14Apr, CaseKind.Compliment), Damp, new Relayed(Tue15Apr, "repairs"));

        Assert.Null(Closure.Decide(Withdrawn().Then(Damp), Thu17Apr, Thu17Apr).Refusal);
        Assert.Null(Closure.Decide(praise, Thu17Apr, Thu17Apr).Refusal);
    }

    [Fact]
    public void Praise_is_not_closed_before_the_last_thing_done_about_it()
    {
        var praise = CaseOf(
            Received(Mon14Apr, CaseKind.Compliment),
            Damp,
            new Filed(Tue15Apr),
            new Relayed(Wed16Apr, "repairs")
        );

        Refused(CannotClose.BeforeItsAction, Closure.Decide(praise, Tue15Apr, Thu17Apr));
        Assert.Null(Closure.Decide(praise, Wed16Apr, Thu17Apr).Refusal);
    }

    [Fact]
    public void A_case_is_closed_once_between_its_action_and_today()
    {
        var answered = Answered().Then(Damp);

        Refused(CannotClose.InTheFuture, Closure.Decide(answered, Wed23Apr, today: Thu17Apr));
        Refused(CannotClose.BeforeItsAction, Closure.Decide(answered, Tue15Apr, today: Thu17Apr));
        Refused(CannotClose.AlreadyClosed, Closure.Decide(answered.Then(new Closed(Thu17Apr)), Thu17Apr, Thu17Apr));
    }

    [Fact]
    public void A_resident_withdraws_with_a_reason_while_something_is_owed()
    {
        WithdrawalRequest call = new(Tue15Apr, WithdrawalMethod.Phone, "It is mended");
        var withdrawn = Logged();

        Refused(CannotWithdraw.NoReason, Withdrawal.Decide(withdrawn, call with { Reason = "" }, Wed16Apr));
        Refused(CannotWithdraw.InTheFuture, Withdrawal.Decide(withdrawn, call, today: Mon14Apr));
        Refused(CannotWithdraw.BeforeReceipt, Withdrawal.Decide(withdrawn, call with { On = Fri11Apr }, Wed16Apr));
        Refused(CannotWithdraw.CaseIsNotOpen, Withdrawal.Decide(Answered(), call, Wed16Apr));

        withdrawn.Then(Withdrawal.Decide(withdrawn, call, Wed16Apr).Events);

        Assert.Equal((CaseStatus.Withdrawn, Tue15Apr), (withdrawn.Status, withdrawn.WithdrawnOn));
    }
}
