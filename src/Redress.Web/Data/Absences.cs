using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>When somebody is away, and what names that among all such times.</summary>
public sealed record MarkedAway(string Id, TimeAway Time);

/// <summary>Who is away when, and who covers. Each change is in the history of the person; none moves a case.</summary>
public sealed class Absences(
    Database database,
    WriteGate gate,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time
)
{
    private DateOnly Today => LondonTime.Today(time);

    /// <summary>Those that somebody has today or later, the nearest first. One query.</summary>
    public async Task<IReadOnlyList<MarkedAway>> OfAsync(string who, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return [.. (await RowsOfAsync(context, who, cancel)).Select(row => new MarkedAway(row.Id, TimeOf(row)))];
    }

    /// <summary>Marks somebody as away. The same times marked again change no more than who covers.</summary>
    /// <returns>Why not; none where it is so now.</returns>
    public async Task<CannotMarkAway?> MarkAsync(string who, TimeAway away, CancellationToken cancel)
    {
        if (MarkingAway.Decide(who, away, Today) is { } refusal)
        {
            return refusal;
        }

        await ChangeAsync(
            who,
            known =>
            {
                var before = known.FirstOrDefault(row => TimeOf(row).IsAt(away));
                if (before is not null && before.CoverId == away.Cover)
                {
                    return null;
                }

                var row = RowOf(before?.Id ?? Ids.New(time.GetUtcNow()), who, away);
                return new("marked_away", Data(row.Id, away), recording => recording.Put(row));
            },
            cancel
        );
        return null;
    }

    /// <summary>
    /// They are back today: a time that has begun ends yesterday, and one that has not is as if it had never been said. That
    /// there is none is no fault.
    /// </summary>
    public Task EndAsync(string who, string id, CancellationToken cancel) =>
        ChangeAsync(
            who,
            known =>
                known.FirstOrDefault(row => row.Id == id) is not { } row ? null
                : TimeOf(row).EndedBy(Today) is { } left
                    ? new("back", Data(id, left), recording => recording.Put(row with { AwayUntil = left.Until }))
                : new("back", new JsonObject { ["absence"] = id }, recording => recording.Delete(row)),
            cancel
        );

    internal static TimeAway TimeOf(AbsenceRow row) =>
        new(
            row.AwayFrom,
            row.AwayUntil,
            [
                .. row
                    .Weekdays.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => WireName.TryParse<DayOfWeek>(name, out var day) ? day : (DayOfWeek?)null)
                    .OfType<DayOfWeek>(),
            ],
            row.CoverId
        );

    private static AbsenceRow RowOf(string id, string who, TimeAway away) =>
        new()
        {
            Id = id,
            PersonId = who,
            AwayFrom = away.From,
            AwayUntil = away.Until,
            Weekdays = string.Join(',', away.Weekdays.Order().Select(WireName.Of)),
            CoverId = away.Cover,
        };

    private static JsonObject Data(string id, TimeAway away) =>
        new()
        {
            ["absence"] = id,
            ["from"] = $"{away.From:yyyy-MM-dd}",
            ["until"] = away.Until is { } until ? $"{until:yyyy-MM-dd}" : null,
            ["weekdays"] = new JsonArray([.. away.Weekdays.Order().Select(day => (JsonNode)WireName.Of(day))]),
            ["cover"] = away.Cover,
        };

    /// <summary>The absence and its history change together; where nothing is to be changed there is no trace.</summary>
    private async Task ChangeAsync(
        string who,
        Func<IReadOnlyList<AbsenceRow>, Change?> decide,
        CancellationToken cancel
    )
    {
        while (true)
        {
            try
            {
                await using var context = database.NewContext();
                if (decide(await RowsOfAsync(context, who, cancel)) is not { } change)
                {
                    return;
                }

                var recording = new Recording();
                var signature = new Signature(person.Id, time.GetUtcNow().UtcDateTime);
                var happened = (change.Event, change.Data.ToJsonString());
                await context.AppendAsync(recording, (Streams.Person, who), happened, signature, cancel);
                change.Write(recording);
                await gate.RecordAsync(recording, cancel);
                await staff.ChangedAsync(cancel);
                return;
            }
            catch (ConflictException)
            {
                // Somebody changed the same account at the same moment; this comes after it.
            }
        }
    }

    private Task<List<AbsenceRow>> RowsOfAsync(RedressContext context, string who, CancellationToken cancel)
    {
        var today = Today;
        return context
            .Absences.AsNoTracking()
            .Where(row => row.PersonId == who && (row.AwayUntil == null || row.AwayUntil >= today))
            .OrderBy(row => row.AwayFrom)
            .ThenBy(row => row.Id)
            .ToListAsync(cancel);
    }

    private sealed record Change(string Event, JsonObject Data, Action<Recording> Write);
}
