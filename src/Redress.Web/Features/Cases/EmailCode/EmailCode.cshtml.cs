using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.GiveCode;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.EmailCode;

/// <summary>Somebody who complains gets a code by email, at the address on record. Whoever sends it is not shown it.</summary>
[Needs(Act.EmailCode)]
public sealed class EmailCodeModel(CaseDesk desk, CaseViews views, CodeMail mail, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public GiveCodeForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = CodeRenewal.Decide(Case, Form.Person, Desk.Today);
        CannotGiveCode? not = null;
        var answer = await RecordAsync(
            decision,
            GiveCodeForm.FieldOf,
            done: "email_code.done",
            async once =>
                not = await mail.SendAsync(
                    Case,
                    decision.Events.OfType<AccessCodeGiven>().Single(),
                    row => Desk.RecordAsync(View.File, decision.Events, once, [row], CancellationToken.None),
                    cancel
                ),
            cancel
        );
        if (not is not { } refusal)
        {
            return answer;
        }

        TempData.Clear();
        return Refused(refusal, GiveCodeForm.FieldOf);
    }
}
