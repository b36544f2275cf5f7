using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Cases;

/// <summary>Starting points, made by recording what happened before.</summary>
internal static class Histories
{
    public static readonly DateOnly Fri11Apr = new(2025, 4, 11);
    public static readonly DateOnly Mon14Apr = new(2025, 4, 14);
    public static readonly DateOnly Tue15Apr = new(2025, 4, 15);
    public static readonly DateOnly Wed16Apr = new(2025, 4, 16);
    public static readonly DateOnly Thu17Apr = new(2025, 4, 17);
    public static readonly DateOnly Wed23Apr = new(2025, 4, 23);
    public static readonly DateOnly Wed30Apr = new(2025, 4, 30);
    public static readonly DateOnly Thu1May = new(2025, 5, 1);
    public static readonly DateOnly Fri2May = new(2025, 5, 2);
    public static readonly DateTime Noon = new(2025, 4, 14, 12, 0, 0, DateTimeKind.Utc);
    public static readonly Words Said = Words.Stored("w1", "00");

    public static Received Received(DateOnly on, CaseKind kind = CaseKind.Complaint) =>
        new(on, kind, "R-1", "two-stages", "england-and-wales", Landlord.Calendar.Edition, Channel.Phone);

    public static Case CaseOf(params IEnumerable<CaseEvent> events) => Case.Fold("c1", Recorded(events));

    public static IEnumerable<RecordedEvent> Recorded(params IEnumerable<CaseEvent> events) =>
        events.Select((happened, index) => new RecordedEvent(index + 1, happened, Noon, "amira"));

    /// <summary>Received and logged on Monday, with Amira, and not defined yet.</summary>
    public static Case Logged() => CaseOf(Received(Mon14Apr), new Logged(Mon14Apr), new Assigned(Mon14Apr, 1, "amira"));

    /// <summary>Logged on Monday and defined.</summary>
    public static Case Defined() => Logged().Then(new Defined(Mon14Apr, Said, Said));

    /// <summary>Logged on Monday and acknowledged on Tuesday.</summary>
    public static Case Acknowledged() => Defined().Then(new Acknowledged(Tue15Apr, 1));

    /// <summary>Acknowledged on Tuesday and answered on Wednesday.</summary>
    public static Case Answered() => Acknowledged().Then(new Responded(Wed16Apr, 1, Finding.NotUpheld));

    /// <summary>Answered on Wednesday; stage 2 asked for on Thursday.</summary>
    public static Case Escalated() => Answered().Then(new EscalationRequested(Thu17Apr, 1, "two-stages"));

    /// <summary>Logged on Monday and withdrawn on Tuesday.</summary>
    public static Case Withdrawn() => Logged().Then(new Withdrawn(Tue15Apr, WithdrawalMethod.Phone, Said));

    /// <summary>What happened next, recorded by Amira unless said.</summary>
    public static Case Then(this Case before, params IEnumerable<CaseEvent> events) => before.Then("amira", events);

    /// <summary>What happened next, recorded by the person named.</summary>
    public static Case Then(this Case before, string who, params IEnumerable<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            before.Apply(new RecordedEvent(before.Version + 1, happened, Noon, who));
        }

        return before;
    }

    /// <summary>What happened next, each thing recorded on the day it happened.</summary>
    public static Case ThenKnown(this Case before, params IEnumerable<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            var noon = LondonTime.Utc(happened.On, new TimeOnly(12, 0));
            before.Apply(new RecordedEvent(before.Version + 1, happened, noon, "amira"));
        }

        return before;
    }

    public static void Refused<T>(T expected, Decision<T> decision)
        where T : struct, Enum
    {
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision.Events);
    }

    /// <summary>The one event a decision comes to.</summary>
    public static TEvent Only<TEvent, TRefusal>(Decision<TRefusal> decision)
        where TEvent : CaseEvent
        where TRefusal : struct, Enum
    {
        Assert.Null(decision.Refusal);
        return Assert.IsType<TEvent>(Assert.Single(decision.Events));
    }
}
