using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

/// <summary>Twenty-eight days from the day the decision letter arrived, or is taken to have arrived.</summary>
public class ArrivalTests
{
    private const string Received = "2012-03-01 received";
    private const string Answered = "2012-03-15 responded";

    [Fact]
    public void The_time_to_ask_counts_from_the_arrival_as_last_recorded()
    {
        var window = Window("halton-2011", "2012-03-19 answer_arrived", "2012-03-20 answer_arrived");

        Assert.Equal((Day("2012-03-20"), Day("2012-04-17")), (window.CountedFrom, window.Due));
        Assert.Contains(
            "28 calendar days from the arrival of the answer on Tuesday 20 March 2012",
            window.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_request_in_time_from_the_arrival_is_in_time_though_late_from_the_sending()
    {
        Assert.Equal(Verdict.Late, Window("halton-2011", "2012-04-16 escalation_requested").Verdict);
        Assert.Equal(
            Verdict.InTime,
            Window("halton-2011", "2012-03-20 answer_arrived", "2012-04-16 escalation_requested").Verdict
        );
    }

    [Fact]
    public void Until_it_is_recorded_the_day_the_answer_was_sent_stands_in_and_the_sentence_says_so()
    {
        var window = Window("halton-2011");

        Assert.Equal((Day("2012-03-15"), Day("2012-04-12")), (window.CountedFrom, window.Due));
        Assert.Contains(
            "The day it arrived is not recorded; the day it was sent stands in",
            window.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_the_procedure_says_so_it_is_taken_to_arrive_days_after_it_was_sent()
    {
        var deemed = Deemed();
        // Thursday's letter is taken to arrive on Monday.
        var window = Duties(deemed, "2012-06-12", Received, Answered).The(DutyName.RequestNextStage);

        Assert.Equal((Day("2012-03-19"), Day("2012-04-16")), (window.CountedFrom, window.Due));
        Assert.Contains("taken to have arrived 2 working days after", window.Explanation, StringComparison.Ordinal);
        var recorded = Duties(deemed, "2012-06-12", Received, Answered, "2012-03-16 answer_arrived");
        Assert.Equal(Day("2012-04-13"), recorded.The(DutyName.RequestNextStage).Due);
    }

    [Fact]
    public void Whoever_asks_before_the_letter_is_taken_to_have_arrived_asks_in_time()
    {
        var asked = Duties(Deemed(), "2012-06-12", Received, Answered, "2012-03-16 escalation_requested");

        Assert.Equal(Verdict.InTime, asked.The(DutyName.RequestNextStage).Verdict);
    }

    [Theory]
    [InlineData(false, Verdict.Overdue)]
    [InlineData(true, Verdict.InTime)]
    public void Haltons_meeting_is_met_face_to_face_only(bool inPerson, Verdict verdict)
    {
        var events = new ClockEvent[]
        {
            new(ClockEventKind.Received, Day("2012-03-01")),
            new(ClockEventKind.Contacted, Day("2012-03-02")) { InPerson = inPerson },
        };
        var halton = ShippedProcedures.Find("halton-2011")!;
        var calendar = ShippedCalendars.Get(halton.CalendarId);
        var history = new ClockHistory(CaseKind.Complaint, events, _ => halton, _ => calendar);

        Assert.Equal(verdict, Core.Clocks.Clocks.Of(history, Day("2012-03-30")).The(DutyName.Contact).Verdict);
    }

    private static Procedure Deemed() =>
        LandlordClockTests.WithStage1(
            ShippedProcedures.Find("halton-2011")!,
            rules =>
                [
                    .. rules.Select(rule =>
                        rule.Arrival is null
                            ? rule
                            : rule with
                            {
                                Arrival = new ArrivalRule(new Limit(2, LimitUnit.WorkingDays), "6"),
                            }
                    ),
                ]
        );

    private static DutyClock Window(string procedure, params string[] then) =>
        Duties(procedure, "2012-06-12", [Received, Answered, .. then]).The(DutyName.RequestNextStage);
}
