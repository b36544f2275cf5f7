using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.HandOver;

/// <summary>Cases that were ticked in a list, given to a colleague or to several in turn.</summary>
[Needs(Act.AssignCase)]
public sealed class GiveModel(HandOvers handOvers, CaseDesk desk, StaffDirectory staff, IStringLocalizer<Text> text)
    : HandOverPage(handOvers, desk, staff, text)
{
    /// <summary>The references that were ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public string[] Chosen { get; set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        return await GiveAsync(cancel);
    }

    private Task FindAsync(CancellationToken cancel) =>
        PrepareAsync(row => Chosen.Contains(row.Reference), except: null, cancel);
}
