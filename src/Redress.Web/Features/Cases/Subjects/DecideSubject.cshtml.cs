using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Subjects;

/// <summary>Where a second person agrees whom the complaint is about, or says that it is not about them.</summary>
[Needs(Act.DecideSubject)]
public sealed class DecideSubjectModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DecideSubjectForm Form { get; set; } = new();

    /// <summary>Whom it is said to be about.</summary>
    public IReadOnlyList<SelectListItem> People =>
        [
            .. Case.Subjects.Select(subject => new SelectListItem(
                L[
                    subject.ConfirmedOn is null ? "decide_subject.waits" : "decide_subject.agreed",
                    View.NameOf(subject.Person),
                    View.NameOf(subject.NamedBy)
                ],
                subject.Person
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form.Person = Case.Subjects is [var only] ? only.Person : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(Case, Desk.Person.Id, Desk.Today),
            DecideSubjectForm.FieldOf,
            done: Form.Answer == SubjectAnswer.Confirm ? "decide_subject.confirmed" : "decide_subject.cleared",
            cancel
        );
}
