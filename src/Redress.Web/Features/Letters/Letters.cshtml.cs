using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Letters;

/// <summary>
/// Every letter that has not left: what could not be sent, what is to be posted, what is on its way by mail. What was
/// posted is marked so at once for all that were printed together.
/// </summary>
[Needs(Act.SendLetters)]
public sealed class LettersModel(
    LetterList list,
    CaseDesk desk,
    Outbox outbox,
    StaffDirectory staff,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    private const int MostTries = 3;

    private IReadOnlyList<ListedLetter> all = [];

    /// <summary>The letters that were printed and posted, as <see cref="ListedLetter.Key"/> names them.</summary>
    [BindProperty]
    public IReadOnlyList<string> Letters { get; set; } = [];

    /// <summary>What could not be sent, what has no address to go to, and what has not left for a day.</summary>
    public IReadOnlyList<ListedLetter> Failed =>
        [.. all.Where(one => one.HasFailed || one.HasNoAddress || one.IsStuck(time.GetUtcNow().UtcDateTime))];

    public IReadOnlyList<ListedLetter> ToPost => [.. all.Where(one => one.IsToPost && one.MayAddress(desk.Person))];

    /// <summary>To confidential residents, whom somebody else must address.</summary>
    public IReadOnlyList<ListedLetter> ForTheTeam => [.. all.Where(one => one.IsToPost).Except(ToPost)];

    public IReadOnlyList<ListedLetter> ToMail => [.. all.Where(one => one.IsToMail).Except(Failed)];

    /// <summary>What was not marked as posted, because its case had moved on.</summary>
    public IReadOnlyList<ListedLetter> Left { get; private set; } = [];

    public bool HasServer => outbox.CanMail;

    public string NameOf(string id) => staff.NameOf(id);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        all = await list.ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var asked = all.Where(one => Letters.Contains(one.Key, StringComparer.Ordinal)).ToList();
        var posted = ToPost.Intersect(asked).ToList();
        var left = asked.Where(one => one.IsOutOfDate).ToList();

        // One letter of each case at a time: what the first makes true, the second must know.
        foreach (
            var round in posted
                .GroupBy(one => one.Letter.CaseId)
                .SelectMany(of => of.Index())
                .ToLookup(one => one.Index)
        )
        {
            left.AddRange(await RecordAsync([.. round.Select(one => one.Item)], cancel));
        }

        await OnGetAsync(cancel);
        Left = left;
        if (left.Count > 0)
        {
            return Page();
        }

        TempData["Done"] = text["letters.posted.done", posted.Count].Value;
        return Redirect("/letters");
    }

    /// <summary>All of them in one act. Those that cannot be are left: what they say is not so.</summary>
    private async Task<List<ListedLetter>> RecordAsync(List<ListedLetter> letters, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (acts, left) = (new List<CaseAct>(), new List<ListedLetter>());
            foreach (var letter in letters)
            {
                var file = await desk.FindAsync(letter.Letter.CaseId, Purpose.Act, cancel);
                var sent = file is null
                    ? CannotSend.NotWaiting
                    : Sending.Decide(file.Case, letter.Letter.Letter, desk.Rules, desk.Today, desk.Today, letter.Copy);
                if (sent.Refusal is null)
                {
                    acts.Add(new CaseAct(file!, sent.Events));
                }
                else
                {
                    left.Add(letter);
                }
            }

            try
            {
                await desk.RecordAsync(acts, once: null, with: null, cancel);
                return left;
            }
            catch (ConflictException) when (attempt < MostTries)
            {
                // Somebody else was at work on one of them; all are read, and decided on, afresh.
            }
        }
    }
}
