using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class AcknowledgementTests
{
    private static readonly AcknowledgementRequest Letter = new(Tue15Apr, Channel.Email, "Dear Ms Shaw", true);

    [Fact]
    public void A_defined_complaint_is_acknowledged_on_the_day_the_letter_was_sent()
    {
        var acknowledged = Only<Acknowledged, CannotAcknowledge>(Decide(Defined(), Letter));

        Assert.Equal((Tue15Apr, 1, Channel.Email), (acknowledged.On, acknowledged.Stage, acknowledged.Channel));
        Assert.Equal("Dear Ms Shaw", acknowledged.Letter!.Text);
    }

    [Fact]
    public void Definition_and_outcome_sought_come_first() =>
        Refused(CannotAcknowledge.NotDefined, Decide(Logged(), Letter));

    [Fact]
    public void Only_complaints_need_a_definition()
    {
        var enquiry = CaseOf(Received(Mon14Apr, CaseKind.FormalEnquiry));

        Assert.Equal(0, Only<Acknowledged, CannotAcknowledge>(Decide(enquiry, Letter)).Stage);
    }

    [Fact]
    public void Each_stage_is_acknowledged_once()
    {
        Refused(CannotAcknowledge.AlreadyAcknowledged, Decide(Acknowledged(), Letter));

        var second = Only<Acknowledged, CannotAcknowledge>(Decide(Escalated(), Letter with { SentOn = Thu17Apr }));
        Assert.Equal(2, second.Stage);
    }

    [Fact]
    public void What_is_answered_or_over_is_not_acknowledged()
    {
        Refused(CannotAcknowledge.AlreadyAnswered, Decide(Defined().Then(new Responded(Tue15Apr, 1)), Letter));
        Refused(CannotAcknowledge.CaseIsOver, Decide(Withdrawn(), Letter));
    }

    [Fact]
    public void An_acknowledgement_is_a_letter_and_not_a_call()
    {
        Refused(CannotAcknowledge.NotInWriting, Decide(Defined(), Letter with { Channel = Channel.Phone }));
        Refused(CannotAcknowledge.NoLetter, Decide(Defined(), Letter with { Letter = "" }));
    }

    [Fact]
    public void It_names_who_has_the_case_where_the_procedure_wants_that()
    {
        Refused(CannotAcknowledge.HandlerNotNamed, Decide(Defined(), Letter with { NamesHandler = false }));

        var silent = CaseOf(Received(Mon14Apr) with { ProcedureId = "one-stage" }, new Defined(Mon14Apr, Said, Said));
        Assert.Null(Decide(silent, Letter with { NamesHandler = false }).Refusal);
    }

    [Fact]
    public void It_was_sent_between_receipt_and_today()
    {
        Refused(CannotAcknowledge.SentInTheFuture, Decide(Defined(), Letter with { SentOn = Wed30Apr }));
        Refused(CannotAcknowledge.SentBeforeReceipt, Decide(Defined(), Letter with { SentOn = Fri11Apr }));
        Refused(CannotAcknowledge.SentBeforeReceipt, Decide(Escalated(), Letter with { SentOn = Wed16Apr }));
        Assert.Null(Decide(Defined(), Letter with { SentOn = Mon14Apr }).Refusal);
    }

    [Fact]
    public void At_stage_2_the_letter_that_leaves_lists_what_is_outstanding()
    {
        var unsent = Letter with { SentOn = null };
        Refused(CannotAcknowledge.NothingOutstanding, Decide(Escalated(), unsent));

        var listed = Escalated().Then(new PointRaised(Thu17Apr, 1, Said));
        Assert.IsType<LetterWritten>(Assert.Single(Decide(listed, unsent).Events));
    }

    private static Decision<CannotAcknowledge> Decide(Case acknowledged, AcknowledgementRequest request) =>
        Acknowledgement.Decide(acknowledged, request, Landlord.Rules, today: Wed23Apr);
}
