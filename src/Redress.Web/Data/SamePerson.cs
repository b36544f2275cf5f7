using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// The same person in several cases: of the same name, and the same telephone number or email address. What they need goes
/// with them, whoever sees those cases; two who share a number, or a home, share nothing.
/// </summary>
internal static class SamePerson
{
    private const int Most = 50;

    /// <summary>What somebody who comes into a case needs, as it stands in their other cases; the latest, and none where nothing does.</summary>
    public static async Task<IReadOnlyList<CaseEvent>> NeedsAsync(
        RedressContext context,
        IEnumerable<CasePersonRow> came,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var events = new List<CaseEvent>();
        foreach (var person in came.Where(IsReachable))
        {
            var known = await Of(context, person)
                .Join(
                    context.CaseNeeds,
                    one => new { one.CaseId, PersonId = one.Id },
                    row => new { row.CaseId, row.PersonId },
                    (_, row) => row
                )
                .OrderByDescending(row => row.CaseId)
                .FirstOrDefaultAsync(cancel);
            if (known is null)
            {
                continue;
            }

            var words = await context
                .Words.AsNoTracking()
                .Where(row => row.StreamId == known.CaseId)
                .Where(row => row.Id == known.LanguageWordsId || row.Id == known.WhatWordsId)
                .ToDictionaryAsync(row => row.Id, row => row.Text, cancel);
            var needs = new ContactNeedsRecorded(
                today,
                person.Id,
                known.Format,
                known.Never(),
                Words.From(words.GetValueOrDefault(known.LanguageWordsId ?? "")),
                Words.From(words.GetValueOrDefault(known.WhatWordsId ?? ""))
            );
            events.AddRange(needs.IsNothing ? [] : [needs]);
        }

        return events;
    }

    /// <summary>The ids of their other cases, and who they are in each.</summary>
    public static async Task<IReadOnlyList<(string CaseId, string Person)>> ElsewhereAsync(
        RedressContext context,
        CasePersonRow person,
        CancellationToken cancel
    ) =>
        IsReachable(person) && !person.Confidential
            ?
            [
                .. (
                    await Of(context, person).Select(one => new { one.CaseId, one.Id }).Take(Most).ToListAsync(cancel)
                ).Select(one => (one.CaseId, one.Id)),
            ]
            : [];

    private static IQueryable<CasePersonRow> Of(RedressContext context, CasePersonRow person) =>
        context
            .CasePeople.AsNoTracking()
            .Where(one => one.CaseId != person.CaseId && one.Name == person.Name && !one.Confidential)
            .Where(one =>
                (one.Email != null && one.Email == person.Email) || (one.Phone != null && one.Phone == person.Phone)
            );

    private static bool IsReachable(CasePersonRow person) =>
        person.Name.Length > 0 && !string.IsNullOrWhiteSpace(person.Email ?? person.Phone);
}
