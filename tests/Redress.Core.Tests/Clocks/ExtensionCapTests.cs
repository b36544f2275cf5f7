using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

/// <summary>How far an answer may be put off, stage by stage, under the Code of 2022 and that of 2024.</summary>
public class ExtensionCapTests
{
    // 10 working days of Thursday 1 June 2023; 10 more are the cap (2022 Code, 5.1 and 5.2).
    private static readonly Course First2022 = new(
        "code-2022",
        1,
        "2023-06-15",
        "2023-06-29",
        "2023-06-30",
        "2023-07-06"
    )
    {
        Before = ["2023-06-01 received", "2023-06-01 logged", "2023-06-02 acknowledged"],
    };

    // 20 working days of the request on Monday 3 July 2023; 10 more are the cap (2022 Code, 5.13 and 5.14).
    private static readonly Course Second2022 = new(
        "code-2022",
        2,
        "2023-07-31",
        "2023-08-14",
        "2023-08-15",
        "2023-08-21"
    )
    {
        Before = [.. First2022.Before, "2023-06-15 responded", "2023-07-03 escalation_requested"],
    };

    // 20 working days of the acknowledgement on Monday 8 July 2024; 20 more, over the August bank holiday, are the cap
    // (2024 Code, 6.14 and 6.15).
    private static readonly Course Second2024 = new(
        "code-2024",
        2,
        "2024-08-05",
        "2024-09-03",
        "2024-09-04",
        "2024-09-10"
    )
    {
        Before =
        [
            "2024-06-03 received",
            "2024-06-06 acknowledged",
            "2024-06-20 responded",
            "2024-07-01 escalation_requested",
            "2024-07-08 acknowledged stage=2",
        ],
    };

    // What an extension within the cap needs under either Code; more does no harm.
    private const string Told = "reason ombudsman_details";

    public static TheoryData<string> Courses => [.. All.Keys];

    private static Dictionary<string, Course> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["stage 1, 2022"] = First2022,
            ["stage 2, 2022"] = Second2022,
            ["stage 2, 2024"] = Second2024,
        };

    [Theory]
    [MemberData(nameof(Courses))]
    public void To_the_last_day_of_the_cap_it_counts(string name)
    {
        var course = All[name];

        var respond = course.Respond($"{course.Due} extended until={course.Cap} {Told}", answered: course.Cap);

        Assert.Equal(
            (Day(course.Due), Day(course.Cap), Verdict.InTimeExtended),
            (respond.OriginalDue, respond.Due, respond.Verdict)
        );
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void Told_the_day_after_the_date_in_force_it_counts_for_nothing(string name)
    {
        var course = All[name];
        var nextDay = $"{Day(course.Due).AddDays(1):yyyy-MM-dd}";

        var respond = course.Respond($"{nextDay} extended until={course.Cap} {Told}", answered: course.Cap);

        Assert.Equal((Day(course.Due), Verdict.Late), (respond.Due, respond.Verdict));
    }

    [Theory]
    [InlineData("stage 1, 2022", "reason", false)]
    [InlineData("stage 1, 2022", "reason agreed", true)]
    [InlineData("stage 1, 2022", "reason ombudsman_details", true)]
    [InlineData("stage 2, 2022", "reason", false)]
    [InlineData("stage 2, 2022", "reason agreed", true)]
    [InlineData("stage 2, 2022", "reason ombudsman_details", true)]
    [InlineData("stage 2, 2024", "reason ombudsman_details", false)]
    [InlineData("stage 2, 2024", "reason ombudsman_details approved_by", true)]
    public void A_day_beyond_the_cap_needs_more(string name, string facts, bool counts)
    {
        var course = All[name];

        var respond = course.Respond($"{course.Due} extended until={course.Beyond} {facts}", answered: course.Beyond);

        Assert.Equal(counts ? Verdict.InTimeExtended : Verdict.Late, respond.Verdict);
        Assert.Equal(Day(counts ? course.Beyond : course.Due), respond.Due);
    }

    /// <summary>At stage 2 as at stage 1: what a second one needs is what going beyond the cap needs (5.14 and 5.15).</summary>
    [Theory]
    [InlineData("stage 1, 2022", "reason", false)]
    [InlineData("stage 1, 2022", "reason agreed", true)]
    [InlineData("stage 2, 2022", "reason", false)]
    [InlineData("stage 2, 2022", "reason agreed", true)]
    [InlineData("stage 2, 2022", "reason ombudsman_details", true)]
    [InlineData("stage 2, 2024", "reason ombudsman_details", false)]
    [InlineData("stage 2, 2024", "reason ombudsman_details approved_by", true)]
    public void A_further_extension_past_the_cap_needs_more_and_otherwise_leaves_the_first(
        string name,
        string facts,
        bool counts
    )
    {
        var course = All[name];

        var respond = course.Respond(
            answered: course.Later,
            $"{course.Due} extended until={course.Cap} {Told}",
            $"{course.Cap} extended until={course.Later} {facts}"
        );

        Assert.Equal([true, counts], respond.Moves.Select(move => move.Valid));
        Assert.Equal(Day(counts ? course.Later : course.Cap), respond.Due);
        Assert.Equal(counts ? Verdict.InTimeExtended : Verdict.Late, respond.Verdict);
    }

    /// <summary>No old record says who approved or agreed. Saying more than nothing never makes it worse.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("reason", true)]
    [InlineData("reason ombudsman_details", true)]
    [InlineData("reason ombudsman_details approved_by", false)]
    public void What_an_imported_extension_does_not_say_is_taken_as_given_and_marked(string facts, bool assumed)
    {
        var respond = Second2024.Respond(
            $"{Second2024.Due} extended until={Second2024.Beyond} {facts} assumed".Replace("  ", " "),
            answered: Second2024.Beyond
        );

        Assert.Equal((Verdict.InTimeExtended, assumed), (respond.Verdict, respond.Assumed));
    }

    /// <summary>A stage with the days that were counted by hand from its calendar.</summary>
    /// <param name="Procedure">Under which it runs.</param>
    /// <param name="Stage">Which it is.</param>
    /// <param name="Due">The last day of its answer.</param>
    /// <param name="Cap">The last day to which an extension may put it off by itself.</param>
    /// <param name="Beyond">The working day after that.</param>
    /// <param name="Later">Five working days after the cap.</param>
    private sealed record Course(string Procedure, int Stage, string Due, string Cap, string Beyond, string Later)
    {
        public required string[] Before { get; init; }

        public DutyClock Respond(string extension, string answered) => Respond(answered, [extension]);

        public DutyClock Respond(string answered, params string[] extensions) =>
            Duties(
                    Procedure,
                    "2025-01-31",
                    [
                        .. Before,
                        .. extensions.Select(extension => $"{extension} stage={Stage}"),
                        $"{answered} responded stage={Stage}",
                    ]
                )
                .The(DutyName.Respond, Stage);
    }
}
