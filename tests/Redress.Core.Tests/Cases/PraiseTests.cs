using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class PraiseTests
{
    [Fact]
    public void Praise_is_passed_on_and_put_on_file()
    {
        var compliment = Compliment();

        compliment.Then(Praise.PassOn(compliment, Tue15Apr, " Caretakers ", Wed30Apr).Events);
        compliment.Then(Praise.File(compliment, Wed16Apr, Wed30Apr).Events);

        Assert.Equal((Tue15Apr, Wed16Apr), (compliment.RelayedOn, compliment.FiledOn));
        Assert.Contains(compliment.History, row => row.Event is Relayed { To: "Caretakers" });
    }

    [Fact]
    public void Each_is_done_once()
    {
        var done = Compliment().Then(new Relayed(Tue15Apr, "Caretakers"), new Filed(Tue15Apr));

        Refused(CannotPassOnPraise.AlreadyDone, PassOn(done));
        Refused(CannotPassOnPraise.AlreadyDone, Praise.File(done, Tue15Apr, Wed30Apr));
    }

    [Fact]
    public void It_is_for_compliments_that_are_open()
    {
        Refused(CannotPassOnPraise.NoCompliment, PassOn(Logged()));
        Refused(CannotPassOnPraise.CaseIsOver, PassOn(Compliment().Then(new Closed(Mon14Apr))));
    }

    [Fact]
    public void Somebody_must_be_named() => Refused(CannotPassOnPraise.NobodyNamed, PassOn(Compliment(), to: ""));

    [Fact]
    public void It_is_done_after_receipt_and_not_in_the_future()
    {
        Refused(CannotPassOnPraise.BeforeReceipt, PassOn(Compliment(), on: Fri11Apr));
        Refused(CannotPassOnPraise.InTheFuture, PassOn(Compliment(), on: Thu1May));
    }

    private static Case Compliment() => CaseOf(Received(Mon14Apr, CaseKind.Compliment));

    private static Decision<CannotPassOnPraise> PassOn(Case praised, DateOnly? on = null, string to = "Caretakers") =>
        Praise.PassOn(praised, on ?? Tue15Apr, to, today: Wed30Apr);
}
