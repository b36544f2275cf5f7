namespace Redress.Core.Cases;

/// <summary>Somebody who sees a sealed case.</summary>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Until">The last day they do; none where there is no end.</param>
public sealed record CaseReader(string Person, DateOnly? Until = null);

/// <summary>Who sealed a case, and how far its opening has come.</summary>
/// <param name="By">Who sealed it.</param>
/// <param name="AgreedOn">The day a second person agreed; none while nobody has.</param>
/// <param name="LiftAskedBy">Who asked for it to be opened to everybody again; none where nobody did.</param>
public sealed record CaseSeal(string By, DateOnly? AgreedOn = null, string? LiftAskedBy = null);

/// <summary>Why a case cannot be sealed.</summary>
public enum CannotSeal
{
    /// <summary>It is sealed already.</summary>
    AlreadySealed,

    /// <summary>It does not say why.</summary>
    NoReason,

    /// <summary>Nobody is named to see it too: one alone who is ill would take the case along.</summary>
    NobodyNamed,

    /// <summary>They named themselves, and it takes two.</summary>
    NeedsASecondPerson,

    /// <summary>The complaint is about whoever is named.</summary>
    SubjectOfTheComplaint,
}

/// <summary>Why somebody cannot be let in to a sealed case, or out of it.</summary>
public enum CannotChangeReaders
{
    /// <summary>The case is not sealed.</summary>
    NotSealed,

    /// <summary>Nobody is named.</summary>
    NobodyNamed,

    /// <summary>It does not say why.</summary>
    NoReason,

    /// <summary>The last day has gone.</summary>
    InThePast,

    /// <summary>The complaint is about them.</summary>
    SubjectOfTheComplaint,

    /// <summary>They do not see it as it is.</summary>
    NotAReader,

    /// <summary>They have the case: it is given to somebody else first.</summary>
    HasTheCase,

    /// <summary>Fewer than two would be left to whom no end was set.</summary>
    FewerThanTwo,
}

/// <summary>Why a seal cannot be agreed to or lifted.</summary>
public enum CannotDecideSeal
{
    /// <summary>The case is not sealed.</summary>
    NotSealed,

    /// <summary>A second person agreed already.</summary>
    AlreadyAgreed,

    /// <summary>Whoever sealed it, or asked for it to be opened, cannot also agree: it takes two.</summary>
    NeedsASecondPerson,

    /// <summary>It does not say why.</summary>
    NoReason,
}

/// <summary>
/// A case that exists only for those named: of abuse, of somebody known, of one's own house. To everybody else it is as if
/// it had never been (rule D12; Code 2022, 4.7: confidential as far as possible, disclosed only to those who need to
/// know). It begins at once and a second person agrees; it ends only when two people want it to.
/// </summary>
public static class Sealing
{
    /// <summary>The fewest who see a sealed case for good.</summary>
    public const int FewestReaders = 2;

    /// <summary>
    /// From now on it exists for nobody but whoever seals it, the second person they name, and whoever has it.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="second">Who sees it too, and is asked to agree.</param>
    /// <param name="why">Why nobody else may.</param>
    /// <param name="by">Who seals it.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotSeal> Begin(Case about, string? second, string? why, string by, DateOnly today)
    {
        if (about.Seal is not null)
        {
            return CannotSeal.AlreadySealed;
        }

        if (string.IsNullOrWhiteSpace(second))
        {
            return CannotSeal.NobodyNamed;
        }

        if (second == by)
        {
            return CannotSeal.NeedsASecondPerson;
        }

        if (about.IsAbout(second))
        {
            return CannotSeal.SubjectOfTheComplaint;
        }

        if (Words.From(why) is not { } reason)
        {
            return CannotSeal.NoReason;
        }

        var events = new List<CaseEvent> { new CaseSealed(today, reason) };
        foreach (var reader in new[] { by, second, about.CurrentStage.Handler ?? by }.Distinct())
        {
            events.Add(new ReaderAdmitted(today, reader));
        }

        return events;
    }

    /// <summary>One more sees it, for good or until a day.</summary>
    /// <param name="about">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="why">What they need it for.</param>
    /// <param name="until">The last day they see it; none for good.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotChangeReaders> Admit(
        Case about,
        string? person,
        string? why,
        DateOnly? until,
        DateOnly today
    ) =>
        about.Seal is null ? CannotChangeReaders.NotSealed
        : string.IsNullOrWhiteSpace(person) ? CannotChangeReaders.NobodyNamed
        : Words.From(why) is not { } reason ? CannotChangeReaders.NoReason
        : until < today ? CannotChangeReaders.InThePast
        : about.IsAbout(person) ? CannotChangeReaders.SubjectOfTheComplaint
        : until is not null && about.CurrentStage.Handler == person ? CannotChangeReaders.HasTheCase
        : about.WouldLeave(person, until) < FewestReaders ? CannotChangeReaders.FewerThanTwo
        : new ReaderAdmitted(today, person, reason, until);

    /// <summary>Somebody sees it no more.</summary>
    /// <param name="about">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="why">Why not.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotChangeReaders> Remove(Case about, string? person, string? why, DateOnly today) =>
        about.Seal is null ? CannotChangeReaders.NotSealed
        : !about.Readers.Any(reader => reader.Person == person) ? CannotChangeReaders.NotAReader
        : Words.From(why) is not { } reason ? CannotChangeReaders.NoReason
        : about.CurrentStage.Handler == person ? CannotChangeReaders.HasTheCase
        : about.WouldLeave(person!, DateOnly.MinValue) < FewestReaders ? CannotChangeReaders.FewerThanTwo
        : new ReaderRemoved(today, person!, reason);

    /// <summary>A second person agrees that it is sealed.</summary>
    /// <param name="about">The case.</param>
    /// <param name="by">Who agrees.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotDecideSeal> Agree(Case about, string by, DateOnly today) =>
        about.Seal is not { } seal ? CannotDecideSeal.NotSealed
        : seal.AgreedOn is not null ? CannotDecideSeal.AlreadyAgreed
        : seal.By == by ? CannotDecideSeal.NeedsASecondPerson
        : new SealAgreed(today);

    /// <summary>
    /// It is for everybody again, once two want it: of a seal that nobody agreed to yet the second person decides alone; else
    /// one asks and another agrees.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="why">Why it need not be sealed.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotDecideSeal> Lift(Case about, string? why, string by, DateOnly today) =>
        about.Seal is not { } seal ? CannotDecideSeal.NotSealed
        : Words.From(why) is not { } reason ? CannotDecideSeal.NoReason
        : seal is { AgreedOn: null } && seal.By != by ? new SealLifted(today, reason)
        : seal.LiftAskedBy is null ? new SealLiftAsked(today, reason)
        : seal.LiftAskedBy == by ? CannotDecideSeal.NeedsASecondPerson
        : new SealLifted(today, reason);

    /// <summary>Whether somebody may have the case, for all that a seal says: they see it, and for good.</summary>
    public static bool MayHave(Case about, string person) =>
        about.Seal is null || about.Readers.Any(reader => reader.Person == person && reader.Until is null);

    /// <summary>How many would see it for good, once somebody sees it until a day, or no more.</summary>
    private static int WouldLeave(this Case about, string person, DateOnly? until) =>
        about.Readers.Count(reader => reader.Person != person && reader.Until is null) + (until is null ? 1 : 0);
}
