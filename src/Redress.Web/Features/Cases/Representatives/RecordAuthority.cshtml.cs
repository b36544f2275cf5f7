using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>What somebody may do for a resident, who is told of it at their own address.</summary>
[Needs(Act.RecordAuthority)]
public sealed class RecordAuthorityModel(
    CaseDesk desk,
    CaseViews views,
    Authorities authorities,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    [BindProperty]
    public RecordAuthorityForm Form { get; set; } = new();

    /// <summary>The other cases of the residents for whom somebody acts here.</summary>
    public IReadOnlyList<CaseRow> Others { get; private set; } = [];

    public bool MayAsk => Reader.May(Act.SendLetters) && Case.Representatives.Any(one => !one.MayAct(Desk.Today));

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { From = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = await authorities.DecideAsync(View, Form, cancel);
        return await RecordAsync(
            decision,
            RecordAuthorityForm.FieldOf,
            done: "authority.done",
            once => authorities.RecordAsync(View, decision.Events, Form, once, cancel),
            cancel
        );
    }

    /// <summary>What a member of parliament or councillor needs is not asked of anybody else.</summary>
    public bool MayBeGiven(AuthorityMethod how) =>
        how != AuthorityMethod.ConstituentAsked
        || Case.Representatives.Any(one => one.Kind == RepresentativeKind.MpOrCouncillor);

    protected override async Task FoundAsync(CancellationToken cancel) =>
        Others = await authorities.OthersAsync(View, cancel);
}
