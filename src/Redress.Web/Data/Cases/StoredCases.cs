using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// The rows worked out from a range of cases, as the database has them, and the people and words that some are worked out
/// from.
/// </summary>
internal sealed record StoredCases(
    IReadOnlyDictionary<string, CaseRow> Cases,
    ILookup<string, CaseStageRow> Stages,
    ILookup<string, CaseDeciderRow> Deciders,
    ILookup<string, CaseSubjectRow> Subjects,
    ILookup<string, CaseReaderRow> Readers,
    ILookup<string, CaseStatementRow> Statements,
    ILookup<string, CaseAuthorityRow> Authorities,
    ILookup<string, CaseNeedsRow> Needs,
    ILookup<string, CasePointRow> Points,
    ILookup<string, CaseCommitmentRow> Commitments,
    ILookup<string, CaseAskRow> Asks,
    ILookup<string, CaseLetterRow> Letters,
    ILookup<string, DutyRow> Duties,
    ILookup<string, DutyVersionRow> Versions,
    ILookup<string, CaseSearchRow> Search,
    ILookup<string, CasePersonRow> People,
    ILookup<string, CaseIdentityRow> Identities,
    ILookup<string, WordsRow> Words
)
{
    public static async Task<StoredCases> ReadAsync(
        RedressContext context,
        string first,
        string last,
        CancellationToken cancel
    )
    {
        var cases = await ReadAsync(context.Cases, row => row.Id, first, last, cancel);
        return new StoredCases(
            cases.ToDictionary(found => found.Key, found => found.Single(), StringComparer.Ordinal),
            await ReadAsync(context.CaseStages, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseDeciders, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseSubjects, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseReaders, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseStatements, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseAuthorities, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseNeeds, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CasePoints, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseCommitments, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseAsks, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseLetters, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.Duties, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.DutyVersions, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseSearch, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CasePeople, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.CaseIdentities, row => row.CaseId, first, last, cancel),
            await ReadAsync(context.Words, row => row.StreamId, first, last, cancel)
        );
    }

    public StoredRows Of(string id) =>
        new(
            Cases.GetValueOrDefault(id),
            [.. Stages[id]],
            [.. Deciders[id]],
            [.. Subjects[id]],
            [.. Readers[id]],
            [.. Statements[id]],
            [.. Authorities[id]],
            [.. Needs[id]],
            [.. Points[id]],
            [.. Commitments[id]],
            [.. Asks[id]],
            [.. Letters[id]],
            [.. Duties[id]]
        );

    public List<DutyVersionRow> VersionsOf(string id) => [.. Versions[id]];

    public List<CaseSearchRow> SearchOf(string id) => [.. Search[id]];

    /// <summary>
    /// What the case should be found by: whoever is in it, and what was said and is not erased, without the words of who
    /// somebody confidential is.
    /// </summary>
    public CaseSearchRow SearchFor(Case c, Identities identities)
    {
        var leftOut = new CaseWords("");
        foreach (var person in identities.OfCase(People[c.Id], [.. Identities[c.Id]]))
        {
            leftOut.Add(person);
        }

        return CaseSearch.Row(
            c,
            before: "",
            People[c.Id],
            Words[c.Id]
                .Where(words => words.Text is not null)
                .OrderBy(words => words.Sequence)
                .Select(words => words.Text!),
            leftOut
        );
    }

    private static async Task<ILookup<string, T>> ReadAsync<T>(
        IQueryable<T> table,
        Expression<Func<T, string>> id,
        string first,
        string last,
        CancellationToken cancel
    )
        where T : class
    {
        var rows = await table.AsNoTracking().Where(Between(id, first, last)).ToListAsync(cancel);
        return rows.ToLookup(id.Compile(), StringComparer.Ordinal);
    }

    private static Expression<Func<T, bool>> Between<T>(Expression<Func<T, string>> id, string first, string last)
    {
        Expression<Func<string, bool>> between = value =>
            string.Compare(value, first) >= 0 && string.Compare(value, last) <= 0;
        return Expression.Lambda<Func<T, bool>>(Expression.Invoke(between, id.Body), id.Parameters);
    }
}
