using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.AddComplainant;

/// <summary>Somebody complains of the same: they join the case, and get a code of their own, which is told once.</summary>
[Needs(Act.AddComplainant)]
public sealed class AddComplainantModel(CaseDesk desk, CaseViews views, AccessCodes codes, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public AddComplainantForm Form { get; set; } = new();

    /// <summary>What lets them into the case, once they are in it.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { On = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var person = Form.Person(Case.Id);
        var code = Ids.NewAccessCode();
        var decision = Form.Decide(Case, person, Desk.Today);
        var answer = await RecordAsync(
            decision,
            AddComplainantForm.FieldOf,
            done: "add_complainant.done",
            async once =>
            {
                await Desk.RecordAsync(
                    View.File,
                    decision.Events,
                    once,
                    [person!, codes.RowOf(Case.Id, person!.Id, code)],
                    cancel
                );
                Code = code;
            },
            cancel
        );
        if (Code is not null)
        {
            TempData.Clear();
            return Page();
        }

        return answer;
    }
}
