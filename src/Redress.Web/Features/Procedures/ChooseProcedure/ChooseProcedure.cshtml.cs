using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Procedures.ChooseProcedure;

/// <summary>Which procedure applies to a kind of case from which day. What began before keeps what it has (ruling 8).</summary>
[Needs(Act.ManageSettings)]
public sealed class ChooseProcedureModel(
    RulesStore rules,
    ProcedureStore procedures,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public ChoiceForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Procedures =>
        rules
            .Current.Procedures.OrderByDescending(procedure => procedure.Basis)
            .ThenBy(procedure => procedure.Title, StringComparer.Ordinal)
            .Select(procedure => new SelectListItem(procedure.Title, procedure.Id))
            .Prepend(new SelectListItem(text["choice.procedure.choose"], ""));

    public void OnGet() => Form = new() { Kind = CaseKind.Complaint, From = LondonTime.Today(time) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (procedures.ReadOwn().Errors.Count > 0)
        {
            // The rules are read again after a choice, and a file that cannot be read would leave cases without theirs.
            ModelState.AddModelError("", text["choice.mend_first"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var choice = Form.Choice();
        if (ProcedureChoice.Refusal(choice, rules.Current.Find(choice.ProcedureId)) is { } refusal)
        {
            ModelState.AddModelError($"Form.{ChoiceForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        await rules.ChooseAsync(choice, new Signature(person.Id, time.GetUtcNow().UtcDateTime), cancel);
        TempData["Done"] = text["choice.done", text.Word(choice.Kind), Dates.Short(choice.From)].Value;
        return Redirect("/procedures");
    }
}
