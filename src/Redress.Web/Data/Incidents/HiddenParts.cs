using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Incidents;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>
/// What is hidden now. A node asks the database again after three seconds, so that what is hidden or shown on one is so on
/// every node within five; it is a row, so a restart changes nothing.
/// </summary>
public sealed class HiddenParts(Database database, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(3);

    private Known? known;

    /// <summary>Whether a part is hidden from somebody, where they open it at an address.</summary>
    /// <param name="part">The part.</param>
    /// <param name="named">The reference or id of the case that the address names; none where it names none.</param>
    /// <param name="person">Who opens it.</param>
    public async Task<bool> HidesAsync(Part part, string? named, CurrentPerson person)
    {
        foreach (var one in await CurrentAsync())
        {
            if (
                one.Row.Part == part
                && (!one.Row.OutsidersOnly || !person.IsSignedIn)
                && (one.Row.CaseId is not { } id || person.Follows == id || one.IsNamed(named))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Something was hidden or shown here: this node asks again at once.</summary>
    public void Forget() => Volatile.Write(ref known, null);

    private Task<IReadOnlyList<Hidden>> CurrentAsync()
    {
        var now = time.GetUtcNow();
        var last = Volatile.Read(ref known);
        if (last is { Rows: var rows } && (now - last.At).Duration() < GoodFor && !rows.Value.IsFaulted)
        {
            return rows.Value;
        }

        // However many ask at once, one of them reads.
        var next = new Known(now, new(ReadAsync));
        var stood = Interlocked.CompareExchange(ref known, next, last);
        return (stood == last ? next : stood ?? next).Rows.Value;
    }

    private async Task<IReadOnlyList<Hidden>> ReadAsync()
    {
        await using var context = database.NewContext();
        return await context
            .HiddenParts.AsNoTracking()
            .Select(row => new Hidden(
                row,
                context.Cases.Where(one => one.Id == row.CaseId).Select(one => one.Reference).FirstOrDefault()
            ))
            .ToListAsync();
    }

    private sealed record Known(DateTimeOffset At, Lazy<Task<IReadOnlyList<Hidden>>> Rows);

    private sealed record Hidden(HiddenPartRow Row, string? Reference)
    {
        /// <summary>However the reference was typed.</summary>
        public bool IsNamed(string? named) =>
            named is not null
            && (
                named == Row.CaseId
                || (Reference is not null && (named == Reference || CaseReference.Read(named) == Reference))
            );
    }
}
