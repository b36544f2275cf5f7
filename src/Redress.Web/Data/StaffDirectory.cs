using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Staff;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Somebody who works here, as colleagues and residents know them.</summary>
/// <param name="Id">Of their account.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Email">Where they are written to.</param>
/// <param name="WorksOnCases">Whether a role they hold today lets them.</param>
/// <param name="LeadsSince">Since when they have run the complaints team; none where they do not today.</param>
/// <param name="CanBeHeard">Whether a role they hold today lets them give a statement here.</param>
/// <param name="TimesAway">When they are away, today or later.</param>
public sealed record StaffMember(
    string Id,
    string Name,
    string? Email,
    bool WorksOnCases,
    DateOnly? LeadsSince,
    bool CanBeHeard,
    IReadOnlyList<TimeAway> TimesAway
);

/// <summary>
/// Who works here, kept in memory, because every page names somebody. Read again after a
/// minute.
/// </summary>
public sealed class StaffDirectory(Database database, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly Lock turn = new();
    private FrozenDictionary<string, StaffMember> members = FrozenDictionary<string, StaffMember>.Empty;
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private Task<FrozenDictionary<string, StaffMember>>? reading;
    private int changes;

    /// <summary>Those who work on cases today, by name: a case, or a promise, can be theirs.</summary>
    public async ValueTask<IReadOnlyList<StaffMember>> ColleaguesAsync(CancellationToken cancel)
    {
        var known = await CurrentAsync(cancel);
        return
        [
            .. known
                .Values.Where(member => member.WorksOnCases)
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Everybody who has or had an account here, by name: a complaint can be about any of them.</summary>
    public async ValueTask<IReadOnlyList<StaffMember>> EverybodyAsync(CancellationToken cancel) =>
        [.. (await CurrentAsync(cancel)).Values.OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The id of whoever has what nobody took down, until they share it out: who has run the complaints team longest, of those
    /// who are not away. None where nobody is there: then it waits to be assigned.
    /// </summary>
    public async ValueTask<string?> ReceiverAsync(CancellationToken cancel)
    {
        var known = await CurrentAsync(cancel);
        return known
            .Values.Where(member => member.LeadsSince is not null && Away.On(member.TimesAway, Today) is null)
            .OrderBy(member => member.LeadsSince)
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Id;
    }

    /// <summary>
    /// Who has the next stage that a resident asks for, where nobody has the case: whoever receives, if they may have it.
    /// </summary>
    public async ValueTask<string?> ReceiverOfNextAsync(Case asked, Rules rules, CancellationToken cancel) =>
        await ReceiverAsync(cancel) is { } receiver && Escalation.MayHaveNext(asked, receiver, rules, Today, Today)
            ? receiver
            : null;

    /// <summary>What they are called. Jobs, and people of records brought in from elsewhere, go by their own names.</summary>
    public string NameOf(string id) => members.TryGetValue(id, out var member) ? member.Name : id;

    /// <summary>Where they are written to; none where nobody said.</summary>
    public string? EmailOf(string id) => members.GetValueOrDefault(id)?.Email;

    /// <summary>Whether it is anybody who has or had an account here.</summary>
    public bool Knows(string id) => members.ContainsKey(id);

    /// <summary>Whether it is one of those who work on cases today.</summary>
    public bool IsColleague(string id) => members.TryGetValue(id, out var member) && member.WorksOnCases;

    /// <summary>Until when somebody is away today, and who covers; none where they are at work, or nobody said otherwise.</summary>
    public Away? AwayToday(string id) =>
        members.TryGetValue(id, out var member) ? Away.On(member.TimesAway, Today) : null;

    /// <summary>Who is away on any of the days from today to a day, by id, with the first time they are.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Away>> AwayUpToAsync(DateOnly last, CancellationToken cancel)
    {
        var known = await CurrentAsync(cancel);
        return known
            .Values.Where(member => member.TimesAway.Count > 0)
            .Select(member => (member.Id, Away: Away.Between(member.TimesAway, Today, last)))
            .Where(one => one.Away is not null)
            .ToDictionary(one => one.Id, one => one.Away!, StringComparer.Ordinal);
    }

    /// <summary>Whether they can give a statement here: their account is not disabled.</summary>
    public bool CanBeHeard(string id) => members.TryGetValue(id, out var member) && member.CanBeHeard;

    /// <summary>Makes sure that people are known before they are asked for.</summary>
    public async ValueTask ReadyAsync(CancellationToken cancel) => await CurrentAsync(cancel);

    /// <summary>Reads again what was changed just now, so that it holds at once; on another node it holds within a minute.</summary>
    public async Task ChangedAsync(CancellationToken cancel)
    {
        lock (turn)
        {
            changes++;
            readAt = DateTimeOffset.MinValue;
            reading = null;
        }

        await ReadyAsync(cancel);
    }

    private DateOnly Today => LondonTime.Today(time);

    private ValueTask<FrozenDictionary<string, StaffMember>> CurrentAsync(CancellationToken cancel) =>
        time.GetUtcNow() - readAt < GoodFor ? ValueTask.FromResult(members) : new(ReadOnceAsync(cancel));

    /// <summary>However many ask at once, one of them reads: each holds a connection already, and there are only so many.</summary>
    private Task<FrozenDictionary<string, StaffMember>> ReadOnceAsync(CancellationToken cancel)
    {
        lock (turn)
        {
            if (reading is null or { IsCompleted: true })
            {
                reading = ReadAsync(CancellationToken.None);
            }

            return reading.WaitAsync(cancel);
        }
    }

    private async Task<FrozenDictionary<string, StaffMember>> ReadAsync(CancellationToken cancel)
    {
        var seen = Volatile.Read(ref changes);
        await using var context = database.NewContext();
        var today = Today;
        var times = (
            await context
                .Absences.AsNoTracking()
                .Where(row => row.AwayUntil == null || row.AwayUntil >= today)
                .OrderBy(row => row.AwayFrom)
                .ThenBy(row => row.Id)
                .ToListAsync(cancel)
        ).ToLookup(row => row.PersonId, Absences.TimeOf, StringComparer.Ordinal);
        var people = await context
            .Users.AsNoTracking()
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Email,
                person.DisabledAt,
                Grants = context
                    .RoleGrants.Where(grant => grant.PersonId == person.Id)
                    .Where(grant => grant.HeldFrom <= today && (grant.HeldUntil == null || grant.HeldUntil >= today))
                    .Select(grant => new { grant.Role, grant.HeldFrom })
                    .ToList(),
            })
            .ToListAsync(cancel);
        var read = people
            .Select(one =>
            {
                var held = one.Grants.Where(_ => one.DisabledAt is null).ToList();
                return new StaffMember(
                    one.Id,
                    one.Name,
                    one.Email,
                    Permissions.May(held.Select(grant => grant.Role), Act.NoteContact),
                    held.Where(grant => grant.Role == Role.ComplaintsLead).Min(grant => (DateOnly?)grant.HeldFrom),
                    Permissions.May(held.Select(grant => grant.Role), Act.GiveStatement),
                    [.. times[one.Id]]
                );
            })
            .ToFrozenDictionary(member => member.Id, StringComparer.Ordinal);
        lock (turn)
        {
            // What was read before something changed must not take the place of what was read after.
            if (seen == changes)
            {
                (members, readAt) = (read, time.GetUtcNow());
            }
        }

        return read;
    }
}
