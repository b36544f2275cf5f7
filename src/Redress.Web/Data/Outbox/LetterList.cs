using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>A letter that has not left, as lists show it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Reference">What people call its case.</param>
/// <param name="OwnerId">Who has the case; none while nobody has.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Mail">What was tried to mail it; none for a letter to be posted.</param>
public sealed record ListedLetter(
    CaseLetterRow Letter,
    string Reference,
    string? OwnerId,
    Recipient To,
    OutgoingMailRow? Mail
)
{
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(24);

    /// <summary>Names it among all letters.</summary>
    public string Key => Letter.PersonId.Length == 0 ? LetterKey : $"{LetterKey}.{Letter.PersonId}";

    /// <summary>Names it together with the other copies of the same letter.</summary>
    public string LetterKey => $"{Letter.CaseId}.{Letter.Letter}";

    /// <summary>Whose copy it is; none where there are no copies.</summary>
    public string? Copy => Letter.PersonId.Length == 0 ? null : Letter.PersonId;

    /// <summary>Whether the person may know where it goes.</summary>
    public bool MayAddress(CurrentPerson person) => !To.Confidential || person.May(Act.OpenIdentity);

    public bool HasFailed => Letter.Failure is not null;

    /// <summary>
    /// Whether its case changed since it was written, so that what it says is no longer so, or whoever it is to may not have it.
    /// </summary>
    public bool IsOutOfDate => Letter.Failure is LetterFailure.CaseMovedOn or LetterFailure.NoAuthority;

    public bool IsToPost => !HasFailed && Letter.Channel != Channel.Email && To.CanBePosted;

    /// <summary>Whether it should go by post, and nobody knows where to.</summary>
    public bool HasNoAddress => !HasFailed && Letter.Channel != Channel.Email && !To.CanBePosted;

    public bool IsToMail => !HasFailed && Letter.Channel == Channel.Email;

    /// <summary>Whether it has not left within a day, so that somebody must see to it.</summary>
    public bool IsStuck(DateTime now) => IsToMail && (Mail is not { } mail || now - mail.WrittenAt >= TooLong);
}

/// <summary>A letter to be printed.</summary>
public sealed record PrintedLetter(ListedLetter Listed, string? Text);

/// <summary>All letters that have not left. A fixed few queries, however many there are.</summary>
public sealed class LetterList(RedressContext context, TimeProvider time)
{
    /// <summary>The longest waiting first.</summary>
    public async Task<IReadOnlyList<ListedLetter>> ReadAsync(CancellationToken cancel)
    {
        var letters = await context
            .CaseLetters.AsNoTracking()
            .Join(context.Cases, letter => letter.CaseId, c => c.Id, (letter, c) => new { letter, c })
            .OrderBy(both => both.letter.WrittenOn)
            .ThenBy(both => both.c.Reference)
            .ThenBy(both => both.letter.Letter)
            .ThenBy(both => both.letter.PersonId)
            .Select(both => new
            {
                both.letter,
                both.c.Reference,
                both.c.OwnerId,
                both.c.ComplainantId,
            })
            .ToListAsync(cancel);
        var ids = letters.Select(one => one.letter.CaseId).Distinct().ToList();
        var today = LondonTime.Today(time);
        var known = await context
            .CasePeople.AsNoTracking()
            .Where(row => ids.Contains(row.CaseId))
            .Select(row => new
            {
                Person = row,
                ReadsFor = context
                    .CaseAuthorities.Where(one => one.CaseId == row.CaseId && one.PersonId == row.Id && one.Letters)
                    .Where(one => one.FromOn <= today && (one.UntilOn == null || one.UntilOn >= today))
                    .Select(one => one.ForId)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var people = known.ToLookup(one => one.Person.CaseId, one => one.Person, StringComparer.Ordinal);
        var readers = known
            .Where(one => one.ReadsFor is not null)
            .ToDictionary(one => (one.Person.CaseId, one.ReadsFor), one => one.Person.Id);
        var mails = (
            await context.OutgoingMail.AsNoTracking().Where(row => row.DoneAt == null).ToListAsync(cancel)
        ).ToLookup(row => (row.CaseId, row.Letter));
        return
        [
            .. letters.Select(one => new ListedLetter(
                one.letter,
                one.Reference,
                one.OwnerId,
                To(one.letter, one.ComplainantId),
                mails[(one.letter.CaseId, one.letter.Letter)]
                    .LastOrDefault(mail => one.letter.PersonId.Length == 0 || mail.PersonId == one.letter.PersonId)
            )),
        ];

        Recipient To(CaseLetterRow letter, string? lead)
        {
            string? Reader(string complainant) => readers.GetValueOrDefault((letter.CaseId, complainant));
            return letter.PersonId.Length == 0
                ? Recipient.Of(lead, [.. people[letter.CaseId]], Reader)
                : Recipient.OfCopy(letter.PersonId, letter.Kind, [.. people[letter.CaseId]], Reader);
        }
    }

    /// <summary>What the letters say.</summary>
    public async Task<IReadOnlyList<PrintedLetter>> PrintAsync(
        IReadOnlyList<ListedLetter> letters,
        CancellationToken cancel
    )
    {
        var ids = letters.Select(one => one.Letter.CaseId).Distinct().ToList();
        var written = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Case && ids.Contains(row.StreamId) && row.Event == "letter_written")
            .ToListAsync(cancel);
        var words = written.ToDictionary(
            row => (row.StreamId, row.Sequence),
            row => ((LetterWritten)row.Recorded().Event).Text.Id
        );
        var wordIds = words.Values.Distinct().ToList();
        var texts = await context
            .Words.AsNoTracking()
            .Where(row => ids.Contains(row.StreamId) && wordIds.Contains(row.Id))
            .ToDictionaryAsync(row => (row.StreamId, row.Id), row => row.Text, cancel);
        return
        [
            .. letters.Select(one =>
            {
                var (id, letter) = (one.Letter.CaseId, one.Letter.Letter);
                return new PrintedLetter(one, texts.GetValueOrDefault((id, words[(id, letter)]!)));
            }),
        ];
    }
}
