using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordArrival;

[Needs(Act.RecordArrival)]
public sealed class ArrivalModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public ArrivalForm Form { get; set; } = new();

    /// <summary>The stage whose answer it is; none where none is answered.</summary>
    public StageRecord? Answered => AnswerArrival.StageOf(Case);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { On = Answered?.AnswerArrivedOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = AnswerArrival.Decide(Case, Form.On!.Value, Desk.Today);
        return await RecordAsync(decision, ArrivalForm.FieldOf, done: "arrival.done", cancel);
    }
}
