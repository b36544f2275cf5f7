using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Respond;

[Needs(Act.Respond)]
public sealed class RespondModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public RespondForm Form { get; set; } = new();

    /// <summary>What was promised and is still to be done: a warning and never a hindrance.</summary>
    public IReadOnlyList<Commitment> OpenPromises =>
        [.. Case.Commitments.Where(promise => promise.KeptOn is null).OrderBy(promise => promise.DueOn)];

    protected override bool Decides => true;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { SentOn = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Core.Cases.Response.Decide(Case, Form.Request(), Desk.Person.Id, Desk.Today);
        return await RecordAsync(decision, RespondForm.FieldOf, done: "respond.done", cancel);
    }
}
