using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>What a subject was asked, shown and answered, as whoever has the case sees it; and where it is withdrawn.</summary>
[Needs(Act.RequestStatement)]
public sealed class ShowStatementModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public WithdrawStatementForm Form { get; set; } = new();

    /// <summary>What the address names; none where nothing was asked under that number.</summary>
    public Statement? Asked => Case.Statements.FirstOrDefault(asked => asked.Number == Form.Statement);

    /// <summary>Whether it can still be answered, and so be withdrawn.</summary>
    public bool IsOpen => Asked is { } asked && Statements.IsOpen(Case, asked);

    public async Task<IActionResult> OnGetAsync(string reference, int statement, CancellationToken cancel)
    {
        Form.Statement = statement;
        return await FindAsync(reference, cancel) && Asked is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, int statement, CancellationToken cancel)
    {
        Form.Statement = statement;
        ModelState.Remove("Form.Statement");
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return Asked is null
            ? NotFound()
            : await RecordAsync(
                Form.Decide(Case, Desk.Today),
                WithdrawStatementForm.FieldOf,
                done: "withdraw_statement.done",
                cancel
            );
    }
}
