using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>A statement as whoever is asked for it knows it: nothing tells which case it is about.</summary>
/// <param name="Request">Its random id.</param>
/// <param name="AskedOn">The day they were asked.</param>
/// <param name="AnswerBy">The last day on which an answer is in time.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsOpen">Whether they can still say something.</param>
/// <param name="AnsweredOn">The day they answered.</param>
public sealed record AskedStatement(
    string Request,
    DateOnly AskedOn,
    DateOnly AnswerBy,
    StatementState State,
    bool IsOpen,
    DateOnly? AnsweredOn
)
{
    /// <summary>What was released to them, unless it was withdrawn, and what they said.</summary>
    public IReadOnlyList<StatementTextRow> Texts { get; init; } = [];

    /// <summary>What they have begun to write.</summary>
    public string? Draft { get; init; }

    /// <summary>Whether they owe it: nothing has come, and it can still be said.</summary>
    public bool IsOwed => IsOpen && AnsweredOn is null;

    public IEnumerable<StatementTextRow> Of(StatementTextKind kind) => Texts.Where(text => text.Kind == kind);
}

/// <summary>
/// What members of staff were asked for statements on. It is read without the sight of cases, which whoever is asked has not
/// got, and by nobody but them.
/// </summary>
public sealed class StatementList(RedressContext context, WriteGate gate, TimeProvider time)
{
    /// <summary>All that somebody was ever asked, what can still be answered and is due first coming first. One query.</summary>
    public async Task<IReadOnlyList<AskedStatement>> OfPersonAsync(string who, CancellationToken cancel) =>
        await Asked(
                context
                    .CaseStatements.Where(row => row.PersonId == who)
                    .OrderByDescending(row => row.IsOpen)
                    .ThenBy(row => row.AnswerBy)
                    .ThenBy(row => row.RequestId)
            )
            .ToListAsync(cancel);

    /// <summary>How many somebody owes. One query.</summary>
    public Task<int> OwedAsync(string who, CancellationToken cancel) =>
        context.CaseStatements.CountAsync(row => row.PersonId == who && row.IsOpen && row.AnsweredOn == null, cancel);

    /// <summary>One of them with all it says; none where it is not theirs, as where it never was. Three queries.</summary>
    public async Task<AskedStatement?> FindAsync(string request, string who, CancellationToken cancel)
    {
        var rows = context.CaseStatements.Where(row => row.RequestId == request && row.PersonId == who);
        if (await Asked(rows).FirstOrDefaultAsync(cancel) is not { } found)
        {
            return null;
        }

        var texts = await context
            .StatementTexts.AsNoTracking()
            .Where(text => text.RequestId == request)
            .OrderBy(text => text.Number)
            .ToListAsync(cancel);
        var draft = await context
            .StatementDrafts.Where(row => row.RequestId == request)
            .Select(row => row.Text)
            .FirstOrDefaultAsync(cancel);
        var withdrawn = found.State == StatementState.Withdrawn;
        return found with
        {
            Texts = texts.FindAll(text => !withdrawn || text.Kind == StatementTextKind.Said),
            Draft = draft,
        };
    }

    /// <summary>Keeps what somebody has begun to write, in place of what they had kept.</summary>
    public async Task KeepAsync(AskedStatement of, string text, CancellationToken cancel)
    {
        var recording = new Recording();
        recording.Put(
            new StatementDraftRow
            {
                RequestId = of.Request,
                Text = text.Trim(),
                KeptOn = LondonTime.Today(time),
            }
        );
        await gate.RecordAsync(recording, cancel);
    }

    /// <summary>The drafts that are done with once these events have happened. No query where none could be.</summary>
    internal static async Task<IReadOnlyList<StatementDraftRow>> DoneWithAsync(
        RedressContext context,
        Case changed,
        IReadOnlyList<CaseEvent> events,
        CancellationToken cancel
    )
    {
        var sent = events
            .OfType<StatementGiven>()
            .Select(given => changed.Statements[given.Statement - 1].Request)
            .ToList();
        return sent.Count == 0
            ? []
            : await context
                .StatementDrafts.AsNoTracking()
                .Where(row => sent.Contains(row.RequestId))
                .ToListAsync(cancel);
    }

    private static IQueryable<AskedStatement> Asked(IQueryable<CaseStatementRow> rows) =>
        rows.Select(row => new AskedStatement(
            row.RequestId,
            row.AskedOn,
            row.AnswerBy,
            row.State,
            row.IsOpen,
            row.AnsweredOn
        ));
}
