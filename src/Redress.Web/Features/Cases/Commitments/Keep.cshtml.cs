using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Commitments;

[Needs(Act.KeepCommitment)]
public sealed class KeepModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text) : ActPage(desk, views, text)
{
    [BindProperty]
    public KeepForm Form { get; set; } = new();

    /// <summary>The promise the address names; none where the case has none of that number.</summary>
    public Commitment? Promise => Case.Commitments.FirstOrDefault(promise => promise.Number == Form.Commitment);

    public async Task<IActionResult> OnGetAsync(string reference, int commitment, CancellationToken cancel)
    {
        Form = new() { Commitment = commitment, KeptOn = Desk.Today };
        return await FindAsync(reference, cancel) && Promise is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, int commitment, CancellationToken cancel)
    {
        Form.Commitment = commitment;
        ModelState.Remove("Form.Commitment");
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Core.Cases.Commitments.Keep(Case, Form.Request(), Desk.Today);
        return Promise is null ? NotFound() : await RecordAsync(decision, KeepForm.FieldOf, done: "keep.done", cancel);
    }
}
