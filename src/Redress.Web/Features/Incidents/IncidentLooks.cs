using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>Who saw what while somebody could see another person's data: for page, file and API.</summary>
public sealed class IncidentLooks(
    WhoSaw looks,
    RedressContext context,
    CaseQueries cases,
    CurrentPerson person,
    TimeProvider time
)
{
    /// <summary>Whether whoever asks is told which cases they were.</summary>
    public bool Names => person.May(Act.SeeWhoseData);

    /// <summary>The reference of the incident's case; none where it has none, or whoever asks must not know of it.</summary>
    public async Task<string?> ReferenceAsync(Incident incident, CancellationToken cancel) =>
        (await ReferencesAsync([incident.Report.Case], cancel)).GetValueOrDefault(incident.Report.Case ?? "");

    /// <summary>The same of several, by the ids of the cases. One query.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReferencesAsync(
        IEnumerable<string?> caseIds,
        CancellationToken cancel
    )
    {
        string[] ids = Names ? [.. caseIds.OfType<string>().Distinct(StringComparer.Ordinal)] : [];
        return await context
            .Cases.Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Reference, StringComparer.Ordinal, cancel);
    }

    /// <summary>What is asked for, all of it said.</summary>
    public async Task<(LooksQuery Query, LooksAsked? Asked)> AskAsync(
        Incident incident,
        LooksQuery query,
        CancellationToken cancel
    )
    {
        var whole = query.Of(incident, await ReferenceAsync(incident, cancel), LondonTime.Today(time));
        // Whoever is not told which cases they are cannot ask for one either.
        var named = Names && !string.IsNullOrWhiteSpace(whole.Case) ? whole.Case.Trim() : null;
        var id = named is null
            ? null
            : await cases.IdOfAsync(context, named.Replace("\0", "", StringComparison.Ordinal), cancel);
        return named is not null && id is null
            ? (whole, null)
            : (whole, new LooksAsked(whole.From!.Value, whole.Until!.Value, id, whole.By!.Value));
    }

    public Task<int> CountAsync(LooksAsked asked, CancellationToken cancel) => looks.CountAsync(asked, cancel);

    public IAsyncEnumerable<Look> ReadAsync(LooksAsked asked, int? most, CancellationToken cancel) =>
        looks.ReadAsync(asked, most, cancel);
}
