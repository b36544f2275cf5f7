using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Retaining;

/// <summary>What page and API ask to set for how long a kind of case is kept.</summary>
public sealed class SetYearsForm
{
    [Display(Name = "retention.kind")]
    [Required(ErrorMessage = "retention.kind.missing")]
    public CaseKind? Kind { get; set; }

    /// <summary>Whole years after it was closed.</summary>
    [Display(Name = "retention.years")]
    [Required(ErrorMessage = "retention.years.missing")]
    [Range(Retention.Fewest, Retention.Most, ErrorMessage = "retention.years.wrong")]
    public int? Years { get; set; }

    public Retention Kept() => new(Kind!.Value, Years!.Value);
}

/// <summary>Where whoever runs the system sets for how long each kind of case is kept.</summary>
[Needs(Act.ManageSettings)]
public sealed class SetYearsModel(
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public SetYearsForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds =>
        [new(text["retention.kind.choose"], ""), .. Choose.From<CaseKind>(text)];

    public IEnumerable<Retention> Retentions => Enum.GetValues<CaseKind>().Select(rules.Current.RetentionOf);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await rules.KeepAsync(Form.Kept(), new Signature(person.Id, time.GetUtcNow().UtcDateTime), cancel);
        TempData["Done"] = text["retention.years.saved"].Value;
        return Redirect("/retention/years");
    }
}
