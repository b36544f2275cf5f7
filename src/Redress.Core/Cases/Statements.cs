using System.Text.RegularExpressions;

namespace Redress.Core.Cases;

/// <summary>What a subject is to be asked, and what is released to them for it.</summary>
/// <param name="Request">The random id by which they will know it.</param>
/// <param name="Person">Who is asked.</param>
/// <param name="Questions">What they are asked.</param>
/// <param name="Extracts">What they may read, each copied for them; those left empty are none.</param>
/// <param name="Support">Who offers them which support: a union, occupational health.</param>
public sealed record StatementRequest(
    string Request,
    string? Person,
    string? Questions,
    IReadOnlyList<string?> Extracts,
    string? Support
)
{
    /// <summary>What those who complain are called, so far as whoever asks may know it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True where a name of theirs is meant to be released.</summary>
    public bool ReleasesNames { get; init; }
}

/// <summary>Why no statement can be asked for.</summary>
public enum CannotAskStatement
{
    /// <summary>The case was withdrawn, refused or closed.</summary>
    CaseIsOver,

    /// <summary>The answer of this stage has been sent.</summary>
    AlreadyAnswered,

    /// <summary>Nobody is named, or the complaint is not about them.</summary>
    NotASubject,

    /// <summary>Nobody agreed yet that the complaint is about them: somebody named by mistake must not learn of it.</summary>
    NotConfirmed,

    /// <summary>They were asked already, and can still answer.</summary>
    AlreadyAsked,

    /// <summary>Nothing is asked.</summary>
    NothingAsked,

    /// <summary>It does not say what support they are offered.</summary>
    NoSupport,

    /// <summary>The reference of the case stands in what they would read.</summary>
    GivesTheReference,

    /// <summary>The name of somebody who complains stands in what they would read, and is not said to be released.</summary>
    GivesAName,

    /// <summary>The day it would be due is beyond the last year of the case's calendar.</summary>
    BeyondTheCalendar,
}

/// <summary>Why no statement can be given, waived or withdrawn.</summary>
public enum CannotAnswerStatement
{
    /// <summary>Nothing was asked of them by that id.</summary>
    NoSuchRequest,

    /// <summary>It is no longer asked, or the answer to the resident has been sent.</summary>
    NoLongerAsked,

    /// <summary>They have answered, or said that they have nothing to say.</summary>
    AlreadyAnswered,

    /// <summary>Nothing is written.</summary>
    NothingSaid,
}

/// <summary>
/// Whom a complaint is about is heard without seeing the case (Code 2022, 4.12; rulings 12 and 13; rule D2): by a request that
/// holds what was chosen and copied for them and nothing else. They have three working days; then the work goes on, and the
/// record says that they did not answer. No clock waits for it.
/// </summary>
public static partial class Statements
{
    /// <summary>How many working days they have (ruling 13). The day they are asked is not counted.</summary>
    public const int WorkingDays = 3;

    /// <summary>Asks a subject on whom two people agree, once at a time.</summary>
    public static Decision<CannotAskStatement> Ask(Case about, StatementRequest request, Rules rules, DateOnly today)
    {
        if (about.IsOver)
        {
            return CannotAskStatement.CaseIsOver;
        }

        if (about.CurrentStage.RespondedOn is not null)
        {
            return CannotAskStatement.AlreadyAnswered;
        }

        if (about.Subjects.FirstOrDefault(one => one.Person == request.Person) is not { } subject)
        {
            return CannotAskStatement.NotASubject;
        }

        if (subject.ConfirmedOn is null)
        {
            return CannotAskStatement.NotConfirmed;
        }

        if (about.Statements.Any(one => one.Person == subject.Person && IsOpen(about, one)))
        {
            return CannotAskStatement.AlreadyAsked;
        }

        if (Words.From(request.Questions) is not { } questions)
        {
            return CannotAskStatement.NothingAsked;
        }

        if (Words.From(request.Support) is not { } support)
        {
            return CannotAskStatement.NoSupport;
        }

        var extracts = request.Extracts.Select(Words.From).OfType<Words>().ToList();
        var released = string.Join('\n', extracts.Append(questions).Append(support).Select(words => words.Text));
        if (released.Contains(about.Reference, StringComparison.OrdinalIgnoreCase))
        {
            return CannotAskStatement.GivesTheReference;
        }

        if (!request.ReleasesNames && request.Names.Any(name => Gives(released, name)))
        {
            return CannotAskStatement.GivesAName;
        }

        return rules.Calendar(about.CalendarId, about.CalendarEdition).TryAdd(today, WorkingDays, out var answerBy)
            ? new StatementRequested(
                today,
                about.Stage,
                about.Statements.Count + 1,
                request.Request,
                subject.Person,
                questions,
                extracts,
                support,
                answerBy
            )
            : CannotAskStatement.BeyondTheCalendar;
    }

    /// <summary>
    /// They answer. What they said stays as it is; they may say more until the answer to the resident is sent, also when
    /// their days have passed.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="request">The id of the request.</param>
    /// <param name="by">Who answers: only whoever was asked.</param>
    /// <param name="text">What they say.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotAnswerStatement> Give(
        Case about,
        string request,
        string by,
        string? text,
        DateOnly today
    ) =>
        Asked(about, request, by) is not { } asked ? CannotAnswerStatement.NoSuchRequest
        : !IsOpen(about, asked) ? CannotAnswerStatement.NoLongerAsked
        : Words.From(text) is not { } words ? CannotAnswerStatement.NothingSaid
        : new StatementGiven(today, asked.Number, words);

    /// <summary>They have nothing to say. They may still say something until the answer to the resident is sent.</summary>
    /// <inheritdoc cref="Give"/>
    public static Decision<CannotAnswerStatement> Waive(Case about, string request, string by, DateOnly today) =>
        Asked(about, request, by) is not { } asked ? CannotAnswerStatement.NoSuchRequest
        : !IsOpen(about, asked) ? CannotAnswerStatement.NoLongerAsked
        : asked.AnsweredOn is not null ? CannotAnswerStatement.AlreadyAnswered
        : new StatementWaived(today, asked.Number);

    /// <summary>It is no longer asked: something was released that should not have been, or it need not be answered.</summary>
    /// <param name="about">The case.</param>
    /// <param name="statement">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotAnswerStatement> Withdraw(Case about, int statement, string? reason, DateOnly today) =>
        about.Statements.FirstOrDefault(one => one.Number == statement) is not { } asked
            ? CannotAnswerStatement.NoSuchRequest
        : !IsOpen(about, asked) ? CannotAnswerStatement.NoLongerAsked
        : Words.From(reason) is not { } why ? CannotAnswerStatement.NothingSaid
        : new StatementWithdrawn(today, asked.Number, StatementWithdrawal.NotNeeded, why);

    /// <summary>What is withdrawn by itself, of somebody who can answer no more: none where nothing was open.</summary>
    /// <param name="about">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="why">Why they cannot.</param>
    /// <param name="today">Today.</param>
    public static IEnumerable<CaseEvent> WithdrawnOf(
        Case about,
        string person,
        StatementWithdrawal why,
        DateOnly today
    ) =>
        about
            .Statements.Where(asked => asked.Person == person && IsOpen(about, asked))
            .Select(asked => new StatementWithdrawn(today, asked.Number, why));

    /// <summary>Those whose last day is before today and who have said nothing, for the record to say so.</summary>
    public static IEnumerable<CaseEvent> Passed(Case about, DateOnly today) =>
        about
            .Statements.Where(asked => asked.State == StatementState.Awaited && asked.AnswerBy < today)
            .Where(asked => IsOpen(about, asked))
            .Select(asked => new StatementPassed(today, asked.Number));

    /// <summary>Whether something can still be said: until an answer is sent, the case is over or it is withdrawn.</summary>
    public static bool IsOpen(Case about, Statement asked) =>
        asked.State != StatementState.Withdrawn
        && !about.IsOver
        && about.CurrentStage.RespondedOn is null
        && about.FindStage(asked.Stage) is { RespondedOn: null };

    private static Statement? Asked(Case about, string request, string by) =>
        about.Statements.FirstOrDefault(asked => asked.Request == request && asked.Person == by);

    /// <summary>Whether the text has the name, or the last part of it, as a word: "Mrs Shaw" and "Shaw", not "shawl".</summary>
    private static bool Gives(string text, string name) =>
        LastPart().Match(name.Trim()) is { Success: true, Value: var last }
        && Regex.IsMatch(
            text,
            $@"(?<!\w){Regex.Escape(last)}(?!\w)",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(@"\S{3,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastPart();
}
