using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Security;

namespace Redress.Web.Features.Letters;

/// <summary>Letters to be posted, each on a sheet of its own: all of them, or the one that is named.</summary>
[Needs(Act.SendLetters)]
public sealed class PrintModel(LetterList list, CaseDesk desk, LandlordStore landlord) : PageModel
{
    /// <summary>One letter, as <see cref="ListedLetter.Key"/> names it; all that are to be posted where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Letter { get; set; }

    /// <summary>In large print.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Large { get; set; }

    public IReadOnlyList<PrintedLetter> Printed { get; private set; } = [];

    public LandlordSettings Landlord => landlord.Current;

    public DateOnly Today => desk.Today;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await list.ReadAsync(cancel);
        Printed = await list.PrintAsync(
            [.. all.Where(one => Letter is null ? one.IsToPost : one.Key == Letter)],
            cancel
        );
    }
}
