using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Close;

[Needs(Act.CloseCase)]
public sealed class CloseModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text) : ActPage(desk, views, text)
{
    [BindProperty]
    public CloseForm Form { get; set; } = new();

    /// <summary>What was done about the case, and the day: the record that a closed case always shows.</summary>
    public (string What, DateOnly On)? Done =>
        Case switch
        {
            { WithdrawnOn: { } on } => (L["close.action.withdrawn"], on),
            { CurrentStage.RespondedOn: { } on } => (L["close.action.answered"], on),
            { FiledOn: { } on } => (L["close.action.filed"], on),
            { RelayedOn: { } on } => (L["close.action.relayed"], on),
            _ => null,
        };

    public IReadOnlyList<Commitment> OpenPromises =>
        [.. Case.Commitments.Where(promise => promise.KeptOn is null).OrderBy(promise => promise.DueOn)];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { On = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Closure.Decide(Case, Form.On!.Value, Desk.Today);
        return await RecordAsync(decision, CloseForm.FieldOf, done: "close.done", cancel);
    }
}
