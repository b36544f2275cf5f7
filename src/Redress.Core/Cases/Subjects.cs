namespace Redress.Core.Cases;

/// <summary>Why nobody can be named as whom the complaint is about.</summary>
public enum CannotNameSubject
{
    /// <summary>Nobody is named.</summary>
    NobodyNamed,

    /// <summary>They are named already.</summary>
    AlreadyNamed,

    /// <summary>It does not say what makes them the subject.</summary>
    NoReason,
}

/// <summary>Why it cannot be decided whether the complaint is about somebody.</summary>
public enum CannotDecideSubject
{
    /// <summary>Nobody of that name was named.</summary>
    NotNamed,

    /// <summary>A second person agreed already.</summary>
    AlreadyConfirmed,

    /// <summary>Whoever named them cannot also agree: it takes two.</summary>
    NeedsASecondPerson,

    /// <summary>It does not say why the complaint is not about them.</summary>
    NoReason,
}

/// <summary>
/// The member of staff complained about investigates nothing, answers nothing and sees nothing of it (Code 2022, 4.6; 2024,
/// 6.13). That begins when somebody names them and does not wait for a second person, who agrees or takes it back: a wrong
/// name costs a handler a case for a day, and a right one too late costs the resident their trust. Nobody tells them here;
/// how they are heard is a matter of its own (<see cref="Statements"/>).
/// </summary>
public static class Subjects
{
    /// <summary>
    /// They are the subject from now on. If they have the stage, it waits to be assigned to somebody else.
    /// </summary>
    /// <param name="about">The case, also one that is over: it stays out of their sight.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="why">What makes them the subject.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotNameSubject> Name(Case about, string? person, string? why, DateOnly today) =>
        string.IsNullOrWhiteSpace(person) ? CannotNameSubject.NobodyNamed
        : about.IsAbout(person) ? CannotNameSubject.AlreadyNamed
        : Words.From(why) is not { } reason ? CannotNameSubject.NoReason
        : new SubjectNamed(today, person, reason);

    /// <summary>A second person agrees.</summary>
    /// <param name="about">The case.</param>
    /// <param name="person">Whom it is said to be about.</param>
    /// <param name="by">Who agrees.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotDecideSubject> Confirm(Case about, string? person, string by, DateOnly today) =>
        about.Subjects.FirstOrDefault(subject => subject.Person == person) is not { } named
            ? CannotDecideSubject.NotNamed
        : named.ConfirmedOn is not null ? CannotDecideSubject.AlreadyConfirmed
        : named.NamedBy == by ? CannotDecideSubject.NeedsASecondPerson
        : new SubjectConfirmed(today, named.Person);

    /// <summary>
    /// It is not about them after all; also where a second person had agreed that it was. What is asked of them, is no longer.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="person">Whom it was said to be about.</param>
    /// <param name="reason">Why it is not.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotDecideSubject> Clear(Case about, string? person, string? reason, DateOnly today) =>
        !about.IsAbout(person) ? CannotDecideSubject.NotNamed
        : Words.From(reason) is not { } why ? CannotDecideSubject.NoReason
        : new List<CaseEvent> { new SubjectCleared(today, person!, why) }
            .Concat(Statements.WithdrawnOf(about, person!, StatementWithdrawal.SubjectCleared, today))
            .ToList();
}
