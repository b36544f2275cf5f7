using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Cases.HandOver;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.Absence;

/// <summary>Somebody is away: all their open cases go to colleagues, and each resident is told who has theirs now.</summary>
[Needs(Act.AssignCase)]
public sealed class AbsenceModel(HandOvers handOvers, CaseDesk desk, StaffDirectory staff, IStringLocalizer<Text> text)
    : HandOverPage(handOvers, desk, staff, text)
{
    /// <summary>Who is away.</summary>
    [BindProperty(SupportsGet = true)]
    public string Colleague { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form.Tell = true;
        await FindAsync(cancel);
        Form.To = [.. People.Select(pick => pick.Value).Where(id => id == Staff.AwayToday(Colleague)?.Cover)];
        return IsSomebody ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        return IsSomebody ? await GiveAsync(cancel) : NotFound();
    }

    /// <summary>Records brought in from elsewhere may leave cases with somebody who never had an account.</summary>
    private bool IsSomebody => Cases.Count > 0 || Staff.Knows(Colleague);

    private Task FindAsync(CancellationToken cancel) =>
        PrepareAsync(row => row.IsOpen && row.OwnerId == Colleague, except: Colleague, cancel);
}
