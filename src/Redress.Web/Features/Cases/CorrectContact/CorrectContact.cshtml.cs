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

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var who = View.People.Count > 1 ? Form.Person : Form.In(Case);
        var was = await Desk.PersonAsync(Case, who, cancel);
        var decision = Form.Decide(Case, was, Desk);
        return await RecordAsync(
            decision,
            CorrectContactForm.FieldOf,
            done: "correct_contact.done",
            once => Desk.RecordAsync(View.File, decision.Events, once, [Form.Corrected(was!)], cancel),
            cancel
        );
    }
}
