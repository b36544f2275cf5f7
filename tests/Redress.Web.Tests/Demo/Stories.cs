using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Demo;

namespace Redress.Web.Tests.Demo;

/// <summary>
/// Starting points for tests, each made by doing the earlier steps. They begin on Monday 3 March 2025 under the 2024 Code
/// and can be told further.
/// </summary>
internal static class Stories
{
    public static readonly DateOnly Mon3Mar = new(2025, 3, 3);

    public static readonly Rules Code = new(
        ShippedProcedures.All,
        ["code-2020", "code-2022", "code-2024"],
        ShippedCalendars.All
    );

    private static int told;

    /// <summary>A complaint received and logged on Monday 3 March.</summary>
    public static Story ReceivedBy(string handler, string? reference = null)
    {
        var chance = new Chance(seed: 7, Interlocked.Increment(ref told));
        var request = new LoggingRequest(
            CaseKind.Complaint,
            reference ?? chance.Reference(),
            Mon3Mar,
            Channel.Email,
            "The lift has been out for a week.",
            handler
        )
        {
            Category = "Lifts",
        };
        return Story.Received(new StoryTeller(Code, until: new DateOnly(2027, 1, 1)), chance, request);
    }

    /// <summary>Acknowledged on Wednesday 5 March; the answer is due on Wednesday 19 March.</summary>
    public static Story AcknowledgedBy(string handler) =>
        ReceivedBy(handler)
            .Defined(Mon3Mar.AddDays(2), "The lift was out of order for a week.", "A lift that works.")
            .Acknowledged(Mon3Mar.AddDays(2), "Dear resident, I have your case.");

    /// <summary>Answered in time, on Monday 17 March.</summary>
    public static Story AnsweredBy(string handler) =>
        AcknowledgedBy(handler).Answered(Mon3Mar.AddDays(14), "Dear resident, you are right.", Finding.Upheld);

    /// <summary>Stage 2 asked for on Thursday 20 March, and with somebody else.</summary>
    public static Story EscalatedTo(string reviewer, string answeredBy) =>
        AnsweredBy(answeredBy)
            .NextStageAskedFor(Mon3Mar.AddDays(17), "It broke again.")
            .Assigned(Mon3Mar.AddDays(17), reviewer);
}
