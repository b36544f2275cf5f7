using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>Where it is proposed to limit how somebody reaches the landlord about the complaint. A second person decides.</summary>
[Needs(Act.ProposeRestriction)]
public sealed class RestrictModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    /// <summary>Until when a restriction holds unless whoever proposes it says otherwise, in months.</summary>
    private const int UsualMonths = 3;

    [BindProperty]
    public RestrictForm Form { get; set; } = new();

    public bool Several => Case.Complainants.Count > 1;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { Until = Desk.Today.AddMonths(UsualMonths) };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(Form.Decide(Case, Desk.Today), RestrictForm.FieldOf, done: "restrict.proposed", cancel);
}
