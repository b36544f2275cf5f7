namespace Redress.Core.Cases;

/// <summary>Something to be asked of a colleague or of a service.</summary>
/// <param name="What">What is asked.</param>
/// <param name="AnswerBy">The day an answer is wanted by, included.</param>
/// <param name="Of">The colleague, where one is asked.</param>
/// <param name="Service">The service, as people call it, where one is asked.</param>
public sealed record AskRequest(string? What, DateOnly AnswerBy, string? Of = null, string? Service = null);

/// <summary>Why nothing can be asked.</summary>
public enum CannotAsk
{
    /// <summary>The case was withdrawn, refused or closed, and waits for nothing.</summary>
    CaseIsOver,

    /// <summary>Neither a colleague nor a service is named.</summary>
    NobodyAsked,

    /// <summary>A colleague and a service are both named: each answers for itself, so each is asked by itself.</summary>
    TwoAsked,

    /// <summary>The complaint is about that colleague, who is asked nothing of the case itself.</summary>
    SubjectOfTheComplaint,

    /// <summary>The case is sealed, and they do not see it until they are to answer.</summary>
    NotAReader,

    /// <summary>Nothing is asked.</summary>
    NothingAsked,

    /// <summary>The day for the answer has passed already.</summary>
    WantedInThePast,
}

/// <summary>Why what was asked cannot be marked as answered or given up.</summary>
public enum CannotSettleAsk
{
    /// <summary>Nothing was asked under that number.</summary>
    NoSuchAsk,

    /// <summary>It was answered or given up before.</summary>
    AlreadySettled,

    /// <summary>It does not say what the answer is, or why it is given up.</summary>
    NothingSaid,
}

/// <summary>
/// Asking a colleague or a service for what a case lacks. It stops no clock (ruling 2): the answer to the resident stays
/// due when it was.
/// </summary>
public static class Asking
{
    /// <summary>What is asked takes the next number of its case.</summary>
    public static Decision<CannotAsk> Decide(Case asking, AskRequest request, DateOnly today)
    {
        var of = string.IsNullOrWhiteSpace(request.Of) ? null : request.Of;
        var service = Words.From(request.Service);
        if (asking.IsOver)
        {
            return CannotAsk.CaseIsOver;
        }

        if (of is null && service is null)
        {
            return CannotAsk.NobodyAsked;
        }

        if (of is not null && service is not null)
        {
            return CannotAsk.TwoAsked;
        }

        if (asking.IsAbout(of))
        {
            return CannotAsk.SubjectOfTheComplaint;
        }

        if (of is not null && !asking.IsOpenTo(of, request.AnswerBy))
        {
            return CannotAsk.NotAReader;
        }

        if (Words.From(request.What) is not { } what)
        {
            return CannotAsk.NothingAsked;
        }

        if (request.AnswerBy < today)
        {
            return CannotAsk.WantedInThePast;
        }

        return new Asked(today, asking.Asks.Count + 1, what, request.AnswerBy, of, service);
    }

    /// <summary>They answered, whatever became of the case meanwhile.</summary>
    /// <param name="asked">The case.</param>
    /// <param name="ask">The number of what was asked.</param>
    /// <param name="answer">What they said.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotSettleAsk> Answer(Case asked, int ask, string? answer, DateOnly today) =>
        Settle(asked, ask, answer, words => new AskAnswered(today, ask, words));

    /// <summary>The case waits for it no longer.</summary>
    /// <param name="asked">The case.</param>
    /// <param name="ask">The number of what was asked.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotSettleAsk> GiveUp(Case asked, int ask, string? reason, DateOnly today) =>
        Settle(asked, ask, reason, words => new AskGivenUp(today, ask, words));

    private static Decision<CannotSettleAsk> Settle(
        Case asked,
        int ask,
        string? said,
        Func<Words, CaseEvent> settles
    ) =>
        ask < 1 || ask > asked.Asks.Count ? CannotSettleAsk.NoSuchAsk
        : asked.Asks[ask - 1].SettledOn is not null ? CannotSettleAsk.AlreadySettled
        : Words.From(said) is not { } words ? CannotSettleAsk.NothingSaid
        : settles(words);
}
