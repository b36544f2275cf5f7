using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.OpenIdentity;

/// <summary>Who a confidential resident is: shown in answer to the press that records that it was opened, and never again.</summary>
[Needs(Act.OpenIdentity)]
public sealed class OpenIdentityModel(
    CaseDesk desk,
    CaseViews views,
    Identities identities,
    RedressContext context,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    [BindProperty]
    public OpenIdentityForm Form { get; set; } = new();

    /// <summary>Who they are, once that they are looked for is on record.</summary>
    public CasePersonRow? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Confidentiality.Open(Case, Form.Person, letter: null, Desk.Today);
        if (
            await RecordAsync(decision, OpenIdentityForm.FieldOf, done: "open_identity.opened", cancel)
            is not RedirectResult
        )
        {
            return Page();
        }

        TempData.Clear();
        Opened = await identities.FindAsync(context, decision.Events.OfType<IdentityOpened>().Single().Person, cancel);
        return Page();
    }
}
