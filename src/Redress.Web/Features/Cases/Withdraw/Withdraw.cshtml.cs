using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Withdraw;

[Needs(Act.Withdraw)]
public sealed class WithdrawModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public WithdrawForm Form { get; set; } = new();

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

        var decision = Withdrawal.Decide(Case, Form.Request(), Desk.Today);
        return await RecordAsync(decision, WithdrawForm.FieldOf, done: "withdraw.done", cancel);
    }
}
