namespace Redress.Core.Cases;

/// <summary>
/// Nothing is found against a member of staff before both sides had a fair chance to set out their position (Code 2022,
/// 4.12). Asked when an answer finds for the resident, in whole or in part, in a complaint about a member of staff on whom
/// two people agree. Every answer is asked, because the resident may stop at each; whoever was heard once was heard.
/// It warns and never holds an answer up: who answers goes on with a reason, which is recorded (ruling 23). It is asked when
/// the answer is written, not again when its letter leaves.
/// </summary>
public static class FairHearing
{
    /// <summary>The subjects on whom two people agree.</summary>
    public static IEnumerable<string> Subjects(Case about) =>
        about.Subjects.Where(subject => subject.ConfirmedOn is not null).Select(subject => subject.Person);

    /// <summary>Whether the answer finds for the resident in anything.</summary>
    /// <param name="about">The case.</param>
    /// <param name="outcome">The finding on the whole.</param>
    public static bool IsAdverse(Case about, Finding? outcome) =>
        outcome is Finding.Upheld or Finding.PartlyUpheld
        || about.Points.Any(point => point.Finding is Finding.Upheld or Finding.PartlyUpheld);

    /// <summary>
    /// The subjects who had no chance: who neither gave a statement nor said that they have nothing to say, nor were asked
    /// and let their days pass. A request that was withdrawn before was no chance.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="on">The day of the answer.</param>
    public static IReadOnlyList<string> NotHeard(Case about, DateOnly on) =>
        [
            .. Subjects(about)
                .Where(person => !about.Statements.Any(asked => asked.Person == person && HadAChance(asked, on))),
        ];

    /// <summary>
    /// Whether the resident's side was heard. The complaint alone does not do, because it was written before they knew what
    /// the landlord made of it: they were spoken to, said that no contact was wanted, wrote again, said whether the
    /// definition is what they meant or asked for the next stage; or they have had the acknowledgement, which says what was
    /// understood, for as many working days as a subject has. Where nobody knows who they are, the complaint is all there is.
    /// </summary>
    /// <param name="about">The case.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="on">The day of the answer.</param>
    public static bool ResidentHeard(Case about, Rules rules, DateOnly on) =>
        about.Complainants.Count == 0
        || about.History.Any(recorded => recorded.Event.On <= on && IsTheirSay(recorded.Event))
        || about.Stages.Any(stage => HadTime(about, stage.AcknowledgedOn, rules, on));

    private static bool HadAChance(Statement asked, DateOnly on) =>
        asked.AnsweredOn <= on || (asked.State != StatementState.Withdrawn && asked.AnswerBy < on);

    private static bool IsTheirSay(CaseEvent happened) =>
        happened
            is Contacted { Result: ContactResult.Spoke }
                or ContactDeclined
                or MessageReceived
                or DefinitionAgreed
                or DefinitionDisputed
                or EscalationRequested;

    private static bool HadTime(Case about, DateOnly? acknowledgedOn, Rules rules, DateOnly on) =>
        acknowledgedOn is { } since
        && rules.Calendar(about.CalendarId, about.CalendarEdition).TryAdd(since, Statements.WorkingDays, out var last)
        && last < on;
}
