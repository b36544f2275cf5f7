using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Retaining;

/// <summary>
/// How many cases are past the years for which they are kept; and, for whoever sees cases, which, to be proposed for erasure.
/// </summary>
[Needs(Act.SeeRetention)]
public sealed class ShowRetentionModel(
    RetentionReview review,
    RulesStore rules,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : RetentionPage(rules, text)
{
    public IReadOnlyList<RetentionCount> Counts { get; private set; } = [];

    public bool SeesCases => person.May(Act.SeeCase);

    public bool MaySetYears => person.May(Act.ManageSettings);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || Number < 1)
        {
            return Redirect("/retention");
        }

        await FindAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!SeesCases)
        {
            return Redirect("/retention");
        }

        var result = await DoAsync(once => review.ProposeAsync(Chosen, once, cancel), "/retention");
        await FindAsync(cancel);
        return result;
    }

    private async Task FindAsync(CancellationToken cancel)
    {
        Counts = await review.CountAsync(cancel);
        if (SeesCases)
        {
            Show(await review.OverAsync(Number, cancel));
        }
    }
}
