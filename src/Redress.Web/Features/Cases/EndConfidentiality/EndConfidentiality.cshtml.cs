using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.EndConfidentiality;

/// <summary>A confidential resident agreed to be known to everybody who works on the case.</summary>
[Needs(Act.EndConfidentiality)]
public sealed class EndConfidentialityModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public EndConfidentialityForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { On = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(Case, Desk.Today),
            EndConfidentialityForm.FieldOf,
            done: "end_confidentiality.done",
            cancel
        );
}
