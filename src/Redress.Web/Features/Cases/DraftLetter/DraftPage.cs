using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.DraftLetter;

/// <summary>
/// A page for a letter that can be begun, left, and found again. Of two people who write the same letter, the second is
/// told, sees what the first wrote, and keeps what they wrote themselves.
/// </summary>
public abstract class DraftPage(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterDrafts drafts,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    /// <summary>The number of the draft that the form was made from; 0 for none.</summary>
    [BindProperty]
    public int DraftSeen { get; set; }

    /// <summary>The draft as it was last kept; none where none was begun.</summary>
    public LetterDraftRow? Draft { get; private set; }

    /// <summary>Somebody kept theirs while this form was open.</summary>
    public bool IsBeaten { get; private set; }

    /// <summary>The duty that the letter will meet.</summary>
    protected abstract DutyName Duty { get; }

    /// <summary>What the letter says before anybody has written in it.</summary>
    protected abstract string Skeleton { get; }

    /// <summary>What is to be kept of the form.</summary>
    protected abstract (string? Letter, Finding? Outcome) Written { get; }

    protected override async Task FoundAsync(CancellationToken cancel)
    {
        await base.FoundAsync(cancel);
        Draft = await drafts.FindAsync(Case, Duty, cancel);
    }

    /// <summary>Begins the draft where there is none yet, and opens it.</summary>
    public async Task<IActionResult> OnPostBeginAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        if (Draft is null)
        {
            // Whoever was first has begun it, and where it is owed no longer the page says so.
            await drafts.KeepAsync(Case, Duty, Skeleton, outcome: null, seen: 0, cancel);
        }

        return Redirect(
            Request.Path.ToUriComponent() + (CaseLinks.IsList(From) ? QueryString.Create(nameof(From), From!) : default)
        );
    }

    /// <summary>Keeps what is written so far, however little of the form is filled in.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        foreach (var field in ModelState.Keys.Where(key => key != "Form.Letter").ToList())
        {
            ModelState.Remove(field);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (letter, outcome) = Written;
        if (await drafts.KeepAsync(Case, Duty, letter, outcome, DraftSeen, cancel) is { } refusal)
        {
            return await ToldAsync(refusal, cancel);
        }

        TempData["Done"] = L["draft.done"].Value;
        return Redirect(Back);
    }

    /// <summary>As <see cref="ActPage.FindToActAsync"/>, and what to answer where somebody kept another draft meanwhile.</summary>
    protected async Task<IActionResult?> FindToSendAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? (
            Draft is not null && Draft.Number != DraftSeen
                ? await ToldAsync(CannotKeepDraft.KeptByAnother, cancel)
                : null
        );

    /// <summary>For a fresh form: what was kept, or else the skeleton.</summary>
    protected (string Letter, Finding? Outcome) Begun()
    {
        DraftSeen = Draft?.Number ?? 0;
        return Draft is { } kept ? (kept.Text, kept.Outcome) : (Skeleton, null);
    }

    private async Task<IActionResult> ToldAsync(CannotKeepDraft refusal, CancellationToken cancel)
    {
        if (refusal == CannotKeepDraft.KeptByAnother)
        {
            Draft = await drafts.FindAsync(Case, Duty, cancel);
            IsBeaten = Draft is not null;
            DraftSeen = Draft?.Number ?? 0;
        }

        return Refused(refusal, which => which == CannotKeepDraft.NothingWritten ? "Letter" : "");
    }
}
