using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>Somebody says that they act for a resident. Until authority is recorded they are told nothing.</summary>
[Needs(Act.NameRepresentative)]
public sealed class NameRepresentativeModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public NameRepresentativeForm Form { get; set; } = new();

    /// <summary>Whoever may, goes on to say what authority they have.</summary>
    protected override string Then =>
        Reader.May(Act.RecordAuthority) ? CaseLinks.To(Case.Reference, "authority") : base.Then;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var person = Form.Person(Case.Id);
        var decision = Form.Decide(Case, person, Desk.Today);
        return await RecordAsync(
            decision,
            NameRepresentativeForm.FieldOf,
            done: "representative.done",
            once => Desk.RecordAsync(View.File, decision.Events, once, [person!], cancel),
            cancel
        );
    }
}
