using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>What lies beside a case's history and is read with it: the words and the people. Compiled once.</summary>
public sealed class CaseReading
{
    private readonly Func<RedressContext, string, IAsyncEnumerable<WordsRow>> words = EF.CompileAsyncQuery<
        RedressContext,
        string,
        WordsRow
    >((context, id) => context.Words.AsNoTracking().Where(row => row.StreamId == id));

    private readonly Func<RedressContext, string, IAsyncEnumerable<CasePersonRow>> people = EF.CompileAsyncQuery<
        RedressContext,
        string,
        CasePersonRow
    >((context, id) => context.CasePeople.AsNoTracking().Where(row => row.CaseId == id));

    /// <summary>Every text of the case by the id its event carries; none for a text that was erased. One query.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> WordsAsync(
        RedressContext context,
        string caseId,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var row in words(context, caseId).WithCancellation(cancel))
        {
            found[row.Id] = row.Text;
        }

        return found;
    }

    /// <summary>Everybody in the case. One query.</summary>
    public async Task<IReadOnlyList<CasePersonRow>> PeopleAsync(
        RedressContext context,
        string caseId,
        CancellationToken cancel
    )
    {
        var found = new List<CasePersonRow>();
        await foreach (var row in people(context, caseId).WithCancellation(cancel))
        {
            found.Add(row);
        }

        return found;
    }
}
