using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Subjects;

/// <summary>A member of staff is said to be whom the complaint is about: they see nothing of it from then on.</summary>
[Needs(Act.NameSubject)]
public sealed class NameSubjectModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public NameSubjectForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(Form.Decide(Case, Desk.Today), NameSubjectForm.FieldOf, done: "subject.named", cancel);

    protected override async Task FoundAsync(CancellationToken cancel)
    {
        var everybody = await staff.EverybodyAsync(cancel);
        People =
        [
            new(L["subject.person.choose"], ""),
            .. everybody
                .Where(one => !Case.IsAbout(one.Id) || !Desk.Person.May(Act.SeeSubject))
                .Select(one => new SelectListItem(one.Name, one.Id)),
        ];
    }
}
