using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>Somebody may act for a resident no more, in any case that the authority served.</summary>
[Needs(Act.EndAuthority)]
public sealed class EndAuthorityModel(
    CaseDesk desk,
    CaseViews views,
    Authorities authorities,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    [BindProperty]
    public EndAuthorityForm Form { get; set; } = new();

    /// <summary>Those who may act today.</summary>
    public IReadOnlyList<Representative> Acting => [.. Case.Representatives.Where(one => one.MayAct(Desk.Today))];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Form.Decide(Case, Desk.Today);
        return await RecordAsync(
            decision,
            EndAuthorityForm.FieldOf,
            done: "end_authority.done",
            once => authorities.EndAsync(View.File, decision.Events.OfType<AuthorityEnded>().Single(), once, cancel),
            cancel
        );
    }
}
