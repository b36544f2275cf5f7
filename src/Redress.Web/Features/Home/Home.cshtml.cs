using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Home;

/// <summary>
/// What this is and how to complain, for everybody; where to begin, for staff, with what waits for them. Three queries for
/// staff, and none for anybody else.
/// </summary>
[AllowAnonymous]
public sealed class HomeModel(
    LandlordStore landlord,
    DueSoon due,
    AskList asks,
    StatementList statements,
    CaseDesk desk,
    IStringLocalizer<Text> text
) : PageModel
{
    public LandlordSettings Landlord => landlord.Current;

    public CurrentPerson Person => desk.Person;

    /// <summary>What waits for whoever looks, by the address of the list it is on; only where something does.</summary>
    public IReadOnlyDictionary<string, string> Waiting => waiting;

    /// <summary>How many statements they owe.</summary>
    public int StatementsOwed { get; private set; }

    private readonly Dictionary<string, string> waiting = new(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Person.May(Act.Respond) && await due.CountAsync(Person.Id, desk.Today, cancel) is > 0 and var letters)
        {
            waiting[CaseLinks.DueSoon] = text["start.due_soon.waiting", letters];
        }

        if (Person.May(Act.GiveStatement))
        {
            StatementsOwed = await statements.OwedAsync(Person.Id, cancel);
        }

        if (Person.May(Act.SettleAsk))
        {
            var owed = (await asks.OfPersonAsync(Person.Id, cancel)).Where(ask => ask.Of == Person.Id).ToList();
            if (owed.Count > 0)
            {
                waiting[CaseLinks.Asks] = text[
                    "start.asks.waiting",
                    owed.Count,
                    owed.Count(ask => ask.AnswerBy < desk.Today)
                ];
            }
        }
    }
}
