using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Incidents;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>An incident with what people wrote about it, by the ids that its words have.</summary>
public sealed record StoredIncident(Incident Incident, IReadOnlyDictionary<string, string?> Words)
{
    public string? Text(Words? words) => words is null ? null : Words.GetValueOrDefault(words.Id!);
}

/// <summary>What somebody says they saw.</summary>
/// <param name="What">What they saw.</param>
/// <param name="Where">Where: an address of ours, or in their words.</param>
/// <param name="SeenOn">The day.</param>
/// <param name="Contact">How they can be reached.</param>
public sealed record SeenData(string What, string? Where, DateOnly SeenOn, string? Contact);

/// <summary>
/// Reports that somebody sees another person's data: each a stream of history, begun by whoever presses. Nothing is kept
/// of a press but what was written: no address of a network, no browser, no cookie.
/// </summary>
public sealed class IncidentStore(
    Database database,
    WriteGate gate,
    CaseQueries cases,
    StaffOutbox mail,
    HiddenParts hidden,
    TimeProvider time
)
{
    /// <summary>
    /// How many reports are taken in a quarter of an hour of all strangers together, and how many of all residents: no
    /// stranger uses up what is kept for residents.
    /// </summary>
    public const int MostByOutsiders = 20;

    private const int Most = 200;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Records the report, hides what it hides by itself and has mailed whoever answers for it: all of it or nothing. The
    /// same report sent twice is one.
    /// </summary>
    /// <returns>False where too many who have no account reported a moment ago; nothing is recorded then.</returns>
    public async Task<bool> ReportAsync(string id, SeenData seen, CurrentPerson person, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var who = person.IsSignedIn || person.Follows is not null ? person.Who : "";
        if (!person.IsSignedIn && await LatelyAsync(context, who, cancel) >= MostByOutsiders)
        {
            return false;
        }

        var part = seen.Where is { } where ? ProductParts.Of(where) : null;
        var report = new LeakReported(
            seen.SeenOn,
            part,
            await CaseOfAsync(context, seen.Where, person, cancel),
            Words.Of(seen.What),
            Words.From(seen.Where),
            Words.From(seen.Contact)
        );
        var reporter =
            person.May(Act.HandleIncidents) ? Reporter.Responsible
            : person.IsSignedIn ? Reporter.Staff
            : Reporter.WithoutAccount;
        var recording = new Recording();
        var now = Now;
        var signature = new Signature(who, now);
        var first = Append(recording, last: null, id, report, signature);
        if (HidingParts.AtOnce(reporter, report) is { } hides)
        {
            Append(recording, first, id, hides, signature);
        }

        foreach (var row in await mail.LeakReportedAsync(context, id, now, cancel))
        {
            recording.Insert(row);
        }

        try
        {
            await gate.RecordAsync(recording, cancel);
            hidden.Forget();
        }
        catch (ConflictException)
        {
            // The form was sent twice: it is one report, and it is here.
        }

        return true;
    }

    public async Task<StoredIncident?> FindAsync(string id, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await ReadAsync(context, id, cancel) is not var (incident, _)
            ? null
            : new StoredIncident(
                incident,
                await context
                    .Words.Where(row => row.StreamId == id)
                    .ToDictionaryAsync(row => row.Id, row => row.Text, StringComparer.Ordinal, cancel)
            );
    }

    /// <summary>The last two hundred, the newest first. Two queries.</summary>
    public async Task<IReadOnlyList<Incident>> NewestAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var ids = await context
            .History.Where(row => row.Stream == Streams.Incident && row.Event == IncidentJson.Reported)
            .OrderByDescending(row => row.RecordedAt)
            .Take(Most)
            .Select(row => row.StreamId)
            .ToListAsync(cancel);
        var rows = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Incident && ids.Contains(row.StreamId))
            .OrderBy(row => row.StreamId)
            .ThenBy(row => row.Sequence)
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => row.StreamId)
                .Select(group => Fold(group.Key, group))
                .OrderByDescending(incident => incident.ReportedAt),
        ];
    }

    /// <summary>Records what was decided about an incident, if anything was.</summary>
    /// <returns>Why not; none where it is so now.</returns>
    public async Task<TRefusal?> DecideAsync<TRefusal>(
        string id,
        Func<Incident, (IncidentEvent? Happens, TRefusal? Refusal)> decide,
        CurrentPerson person,
        CancellationToken cancel
    )
        where TRefusal : struct, Enum
    {
        while (true)
        {
            try
            {
                await using var context = database.NewContext();
                var (incident, last) =
                    await ReadAsync(context, id, cancel)
                    ?? throw new ArgumentException("There is no such incident.", nameof(id));
                var (happens, refusal) = decide(incident);
                if (happens is not null)
                {
                    var recording = new Recording();
                    Append(recording, last, id, happens, new Signature(person.Id, Now));
                    await gate.RecordAsync(recording, cancel);
                    hidden.Forget();
                }

                return refusal;
            }
            catch (ConflictException)
            {
                // Somebody decided on it at the same moment: it is asked again of what is so now.
            }
        }
    }

    /// <summary>The case of that reference; none where there is none.</summary>
    public async Task<string?> CaseAsync(string reference, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await cases.IdOfAsync(context, reference, cancel);
    }

    private async Task<int> LatelyAsync(RedressContext context, string who, CancellationToken cancel)
    {
        var since = Now - Quarter;
        return await context
            .History.Where(row => row.Stream == Streams.Incident && row.Event == IncidentJson.Reported)
            .CountAsync(row => row.RecordedAt > since && row.Who == who, cancel);
    }

    /// <summary>The case that the address names; of a resident on their own pages, theirs.</summary>
    private async Task<string?> CaseOfAsync(
        RedressContext context,
        string? where,
        CurrentPerson person,
        CancellationToken cancel
    ) =>
        where is null ? null
        : ProductParts.CaseIn(where) is { } named && !named.Contains('\0', StringComparison.Ordinal)
            ? await cases.IdOfAsync(context, named, cancel)
        : ProductParts.Of(where) is Part.ResidentPages or Part.Documents ? person.Follows
        : null;

    private static async Task<(Incident Incident, HistoryRow Last)?> ReadAsync(
        RedressContext context,
        string id,
        CancellationToken cancel
    )
    {
        var rows = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Incident && row.StreamId == id)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancel);
        return rows.Count == 0 ? null : (Fold(id, rows), rows[^1]);
    }

    private static Incident Fold(string id, IEnumerable<HistoryRow> rows) =>
        Incident.Fold(
            id,
            [
                .. rows.Select(row => new RecordedIncident(
                    IncidentJson.Read(row.Event, row.Data),
                    row.RecordedAt,
                    row.Who
                )),
            ]
        );

    /// <summary>The event, its words apart, and what it changes of what is hidden.</summary>
    private static HistoryRow Append(
        Recording recording,
        HistoryRow? last,
        string id,
        IncidentEvent happened,
        Signature signature
    )
    {
        var sequence = (last?.Sequence ?? 0) + 1;
        var words = new List<WordsRow>();
        var kept = happened.WithWords(spoken =>
        {
            var salt = new byte[32];
            signature.Salt(salt);
            words.Add(
                new WordsRow
                {
                    Id = $"{sequence}.{words.Count + 1}",
                    StreamId = id,
                    Sequence = sequence,
                    Salt = Convert.ToHexStringLower(salt),
                    Text = spoken.Text,
                }
            );
            return spoken.Store(words[^1].Id, salt);
        });
        var row = recording.Append(last, (Streams.Incident, id), IncidentJson.Write(kept), signature);
        words.ForEach(recording.Insert);
        if (happened is PartHidden hides)
        {
            recording.Put(RowOf(id, hides.Hiding, hides.Part, hides.Case, hides.OutsidersOnly));
        }
        else if (happened is PartShown shown)
        {
            recording.Delete(RowOf(id, shown.Hiding, default, caseId: null, outsidersOnly: false));
        }

        return row;
    }

    private static HiddenPartRow RowOf(string id, int hiding, Part part, string? caseId, bool outsidersOnly) =>
        new()
        {
            IncidentId = id,
            Hiding = hiding,
            Part = part,
            CaseId = caseId,
            OutsidersOnly = outsidersOnly,
        };
}
