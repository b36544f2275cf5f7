using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Retaining;

/// <summary>What the page asks before many cases are erased.</summary>
public sealed class DecideManyForm
{
    [Display(Name = "retention.sure.question")]
    [Range(typeof(bool), "true", "true", ErrorMessage = "retention.sure.missing")]
    public bool Sure { get; set; }
}

/// <summary>Where a second person agrees that many old cases are erased, which cannot be undone.</summary>
[Needs(Act.DecideErasure)]
public sealed class DecideManyModel(
    RetentionReview review,
    RulesStore rules,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : RetentionPage(rules, text)
{
    [BindProperty]
    public DecideManyForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!person.May(Act.SeeCase))
        {
            return Redirect("/retention");
        }

        if (!ModelState.IsValid || Number < 1)
        {
            return Redirect("/retention/waiting");
        }

        Show(await review.WaitingAsync(Number, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!person.May(Act.SeeCase))
        {
            return Redirect("/retention");
        }

        var result = await DoAsync(once => review.AgreeAsync(Chosen, once, cancel), "/retention");
        Show(await review.WaitingAsync(Number, cancel));
        return result;
    }
}
