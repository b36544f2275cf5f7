using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Where whoever is asked for a statement answers: into a case that they cannot find. They name the request; which case it is
/// of is known in here and nowhere else.
/// </summary>
public sealed class StatementDesk(RedressContext context, CaseQueries queries, RulesStore rules, CaseDesk desk)
{
    private const int MostConflicts = 20;

    /// <summary>
    /// Records what they say, into the case as it is by then: that others work on it is not theirs to know, so that they are
    /// not sent back for it.
    /// </summary>
    /// <param name="request">Which request; it must be theirs.</param>
    /// <param name="decide">Asks Core.</param>
    /// <param name="once">The request answered.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Why not; none where it is recorded.</returns>
    /// <exception cref="AlreadyDoneException">The same request was recorded before.</exception>
    public async Task<CannotAnswerStatement?> RecordAsync(
        string request,
        Func<Case, Decision<CannotAnswerStatement>> decide,
        Once? once,
        CancellationToken cancel
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await OpenAsync(request, cancel) is not { } file)
            {
                return CannotAnswerStatement.NoSuchRequest;
            }

            var decision = decide(file.Case);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }

            try
            {
                await desk.RecordAsync(file, decision.Events, once, cancel: cancel);
                return null;
            }
            catch (ConflictException) when (attempt < MostConflicts)
            {
                // Somebody else was first; what they did is read, and decided on, afresh.
            }
        }
    }

    private async Task<CaseFile?> OpenAsync(string request, CancellationToken cancel)
    {
        var who = desk.Person.Id;
        var id = await context
            .CaseStatements.Where(row => row.RequestId == request && row.PersonId == who)
            .Select(row => row.CaseId)
            .FirstOrDefaultAsync(cancel);
        if (id is null)
        {
            return null;
        }

        var file = await queries.OpenAsync(context, id, cancel);
        await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        return file;
    }
}
