using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Features.Calendars;

/// <summary>One clock that an edition would move.</summary>
public sealed record MovedClock(string Reference, int? Stage, DutyName Duty, DateOnly? From, DateOnly? To);

/// <summary>What an edition would do to every open case.</summary>
/// <param name="Moved">Clocks that move, the soonest first.</param>
/// <param name="Unmoved">How many open clocks stay.</param>
/// <param name="Cases">How many open cases were looked at.</param>
public sealed record AdoptionPreview(IReadOnlyList<MovedClock> Moved, int Unmoved, int Cases)
{
    public int CasesMoved => Moved.Select(clock => clock.Reference).Distinct().Count();
}

/// <summary>
/// Moves open cases to the newest edition of their calendar, each with the reason in its own history, and shows beforehand
/// what that would do. A run that was cut short is finished by the next: what is left to do is what the cases themselves
/// say. It is asked for by somebody who may adopt calendars, who need not be allowed to open cases.
/// </summary>
public sealed partial class CalendarAdoptions(
    Database database,
    WriteGate gate,
    CalendarStore calendars,
    RulesStore rules,
    TimeProvider time,
    ILogger<CalendarAdoptions> log
) : IAsyncDisposable
{
    /// <summary>Cases read or recorded at once: enough to share what a query or commit costs, few enough to let others in.</summary>
    private const int Together = 100;

    /// <summary>How often a case is tried by itself: whoever acts on it meanwhile is done by then.</summary>
    private const int Attempts = 3;

    private readonly Lock turn = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, Task> runs = new(StringComparer.Ordinal);

    private DateOnly Today => LondonTime.Today(time);

    /// <summary>Works through every open case of the calendar. Nothing changes.</summary>
    public async Task<AdoptionPreview> PreviewAsync(WorkingDayCalendar edition, CancellationToken cancel)
    {
        var moved = new List<MovedClock>();
        var (unmoved, cases) = (0, 0);
        await using var context = database.NewContext();
        await foreach (var file in OpenCasesAsync(context, edition.Id, edition.Edition, cancel))
        {
            var preview = CalendarPreview.Of(file.Case, edition, rules.Current, Today);
            moved.AddRange(preview.Moved.Select(move => Moved(file.Case, move)));
            unmoved += preview.Unmoved;
            cases++;
        }

        return new AdoptionPreview(
            [.. moved.OrderBy(m => m.To).ThenBy(m => m.Reference, StringComparer.Ordinal)],
            unmoved,
            cases
        );
    }

    /// <summary>Adds the edition, by which new cases are counted from now on, and starts to move the open ones.</summary>
    /// <exception cref="ConflictException">Somebody else added an edition since this one was made.</exception>
    public async Task AddAsync(WorkingDayCalendar edition, Signature signature, CancellationToken cancel)
    {
        try
        {
            await calendars.AddAsync(edition, signature, cancel);
        }
        finally
        {
            // Also where somebody was first, on this node or another: what they added is what must be looked at next.
            await rules.ReadAsync(CancellationToken.None);
        }

        await RunAsync(edition.Id, signature);
    }

    /// <summary>How many open cases are still counted by an older edition.</summary>
    public async Task<int> LeftAsync(string calendarId, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await Behind(context, calendarId, rules.Current.NewestEdition(calendarId)).CountAsync(cancel);
    }

    /// <summary>True while a run for that calendar is under way in this process.</summary>
    public bool IsRunning(string calendarId)
    {
        lock (turn)
        {
            return runs.TryGetValue(calendarId, out var run) && !run.IsCompleted;
        }
    }

    /// <summary>
    /// Starts a run, or joins the one under way, and waits for it a moment: with a few thousand cases it is done then, and
    /// with more it goes on by itself.
    /// </summary>
    public async Task RunAsync(string calendarId, Signature signature)
    {
        Task? run;
        lock (turn)
        {
            if (!runs.TryGetValue(calendarId, out run) || run.IsCompleted)
            {
                run = runs[calendarId] = Task.Run(() => AdoptOrLogAsync(calendarId, signature));
            }
        }

        await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Stops after the cases in hand; the rest are found again by the next run.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(runs.Values);
        stopping.Dispose();
    }

    private async Task AdoptOrLogAsync(string calendarId, Signature signature)
    {
        try
        {
            await AdoptAsync(calendarId, signature, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
        catch (Exception fault)
        {
            // The page that started it shows what is left and offers to go on.
            LogStopped(log, fault);
        }
    }

    private async Task AdoptAsync(string calendarId, Signature signature, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var newest = rules.Current.NewestEdition(calendarId);
        await foreach (var ids in IdsAsync(context, calendarId, newest, cancel))
        {
            if (await TryRecordAsync(context, ids, signature, cancel))
            {
                continue;
            }

            // Somebody acted on one of them meanwhile, or one cannot be recorded at all. It must not hold up the others.
            foreach (var id in ids)
            {
                var attempts = 1;
                while (!await TryRecordAsync(context, [id], signature, cancel))
                {
                    if (attempts++ == Attempts)
                    {
                        LogLeft(log, id, calendarId, newest);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>False where somebody acted on one of the cases meanwhile, or what is worked out from it has drifted.</summary>
    private async Task<bool> TryRecordAsync(
        RedressContext context,
        IReadOnlyCollection<string> ids,
        Signature signature,
        CancellationToken cancel
    )
    {
        var recording = new Recording();
        foreach (var file in await CaseQueries.OpenAsync(context, ids, cancel))
        {
            var decision = CalendarAdoption.Decide(file.Case, rules.Current, Today);
            if (decision.Refusal is null)
            {
                file.Record(decision.Events, signature, rules.Current);
                file.SaveTo(recording);
            }
        }

        try
        {
            await gate.RecordAsync(recording, CancellationToken.None);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Moving cases to the newest calendar stopped.")]
    private static partial void LogStopped(ILogger log, Exception fault);

    [LoggerMessage(
        LogLevel.Error,
        "Case {Case} could not be moved to {Calendar}, edition {Edition}. If it stays so, run `redress rebuild`."
    )]
    private static partial void LogLeft(ILogger log, string @case, string calendar, int edition);

    private static MovedClock Moved(Case moved, ClockMove move) =>
        new(
            moved.Reference,
            move.Before.Stage,
            move.Before.Duty,
            move.Before.Due == move.After.Due ? move.Before.TargetDue : move.Before.Due,
            move.Before.Due == move.After.Due ? move.After.TargetDue : move.After.Due
        );

    private static async IAsyncEnumerable<CaseFile> OpenCasesAsync(
        RedressContext context,
        string calendarId,
        int before,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var ids in IdsAsync(context, calendarId, before, cancel))
        {
            foreach (var file in await CaseQueries.OpenAsync(context, ids, cancel))
            {
                yield return file;
            }
        }
    }

    private static IQueryable<CaseRow> Behind(RedressContext context, string calendarId, int edition) =>
        context
            .Cases.AsNoTracking()
            .Where(row => row.IsOpen && row.CalendarId == calendarId && row.CalendarEdition < edition)
            .Where(row => row.Status == CaseStatus.Open || row.Status == CaseStatus.Answered);

    /// <summary>The open cases that hold an older edition, some at a time.</summary>
    private static async IAsyncEnumerable<List<string>> IdsAsync(
        RedressContext context,
        string calendarId,
        int edition,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var last = "";
        while (true)
        {
            var ids = await Behind(context, calendarId, edition)
                .Where(row => string.Compare(row.Id, last) > 0)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .Take(Together)
                .ToListAsync(cancel);
            if (ids.Count == 0)
            {
                yield break;
            }

            yield return ids;
            last = ids[^1];
        }
    }
}
