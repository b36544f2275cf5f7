using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Letters;

/// <summary>
/// Letters to be posted, each on a sheet of its own: all of them, or the one that is named. Name and address of somebody
/// confidential are filled in only for whoever may know them and asks, and each case says that they looked.
/// </summary>
[Needs(Act.SendLetters)]
public sealed class PrintModel(
    LetterList list,
    CaseDesk desk,
    Identities identities,
    RedressContext context,
    LandlordStore landlord,
    IStringLocalizer<Text> text
) : PageModel
{
    private readonly Dictionary<string, CasePersonRow> opened = new(StringComparer.Ordinal);

    /// <summary>One letter or copy, as <see cref="ListedLetter"/> names it; all that are to be posted where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Letter { get; set; }

    /// <summary>In large print.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Large { get; set; }

    public IReadOnlyList<PrintedLetter> Printed { get; private set; } = [];

    private readonly Dictionary<string, Case> cases = new(StringComparer.Ordinal);

    /// <summary>Whether whoever it goes to reads large print.</summary>
    public bool IsLarge(PrintedLetter letter) => Needs(letter)?.Format == LetterFormat.LargePrint;

    /// <summary>In which form it is to be made for whoever it goes to; what else they need is on the case.</summary>
    public string NeedsOf(PrintedLetter letter) =>
        Needs(letter) is not { } needs ? ""
        : needs.Format != LetterFormat.Standard ? text["letters.print.needs", text.Word(needs.Format)]
        : needs.Language is not null || needs.What is not null ? text["letters.print.needs.case"]
        : "";

    private ContactNeeds? Needs(PrintedLetter letter) =>
        cases.GetValueOrDefault(letter.Listed.Letter.CaseId)?.FindNeeds(letter.Listed.To.PersonId);

    /// <summary>The cases that changed since their letter was written, so that it must not go.</summary>
    public IReadOnlyList<string> MovedOn { get; private set; } = [];

    /// <summary>Whether names and addresses wait to be filled in.</summary>
    public bool AsksToFillIn => opened.Count == 0 && Printed.Any(one => one.Listed.To.Confidential);

    public LandlordSettings Landlord => landlord.Current;

    public DateOnly Today => desk.Today;

    /// <summary>The lines above the letter.</summary>
    public IEnumerable<string?> Lines(ListedLetter letter) =>
        letter.To.PersonId is { } id && opened.GetValueOrDefault(id) is { } known
            ? [known.Name, known.Address, known.Postcode]
            : [letter.To.Name, letter.To.Address, letter.To.Postcode];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = (await list.ReadAsync(cancel))
            .Where(one => Letter is null ? one.IsToPost : one.Key == Letter || one.LetterKey == Letter)
            .Where(one => one.MayAddress(desk.Person))
            .ToList();
        var ids = asked.Select(one => one.Letter.CaseId).ToHashSet(StringComparer.Ordinal);
        foreach (var file in await desk.FindAllAsync(row => ids.Contains(row.Id), Purpose.Show, cancel))
        {
            cases[file.Case.Id] = file.Case;
        }

        bool StillHolds(ListedLetter one) =>
            cases.GetValueOrDefault(one.Letter.CaseId) is { } of
            && Sending.Decide(of, one.Letter.Letter, desk.Rules, Today, Today, one.Copy).Refusal is null;
        MovedOn = [.. asked.Where(one => !StillHolds(one)).Select(one => one.Reference).Distinct()];
        Printed = await list.PrintAsync([.. asked.Where(StillHolds)], cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var hidden = Printed.Select(one => one.Listed).Where(one => one.To.Confidential).ToList();
        try
        {
            await OpenAsync(hidden, cancel);
        }
        catch (Exception beaten) when (beaten is ConflictException or BusyException)
        {
            ModelState.AddModelError("", text["letters.print.changed"]);
            return Page();
        }

        foreach (var id in hidden.Select(one => one.To.PersonId!).Distinct())
        {
            if (await identities.FindAsync(context, id, cancel) is { } known)
            {
                opened[id] = known;
            }
        }

        return Page();
    }

    /// <summary>That they looked is on record before they see anything.</summary>
    private async Task OpenAsync(List<ListedLetter> letters, CancellationToken cancel)
    {
        var acts = new List<CaseAct>();
        foreach (var of in letters.GroupBy(one => one.Letter.CaseId))
        {
            var file = (await desk.FindAsync(of.Key, Purpose.Act, cancel))!;
            acts.Add(
                new CaseAct(
                    file,
                    [
                        .. of.SelectMany(one =>
                            Confidentiality.Open(file.Case, one.To.PersonId, one.Letter.Letter, Today).Events
                        ),
                    ]
                )
            );
        }

        await desk.RecordAsync([.. acts.Where(act => act.Events.Count > 0)], once: null, with: null, cancel);
    }
}
