using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.GiveCode;

/// <summary>Somebody who complains gets a code, which is shown in answer to the press and never again.</summary>
[Needs(Act.GiveCode)]
public sealed class GiveCodeModel(CaseDesk desk, CaseViews views, AccessCodes codes, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public GiveCodeForm Form { get; set; } = new();

    /// <summary>The code, once it is theirs.</summary>
    public string? Code { get; private set; }

    /// <summary>Whose it is.</summary>
    public string? For { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = CodeRenewal.Decide(Case, Form.Person, Desk.Today);
        var answer = await RecordAsync(
            decision,
            GiveCodeForm.FieldOf,
            done: "give_code.done",
            async once =>
            {
                var code = Ids.NewAccessCode();
                For = decision.Events.OfType<AccessCodeGiven>().Single().Person;
                await Desk.RecordAsync(View.File, decision.Events, once, [codes.RowOf(Case.Id, For, code)], cancel);
                Code = code;
            },
            cancel
        );
        if (Code is null)
        {
            return answer;
        }

        TempData.Clear();
        return Page();
    }
}
