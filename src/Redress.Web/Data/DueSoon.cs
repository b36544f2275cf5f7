using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>Which letters that fall due soon to show.</summary>
/// <param name="Owner">Whose: a person's id, or none for everybody's.</param>
public sealed record DueSoonFilter(string? Owner = null)
{
    /// <summary>Only those of cases whose stage waits to be assigned.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Those that somebody has begun, instead of those that nobody has.</summary>
    public bool Begun { get; init; }

    /// <summary>The last row of the page before; none for the first page.</summary>
    public DueSoonPlace? After { get; init; }
}

/// <summary>A place in the list, to go on from: of the letters of one case, the acknowledgement comes first.</summary>
public sealed record DueSoonPlace(DateOnly Due, string CaseId, bool IsAnswer)
{
    /// <summary>Before all letters.</summary>
    public static readonly DueSoonPlace Start = new(DateOnly.MinValue, "", IsAnswer: false);
}

/// <summary>A letter that is owed soon, or was already.</summary>
public sealed record DueSoonRow(
    string CaseId,
    string Reference,
    CaseKind Kind,
    int Stage,
    string? Summary,
    string? Complainant,
    string? OwnerId,
    DutyName Duty,
    DateOnly Due,
    string CalendarId,
    int CalendarEdition,
    string? BegunBy,
    DateOnly? BegunOn,
    int? Unsent
)
{
    public DueSoonPlace Place => new(Due, CaseId, Duty == DutyName.Respond);
}

/// <summary>Some letters that are owed soon, and what their cases wait for.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Asks">What is asked of others, by the id of the case.</param>
/// <param name="Next">Where the list goes on; none where it ends.</param>
public sealed record DueSoonPage(IReadOnlyList<DueSoonRow> Rows, ILookup<string, OpenAsk> Asks, DueSoonPlace? Next);

/// <summary>
/// Acknowledgements and answers that fall due within three working days, or should have gone already. A letter that is
/// written and on its way is none of them; one that could not leave is. Two queries a page.
/// </summary>
public sealed class DueSoon(RedressContext context, AskList asks, RulesStore rules)
{
    public const int PageSize = 50;

    private const int SummaryLength = 160;

    /// <summary>The last day that is soon, by the calendar that the landlord plans by.</summary>
    public DateOnly Until(DateOnly today) => DueSpan.Of(DueWhen.Soon, rules.Current.OfficeCalendar(today), today).Until;

    public async Task<DueSoonPage> ReadAsync(DueSoonFilter filter, DateOnly today, CancellationToken cancel)
    {
        var found = await Rows(filter, Until(today)).Take(PageSize + 1).ToListAsync(cancel);
        foreach (var row in found)
        {
            await rules.KnowAsync(row.CalendarId, row.CalendarEdition, cancel);
        }

        var isMore = found.Count > PageSize;
        var rows = isMore ? found.GetRange(0, PageSize) : found;
        var waiting = await asks.OfCasesAsync([.. rows.Select(row => row.CaseId).Distinct()], cancel);
        return new(rows, waiting.ToLookup(ask => ask.CaseId, StringComparer.Ordinal), isMore ? rows[^1].Place : null);
    }

    /// <summary>How many letters of a person's cases nobody has begun. One query.</summary>
    public Task<int> CountAsync(string owner, DateOnly today, CancellationToken cancel) =>
        Rows(new(owner), Until(today)).CountAsync(cancel);

    private IQueryable<DueSoonRow> Rows(DueSoonFilter filter, DateOnly until)
    {
        var (owner, unassigned, begun) = (filter.Owner, filter.Unassigned, filter.Begun);
        var (afterDue, afterId, afterAnswer) = filter.After ?? DueSoonPlace.Start;
        return context
            .Cases.AsNoTracking()
            // The case's next duty is due no later than any other, so that the index of the worklist finds them.
            .Where(c => c.IsOpen && c.DueOrder <= until && c.Status == CaseStatus.Open)
            .Where(c => owner == null || c.OwnerId == owner)
            .Where(c => !unassigned || c.OwnerId == null)
            .Join(
                context.Duties.Where(duty =>
                    duty.MetOn == null
                    && duty.EndedOn == null
                    && duty.Due <= until
                    && (duty.Duty == DutyName.Acknowledge || duty.Duty == DutyName.Respond)
                ),
                c => c.Id,
                duty => duty.CaseId,
                (c, duty) => new { c, duty }
            )
            .Where(both => both.duty.Stage == both.c.Stage || both.duty.Stage == 0)
            .Where(both =>
                !context.CaseLetters.Any(letter =>
                    letter.CaseId == both.c.Id
                    && letter.Failure == null
                    && (
                        (both.duty.Duty == DutyName.Acknowledge && letter.Kind == MessageKind.Acknowledgement)
                        || (both.duty.Duty == DutyName.Respond && letter.Kind == MessageKind.Response)
                    )
                )
            )
            .Where(both =>
                begun
                == context.LetterDrafts.Any(draft =>
                    draft.CaseId == both.c.Id && draft.Stage == both.c.Stage && draft.Duty == both.duty.Duty
                )
            )
            .Select(both => new
            {
                both.c,
                both.duty,
                Due = both.duty.Due!.Value,
                IsAnswer = both.duty.Duty == DutyName.Respond,
            })
            .Where(one =>
                one.Due > afterDue
                || (one.Due == afterDue && string.Compare(one.c.Id, afterId) > 0)
                || (one.Due == afterDue && one.c.Id == afterId && one.IsAnswer && !afterAnswer)
            )
            .OrderBy(one => one.Due)
            .ThenBy(one => one.c.Id)
            .ThenBy(one => one.IsAnswer)
            .Select(one => new DueSoonRow(
                one.c.Id,
                one.c.Reference,
                one.c.Kind,
                one.c.Stage,
                context
                    .Words.Where(words => words.StreamId == one.c.Id && words.Sequence == 1)
                    .Where(words => words.Id == one.c.SummaryWordsId)
                    .Select(words => words.Text!.Substring(0, SummaryLength))
                    .FirstOrDefault(),
                context.CasePeople.Where(p => p.Id == one.c.ComplainantId).Select(p => p.Name).FirstOrDefault(),
                one.c.OwnerId,
                one.duty.Duty,
                one.Due,
                one.c.CalendarId,
                one.c.CalendarEdition,
                context
                    .LetterDrafts.Where(draft =>
                        draft.CaseId == one.c.Id && draft.Stage == one.c.Stage && draft.Duty == one.duty.Duty
                    )
                    .Select(draft => draft.KeptBy)
                    .FirstOrDefault(),
                context
                    .LetterDrafts.Where(draft =>
                        draft.CaseId == one.c.Id && draft.Stage == one.c.Stage && draft.Duty == one.duty.Duty
                    )
                    .Select(draft => (DateOnly?)draft.KeptOn)
                    .FirstOrDefault(),
                context
                    .CaseLetters.Where(letter =>
                        letter.CaseId == one.c.Id
                        && (
                            (one.duty.Duty == DutyName.Acknowledge && letter.Kind == MessageKind.Acknowledgement)
                            || (one.duty.Duty == DutyName.Respond && letter.Kind == MessageKind.Response)
                        )
                    )
                    .Min(letter => (int?)letter.Letter)
            ));
    }
}
