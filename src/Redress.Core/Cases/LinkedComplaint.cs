using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>
/// Logging a complaint out of another case: something new that came up in a complaint, or what an enquiry, a request or a
/// noted call turned out to hold. Staff alone may do it, and never the reverse (ruling 10). The case it comes from goes on by
/// itself.
/// </summary>
public static class LinkedComplaint
{
    /// <summary>The new complaint, which says where it comes from. It was received no earlier than that was.</summary>
    /// <param name="from">The case it comes from.</param>
    /// <param name="request">The complaint as it is taken down.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotLog> Decide(Case from, LoggingRequest request, Rules rules, DateOnly today)
    {
        if (request.ReceivedOn < from.ReceivedOn)
        {
            return CannotLog.ReceivedBeforeTheOther;
        }

        var logged = Logging.Decide(
            request with
            {
                Kind = CaseKind.Complaint,
                Anonymous = from.Anonymous,
                Confidential = from.IsConfidential(from.ComplainantId),
            },
            rules,
            today
        );
        return logged.Refusal is null ? new List<CaseEvent>(logged.Events) { LinkFrom(from, today) } : logged;
    }

    /// <summary>What the new complaint says of the case it comes from.</summary>
    public static Linked LinkFrom(Case from, DateOnly today) =>
        new(today, from.Reference, IsComplaint(from) ? CaseRelation.Follows : CaseRelation.MadeOf);

    /// <summary>What the case it comes from says of it.</summary>
    public static Linked LinkTo(string complaint, Case from, DateOnly today) =>
        new(today, complaint, IsComplaint(from) ? CaseRelation.FollowedBy : CaseRelation.Holds);

    private static bool IsComplaint(Case from) => from.Kind == CaseKind.Complaint;
}
