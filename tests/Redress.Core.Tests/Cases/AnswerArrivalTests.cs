using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class AnswerArrivalTests
{
    private static readonly Rules Halton = new(ShippedProcedures.All, ["halton-2011"], [Landlord.Calendar]);

    [Fact]
    public void The_day_belongs_to_the_answer_sent_last_also_once_the_next_stage_was_asked_for()
    {
        Assert.Equal(1, Only<AnswerArrived, CannotRecordArrival>(Decide(Answered(), Thu17Apr)).Stage);
        Assert.Equal(1, Only<AnswerArrived, CannotRecordArrival>(Decide(Escalated(), Thu17Apr)).Stage);

        var answeredTwice = Escalated().Then(new Responded(Wed23Apr, 2));
        Assert.Equal(2, Only<AnswerArrived, CannotRecordArrival>(Decide(answeredTwice, Wed30Apr)).Stage);
    }

    [Fact]
    public void It_is_between_the_answer_and_the_request_and_not_to_come()
    {
        Refused(CannotRecordArrival.NotAnswered, Decide(Acknowledged(), Wed16Apr));
        Refused(CannotRecordArrival.InTheFuture, Decide(Answered(), Thu1May));
        Refused(CannotRecordArrival.BeforeTheAnswer, Decide(Answered(), Tue15Apr));
        Refused(CannotRecordArrival.AfterTheRequest, Decide(Escalated(), Wed23Apr));
    }

    [Fact]
    public void Recorded_again_the_last_holds()
    {
        var corrected = Answered().Then(new AnswerArrived(Thu17Apr, 1), new AnswerArrived(Wed23Apr, 1));

        Assert.Equal(Wed23Apr, corrected.CurrentStage.AnswerArrivedOn);
    }

    [Fact]
    public void It_counts_where_the_procedure_says_so()
    {
        var halton = CaseOf(Received(Mon14Apr) with { ProcedureId = "halton-2011" }, new Responded(Wed16Apr, 1));

        Assert.True(AnswerArrival.Counts(halton, Halton));
        Assert.False(AnswerArrival.Counts(Answered(), Landlord.Rules));
    }

    private static Decision<CannotRecordArrival> Decide(Case answered, DateOnly on) =>
        AnswerArrival.Decide(answered, on, Wed30Apr);
}
