using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.NoteContact;

[Needs(Act.NoteContact)]
public sealed class NoteContactModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public NoteContactForm Form { get; set; } = new();

    /// <summary>The meeting still owed, where the procedure wants one face to face.</summary>
    public DutyClock? Meeting =>
        View.Clocks.FirstOrDefault(clock =>
            clock is { Duty: DutyName.Contact, Rule.InPerson: true, Met: null, EndedOn: null }
            && clock.Stage == Case.Stage
        );

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { On = Desk.Today, How = ContactMethod.Phone };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Form.Decide(Case, Desk.Today);
        return await RecordAsync(decision, NoteContactForm.FieldOf, done: "note_contact.done", cancel);
    }
}
