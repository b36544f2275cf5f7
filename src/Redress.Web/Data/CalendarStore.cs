using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>
/// The calendars of this installation in every edition: those shipped, and those adopted since. A case names the edition
/// it is counted by, so none is ever changed or removed.
/// </summary>
public sealed class CalendarStore(Database database, WriteGate gate)
{
    public async Task<IReadOnlyList<WorkingDayCalendar>> AllAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var files = await context
            .CalendarEditions.AsNoTracking()
            .OrderBy(row => row.CalendarId)
            .ThenBy(row => row.Edition)
            .ToListAsync(cancel);
        return [.. files.Select(Read)];
    }

    /// <summary>
    /// Adds what this release ships and the installation does not know yet. Where a holiday was added here, what is shipped
    /// becomes the edition after that one, and the holiday stays.
    /// </summary>
    public async Task AddShippedAsync(
        IEnumerable<WorkingDayCalendar> shipped,
        Signature signature,
        CancellationToken cancel
    )
    {
        var newest = (await AllAsync(cancel))
            .GroupBy(known => known.Id)
            .ToDictionary(known => known.Key, known => known.Last());
        foreach (var calendar in shipped)
        {
            var known = newest.GetValueOrDefault(calendar.Id);
            if (known?.Includes(calendar) != true)
            {
                await AddAsync(known?.With(calendar) ?? calendar, signature, cancel);
            }
        }
    }

    /// <summary>Adds an edition; from now on new cases are counted by it. Open cases adopt it one by one, each in its history.</summary>
    public async Task AddAsync(WorkingDayCalendar calendar, Signature signature, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var recording = new Recording();
        var file = CalendarFile.Write(calendar);
        var data = new JsonObject
        {
            ["edition"] = calendar.Edition,
            ["source"] = calendar.Source,
            ["sha256"] = Sha256.Of(file),
        }.ToJsonString();
        await context.AppendAsync(
            recording,
            (Streams.Calendar, calendar.Id),
            ("edition_added", data),
            signature,
            cancel
        );
        recording.Insert(
            new CalendarEditionRow
            {
                CalendarId = calendar.Id,
                Edition = calendar.Edition,
                Data = file,
                AdoptedAt = signature.At,
            }
        );
        await gate.RecordAsync(recording, cancel);
    }

    private static WorkingDayCalendar Read(CalendarEditionRow row) =>
        CalendarFile.TryParse(row.Data, out var calendar, out var error)
            ? calendar
            : throw new InvalidDataException($"Calendar {row.CalendarId}, edition {row.Edition}: {error}");
}
