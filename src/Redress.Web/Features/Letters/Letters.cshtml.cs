using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Letters;

/// <summary>
/// Every letter that has not left: what could not be sent, what is to be posted, what is on its way by mail. Those
/// that were ticked, or printed together, are marked as posted at once.
/// </summary>
[Needs(Act.SendLetters)]
public sealed class LettersModel(
    LetterList list,
    PostedLetters posted,
    CaseDesk desk,
    Outbox outbox,
    StaffDirectory staff,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    private IReadOnlyList<ListedLetter> all = [];

    /// <summary>The letters that were posted, as <see cref="ListedLetter.Key"/> names them.</summary>
    [BindProperty]
    public IReadOnlyList<string> Letters { get; set; } = [];

    /// <summary>What could not be sent, what has no address to go to, and what has not left for a day.</summary>
    public IReadOnlyList<ListedLetter> Failed =>
        [.. all.Where(one => one.HasFailed || one.HasNoAddress || one.IsStuck(time.GetUtcNow().UtcDateTime))];

    public IReadOnlyList<ListedLetter> ToPost => [.. all.Where(one => one.IsToPost && one.MayAddress(desk.Person))];

    /// <summary>To confidential residents, whom somebody else must address.</summary>
    public IReadOnlyList<ListedLetter> ForTheTeam => [.. all.Where(one => one.IsToPost).Except(ToPost)];

    public IReadOnlyList<ListedLetter> ToMail => [.. all.Where(one => one.IsToMail).Except(Failed)];

    /// <summary>What was not marked as posted.</summary>
    public IReadOnlyList<PostedLetter> Left { get; private set; } = [];

    public bool HasServer => outbox.CanMail;

    public string NameOf(string id) => staff.NameOf(id);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        all = await list.ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Letters.Count == 0)
        {
            ModelState.AddModelError(nameof(Letters), text["letters.tick.missing"]);
            await OnGetAsync(cancel);
            return Page();
        }

        IReadOnlyList<PostedLetter> done;
        try
        {
            done = await posted.MarkAsync(Letters, cancel);
        }
        catch (Exception beaten) when (beaten is ConflictException or BusyException)
        {
            ModelState.AddModelError("", text["letters.posted.again"]);
            await OnGetAsync(cancel);
            return Page();
        }

        Left = [.. done.Where(one => one.Refusal is not null)];
        if (Left.Count > 0)
        {
            await OnGetAsync(cancel);
            return Page();
        }

        TempData["Done"] = text["letters.posted.done", done.Count].Value;
        return Redirect("/letters");
    }
}
