using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

/// <summary>Decisions and old records often tell of stage 2 and not of the request for it.</summary>
public class AssumedRequestTests
{
    private static readonly string[] StageOne =
    [
        "2024-05-02 received",
        "2024-05-07 acknowledged",
        "2024-05-20 responded",
    ];

    [Fact]
    public void The_first_thing_known_of_a_stage_stands_in_for_the_request()
    {
        var duties = Duties(
            "code-2024",
            "2024-08-01",
            [.. StageOne, "2024-06-05 acknowledged stage=2", "2024-07-10 responded stage=2"]
        );

        var respond = duties.The(DutyName.Respond, 2);
        Assert.Equal(
            (Day("2024-06-05"), Day("2024-07-03"), Verdict.Late),
            (respond.CountedFrom, respond.Due, respond.Verdict)
        );
        var acknowledge = duties.The(DutyName.Acknowledge, 2);
        Assert.Equal((Day("2024-06-05"), true), (acknowledge.CountedFrom, acknowledge.StartAssumed));
        Assert.Contains(
            "The records do not give that day; the earliest one known stands in.",
            acknowledge.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_window_is_not_said_to_have_been_missed_on_a_day_nobody_recorded()
    {
        var window = Duties(
                "halton-2011",
                "2013-07-01",
                "2013-03-25 received",
                "2013-04-10 responded",
                "2013-06-03 hearing_notified stage=2 hearing=2013-06-24"
            )
            .The(DutyName.RequestNextStage);
        Assert.Equal((Day("2013-06-03"), true), (window.Met, window.MetAssumed));
        Assert.EndsWith(
            "late against that day, but it may have been asked in time.",
            window.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_request_that_is_recorded_is_never_replaced()
    {
        var acknowledge = Duties(
                "code-2024",
                "2024-08-01",
                [.. StageOne, "2024-06-05 acknowledged stage=2", "2024-06-06 escalation_requested"]
            )
            .The(DutyName.Acknowledge, 2);
        Assert.Equal((Day("2024-06-06"), false), (acknowledge.CountedFrom, acknowledge.StartAssumed));
    }

    [Fact]
    public void A_third_stage_known_alone_shows_that_the_second_was_reached()
    {
        var duties = Duties(
            "code-2022",
            "2023-12-01",
            "2023-06-01 received",
            "2023-06-01 logged",
            "2023-09-01 responded stage=3"
        );
        Assert.Equal(Day("2023-09-01"), duties.The(DutyName.Respond, 3).CountedFrom);
        Assert.Equal(Day("2023-09-01"), duties.The(DutyName.Respond, 2).CountedFrom);
    }

    [Fact]
    public void Nothing_known_of_a_stage_by_the_day_asked_about_starts_nothing() =>
        Assert.DoesNotContain(
            Duties("code-2024", "2024-06-04", [.. StageOne, "2024-06-05 acknowledged stage=2"]),
            duty => duty.Stage == 2
        );
}
