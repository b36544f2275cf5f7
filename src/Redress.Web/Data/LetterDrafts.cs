using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Why a draft of a letter is not kept.</summary>
public enum CannotKeepDraft
{
    /// <summary>The letter is not owed now: it was written or sent, or the case has moved on.</summary>
    NotOwed,

    /// <summary>There is nothing in it.</summary>
    NothingWritten,

    /// <summary>Somebody kept theirs since this one was begun.</summary>
    KeptByAnother,
}

/// <summary>
/// Letters that were begun, left, and are found again by whoever goes on with the case. They are no history: they are
/// written over, and gone once the letter is written. Where the case has moved on they can be read and not sent.
/// </summary>
public sealed class LetterDrafts(RedressContext context, WriteGate gate, CurrentPerson person, TimeProvider time)
{
    /// <summary>The draft as it was last kept; none where none was begun.</summary>
    public Task<LetterDraftRow?> FindAsync(Case of, DutyName duty, CancellationToken cancel) =>
        context
            .LetterDrafts.AsNoTracking()
            .Where(row => row.CaseId == of.Id && row.Stage == of.Stage && row.Duty == duty)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Every draft of a case, whatever the letter, those that can be sent no more among them.</summary>
    public async Task<IReadOnlyList<LetterDraftRow>> OfAsync(Case of, CancellationToken cancel) =>
        await context
            .LetterDrafts.AsNoTracking()
            .Where(row => row.CaseId == of.Id)
            .OrderBy(row => row.Stage)
            .ThenBy(row => row.Number)
            .ToListAsync(cancel);

    /// <summary>Keeps a letter as far as it has come.</summary>
    /// <param name="of">The case.</param>
    /// <param name="duty">The duty that the letter will meet.</param>
    /// <param name="text">What it says so far.</param>
    /// <param name="outcome">The finding on the whole, where it was chosen already.</param>
    /// <param name="seen">The number of the draft that this one was made from; 0 for none.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Why it was not kept; none where it was.</returns>
    public async Task<CannotKeepDraft?> KeepAsync(
        Case of,
        DutyName duty,
        string? text,
        Finding? outcome,
        int seen,
        CancellationToken cancel
    )
    {
        if (!IsOwed(of, of.Stage, duty))
        {
            return CannotKeepDraft.NotOwed;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return CannotKeepDraft.NothingWritten;
        }

        var before = await FindAsync(of, duty, cancel);
        if ((before?.Number ?? 0) != seen)
        {
            return CannotKeepDraft.KeptByAnother;
        }

        var recording = new Recording();
        if (before is not null)
        {
            recording.Delete(before);
        }

        recording.Insert(
            new LetterDraftRow
            {
                CaseId = of.Id,
                Stage = of.Stage,
                Duty = duty,
                Number = seen + 1,
                Text = text.Trim(),
                Outcome = outcome,
                KeptBy = person.Who,
                KeptOn = LondonTime.Today(time),
            }
        );
        try
        {
            await gate.RecordAsync(recording, cancel);
        }
        catch (ConflictException)
        {
            return CannotKeepDraft.KeptByAnother;
        }

        return null;
    }

    /// <summary>
    /// The drafts that are done with once these events have happened: their letter is written. What can be sent no more for
    /// another reason stays to be read. No query where none could be.
    /// </summary>
    internal static async Task<IReadOnlyList<LetterDraftRow>> DoneWithAsync(
        RedressContext context,
        Case changed,
        IReadOnlyList<CaseEvent> events,
        CancellationToken cancel
    )
    {
        var written = events.Select(LetterOf).OfType<(int, DutyName)>().ToList();
        if (written.Count == 0)
        {
            return [];
        }

        var kept = await context.LetterDrafts.AsNoTracking().Where(row => row.CaseId == changed.Id).ToListAsync(cancel);
        return kept.FindAll(row => written.Contains((row.Stage, row.Duty)));
    }

    /// <summary>Whether the letter that meets a duty of that stage has still to be written.</summary>
    public static bool IsOwed(Case of, int stage, DutyName duty) =>
        of.Status == CaseStatus.Open
        && of.Stage == stage
        && duty switch
        {
            DutyName.Acknowledge => of.CurrentStage is { AcknowledgedOn: null, RespondedOn: null }
                && !of.Letters.Any(letter => letter.Written.Means is Acknowledged e && e.Stage == stage),
            DutyName.Respond => of.CurrentStage.RespondedOn is null
                && !of.Letters.Any(letter => letter.Written.Means is Responded e && e.Stage == stage),
            _ => false,
        };

    /// <summary>The stage and the duty of the letter that an event tells of, if it is one that has drafts.</summary>
    private static (int, DutyName)? LetterOf(CaseEvent happened) =>
        happened switch
        {
            Acknowledged acknowledged => (acknowledged.Stage, DutyName.Acknowledge),
            Responded responded => (responded.Stage, DutyName.Respond),
            LetterWritten { Means: { } means } => LetterOf(means),
            _ => null,
        };
}
