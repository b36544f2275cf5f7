using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Procedures.ListProcedures;

/// <summary>Every procedure known here, which one applies to which kind of case, and what is wrong in the landlord's files.</summary>
[Needs(Act.SeeRules)]
public sealed class ListProceduresModel(
    RulesStore rules,
    ProcedureStore procedures,
    Installation installation,
    CurrentPerson person,
    TimeProvider time
) : PageModel
{
    private DateOnly Today => LondonTime.Today(time);

    public bool MayChoose => person.May(Act.ManageSettings);

    public string Folder => installation.Procedures;

    /// <summary>What is wrong in the landlord's files as they are on the disk now.</summary>
    public IReadOnlyList<ProcedureError> Errors { get; } = procedures.ReadOwn().Errors;

    /// <summary>The landlord's own first, and of those the newest.</summary>
    public IReadOnlyList<Procedure> Procedures { get; } =
    [
        .. rules
            .Current.Procedures.OrderByDescending(procedure => procedure.Basis)
            .ThenByDescending(procedure => procedure.InForceFrom)
            .ThenBy(procedure => procedure.Title, StringComparer.Ordinal),
    ];

    /// <summary>What applies today to each kind of case.</summary>
    public IEnumerable<(CaseKind Kind, Procedure? Applies)> Now =>
        Enum.GetValues<CaseKind>()
            .Select(kind => (kind, Applies: rules.Current.InForce(kind, Today)))
            .Select(pair => pair.Applies?.For(pair.kind) is null ? (pair.kind, null) : pair);

    /// <summary>What was chosen, the latest day first.</summary>
    public IEnumerable<(ProcedureChoice Choice, string Title)> Choices =>
        rules
            .Current.Choices.OrderByDescending(choice => choice.From)
            .Select(choice => (choice, rules.Current.Find(choice.ProcedureId)?.Title ?? choice.ProcedureId));
}
