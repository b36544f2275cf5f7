using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.CorrectContact;

/// <summary>How somebody in the case is called or reached is put right.</summary>
[Needs(Act.CorrectContact)]
public sealed class CorrectContactModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public CorrectContactForm Form { get; set; } = new();

    protected override string MailField => nameof(CorrectContactForm.Email);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var (decision, better) = await Form.DecideAsync(Case, Desk, cancel);
        return await RecordAsync(
            decision,
            CorrectContactForm.FieldOf,
            decision.Events.Count > 1 ? "correct_contact.done.tried" : "correct_contact.done",
            once => Desk.RecordAsync(View.File, decision.Events, once, [better!], cancel),
            cancel
        );
    }
}
