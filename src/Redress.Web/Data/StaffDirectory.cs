using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>Somebody who works here, as colleagues and residents know them.</summary>
public sealed record StaffMember(string Id, string Name, string? Email);

/// <summary>
/// Who works here, kept in memory, because every page names somebody. Read again after a
/// minute.
/// </summary>
public sealed class StaffDirectory(Database database, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private FrozenDictionary<string, StaffMember> members = FrozenDictionary<string, StaffMember>.Empty;
    private DateTimeOffset readAt = DateTimeOffset.MinValue;

    /// <summary>Everybody, by name.</summary>
    public async ValueTask<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancel)
    {
        var known = await CurrentAsync(cancel);
        return [.. known.Values.OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What they are called. Jobs, and people of records brought in from elsewhere, go by their own names.</summary>
    public string NameOf(string id) => members.TryGetValue(id, out var member) ? member.Name : id;

    public bool Knows(string id) => members.ContainsKey(id);

    /// <summary>Makes sure that people are known before they are asked for.</summary>
    public async ValueTask ReadyAsync(CancellationToken cancel) => await CurrentAsync(cancel);

    private ValueTask<FrozenDictionary<string, StaffMember>> CurrentAsync(CancellationToken cancel) =>
        time.GetUtcNow() - readAt < GoodFor ? ValueTask.FromResult(members) : new(ReadAsync(cancel));

    private async Task<FrozenDictionary<string, StaffMember>> ReadAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var people = await context
            .Users.AsNoTracking()
            .Select(person => new StaffMember(person.Id, person.Name, person.Email))
            .ToListAsync(cancel);
        members = people.ToFrozenDictionary(member => member.Id, StringComparer.Ordinal);
        readAt = time.GetUtcNow();
        return members;
    }
}
