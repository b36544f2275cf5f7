using Redress.Core.Procedures.Checks;

namespace Redress.Core.Procedures;

/// <summary>
/// Holds a procedure against an edition of a Code, provision by provision. A limit is in breach where following the
/// procedure to its last day could break the Code, whatever the landlord does in practice.
/// </summary>
public static class ProcedureCheck
{
    /// <summary>At least one finding for every provision of the edition, in order of its number, none twice.</summary>
    public static IReadOnlyList<CodeFinding> Against(Procedure procedure, CodeEdition code) =>
        [.. code.Provisions.SelectMany(provision => Answer(new Question(procedure, code, provision))).Distinct()];

    private static IEnumerable<CodeFinding> Answer(Question question) =>
        question.Complaint is null ? [question.Gap("The procedure has no rules for complaints.")]
        : question.Provision.Stage is { } number && question.Stage is null ? [NoSuchStage(question, number)]
        : Check(question);

    private static CodeFinding NoSuchStage(Question question, int number) =>
        question.Provision.OptionalStage
            ? question.Met($"There is no stage {number}, and the Code does not ask for one.")
            : question.Gap($"There is no stage {number} for this to hold of.");

    private static IEnumerable<CodeFinding> Check(Question question) =>
        question.Provision.Check switch
        {
            CodeCheck.NoInformalStage => StageChecks.NoInformalStage(question),
            CodeCheck.MostStages => StageChecks.MostStages(question),
            CodeCheck.NextStage => StageChecks.NextStage(question),
            CodeCheck.OnRequest => StageChecks.OnRequest(question),
            CodeCheck.DifferentPerson => StageChecks.DifferentPerson(question),
            CodeCheck.Acknowledge => LimitChecks.Acknowledge(question),
            CodeCheck.Respond => LimitChecks.Respond(question),
            CodeCheck.NoPause => LimitChecks.NoPause(question),
            CodeCheck.ExtensionLength => ExtensionChecks.Length(question),
            CodeCheck.ExtensionFacts => ExtensionChecks.Facts(question),
            CodeCheck.ExtensionBeyondCap => ExtensionChecks.BeyondCap(question),
            CodeCheck.WindowStated => AccessChecks.WindowStated(question),
            CodeCheck.LateRequests => AccessChecks.LateRequests(question),
            CodeCheck.TimeBar => AccessChecks.TimeBar(question),
            CodeCheck.Exclusions => AccessChecks.Exclusions(question),
            CodeCheck.Letter => AccessChecks.Letter(question),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Provision.Check, "no such check"),
        };
}
