using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Asks;

/// <summary>What others wait for from whoever looks, and what they wait for themselves. One query.</summary>
[Needs(Act.SettleAsk)]
public sealed class AsksModel(AskList asks, StaffDirectory staff, CaseDesk desk) : PageModel
{
    public IReadOnlyList<OpenAsk> OfMe { get; private set; } = [];

    public IReadOnlyList<OpenAsk> ByMe { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var open = await asks.OfPersonAsync(desk.Person.Id, cancel);
        OfMe = [.. open.Where(ask => ask.Of == desk.Person.Id)];
        ByMe = [.. open.Where(ask => ask.Of != desk.Person.Id)];
    }

    /// <summary>How near the day is on which an answer is wanted.</summary>
    internal DueWords Near(OpenAsk ask, Microsoft.Extensions.Localization.IStringLocalizer<Resources.Text> text) =>
        DueWords.Of(text, desk.Rules.Calendar(ask.CalendarId, ask.CalendarEdition), desk.Today, ask.AnswerBy);

    public string NameOf(string id) => staff.NameOf(id);
}
