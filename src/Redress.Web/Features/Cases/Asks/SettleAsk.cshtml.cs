using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Asks;

[Needs(Act.SettleAsk)]
public sealed class SettleAskModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public SettleAskForm Form { get; set; } = new();

    /// <summary>What the address names; none where nothing was asked under that number.</summary>
    public Core.Cases.Ask? Asked => Case.Asks.FirstOrDefault(ask => ask.Number == Form.Ask);

    public async Task<IActionResult> OnGetAsync(string reference, int ask, CancellationToken cancel)
    {
        Form = new() { Ask = ask, Fate = AskFate.Answered };
        return await FindAsync(reference, cancel) && Asked is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, int ask, CancellationToken cancel)
    {
        Form.Ask = ask;
        ModelState.Remove("Form.Ask");
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return Asked is null
            ? NotFound()
            : await RecordAsync(Form.Decide(Case, Desk.Today), SettleAskForm.FieldOf, done: "settle_ask.done", cancel);
    }
}
