using Microsoft.AspNetCore.Mvc;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>That it has come, its reference and code, and what happens next. Loaded again it says the same.</summary>
public sealed class SentModel(Drafts drafts, CaseDesk desk, LandlordStore landlord) : ComplainPage(drafts)
{
    public string? LandlordPhone => landlord.Current.Phone;

    /// <summary>None: whether there is anything to show is asked of what was recorded.</summary>
    protected override string? Missing => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await desk.AnsweredAsync(Draft.Key, cancel) is null ? Redirect("/complain") : Page();

    /// <summary>They have written the code down: nothing of it stays in the browser.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Drafts.ForgetAsync(HttpContext, cancel);
        return Redirect("/");
    }
}
