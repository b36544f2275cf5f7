using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Features.Organisation;

/// <summary>By which units cases are counted.</summary>
public enum UnitsAs
{
    /// <summary>The unit that the officer's team is in today.</summary>
    Now,

    /// <summary>The unit that it was in when the case was received.</summary>
    Then,
}

/// <summary>Cases of one unit, and how many of them are with somebody outside the service complained of.</summary>
/// <param name="Unit">Its name; none for cases of whoever is in no unit.</param>
/// <param name="Cases">All of them.</param>
/// <param name="Outside">With somebody whose unit does not deliver the service.</param>
/// <param name="Inside">With somebody whose unit does.</param>
/// <param name="Unknown">Where the service, or the unit, is not said.</param>
public sealed record UnitCount(string? Unit, int Cases, int Outside, int Inside, int Unknown);

/// <summary>How many complaints the officers of each unit have or had.</summary>
public sealed class UnitCounts(RedressContext context, RulesStore rules, TimeProvider time)
{
    /// <summary>Those in sight of whoever asks, by the name of the unit. One query, which the database sums up by day.</summary>
    public async Task<IReadOnlyList<UnitCount>> CountAsync(UnitsAs by, CancellationToken cancel)
    {
        var (house, today) = (rules.Current.Organisation, LondonTime.Today(time));
        var counted = await context
            .Cases.Where(row => row.Kind == Core.Procedures.CaseKind.Complaint && row.OwnerId != null)
            .GroupBy(row => new
            {
                row.OwnerId,
                row.Service,
                row.ReceivedOn,
            })
            .Select(group => new { group.Key, Cases = group.Count() })
            .ToListAsync(cancel);
        return
        [
            .. counted
                .Select(one =>
                {
                    var (owner, day) = (one.Key.OwnerId!, by == UnitsAs.Then ? one.Key.ReceivedOn : today);
                    return (
                        Unit: house.UnitsOf(owner, day) is [var first, ..] ? first.Name : null,
                        Outside: house.IsOutside(owner, one.Key.Service, day),
                        one.Cases
                    );
                })
                .GroupBy(one => one.Unit)
                .Select(unit => new UnitCount(
                    unit.Key,
                    unit.Sum(one => one.Cases),
                    unit.Where(one => one.Outside == true).Sum(one => one.Cases),
                    unit.Where(one => one.Outside == false).Sum(one => one.Cases),
                    unit.Where(one => one.Outside is null).Sum(one => one.Cases)
                ))
                .OrderBy(unit => unit.Unit is null)
                .ThenBy(unit => unit.Unit, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
