using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Outside;

namespace Redress.Web.Data;

/// <summary>Why a letter cannot be mailed.</summary>
public enum CannotMail
{
    /// <summary>No mail server is set up.</summary>
    NoServer,

    /// <summary>The case has no email address to send to.</summary>
    NoAddress,

    /// <summary>Whoever it goes to must not be reached that way, by mail or by post.</summary>
    NotSafe,
}

/// <summary>A letter was to be mailed that cannot be.</summary>
public sealed class CannotMailException(CannotMail why) : Exception($"The letter cannot be mailed: {why}.")
{
    public CannotMail Why => why;
}

/// <summary>
/// Letters to be mailed. They are saved with the act that wrote them, so that none is lost; claimed by one node at a time,
/// so that none is sent twice.
/// </summary>
public sealed class Outbox(
    Database database,
    WriteGate gate,
    CaseReading reading,
    IOptions<MailSettings> mail,
    TimeProvider time
)
{
    /// <summary>How long a node may take over one try: the minute that mail is given, and time to record it.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private DateOnly Today => LondonTime.Today(time);

    /// <summary>Whether letters can be mailed at all.</summary>
    public bool CanMail => mail.Value.IsConfigured;

    /// <summary>
    /// What must be saved with these events, so that the letters among them are mailed: to those who come or are put right
    /// with them as they are from then on.
    /// </summary>
    /// <exception cref="CannotMailException">There is no mail server, or no address.</exception>
    public async Task<IReadOnlyList<OutgoingMailRow>> RowsAsync(
        RedressContext context,
        Case about,
        IEnumerable<RecordedEvent> events,
        IReadOnlyList<CasePersonRow> came,
        DateTime now,
        CancellationToken cancel
    )
    {
        var mailed = events.Select(recorded => LetterToMail(about, recorded)).OfType<WaitingLetter>().ToList();
        if (mailed.Count == 0)
        {
            return [];
        }

        if (!CanMail)
        {
            throw new CannotMailException(CannotMail.NoServer);
        }

        var people = await PeopleAsync(context, about, came, cancel);
        var rows = new List<OutgoingMailRow>();
        foreach (var letter in mailed)
        {
            var open = await OpenAsync(context, about, letter, cancel);
            rows.AddRange(
                letter.Copies.Count > 0
                    ? CopiesToMail(letter)
                        .Except(open)
                        .Select(person =>
                            Row(
                                about,
                                letter.Number,
                                Recipient.OfCopy(person, letter.Kind, about, people, Today),
                                now
                            ) with
                            {
                                PersonId = person,
                            }
                        )
                : open.Count > 0 ? []
                : [Row(about, letter.Number, Recipient.Of(about, people, Today), now)]
            );
        }

        return rows;
    }

    /// <summary>
    /// The same events; of the letters among them each who complains gets a copy: by mail, where the letter goes by mail and
    /// they can be mailed, and otherwise by post.
    /// </summary>
    /// <exception cref="CannotMailException">Somebody whom it goes to must not be reached that way.</exception>
    public async Task<IReadOnlyList<CaseEvent>> ToEachAsync(
        RedressContext context,
        Case about,
        IReadOnlyList<CaseEvent> events,
        IReadOnlyList<CasePersonRow> came,
        CancellationToken cancel
    )
    {
        if (!events.Any(happened => happened is LetterWritten or LetterRerouted))
        {
            return events;
        }

        if (events.OfType<LetterWritten>().Any(letter => IsForbidden(about, letter)))
        {
            throw new CannotMailException(CannotMail.NotSafe);
        }

        var mails = events.Any(happened =>
            happened is LetterWritten { Channel: Channel.Email } or LetterRerouted { Channel: Channel.Email }
        );
        var people = mails ? await PeopleAsync(context, about, came, cancel) : [];
        var owed = about.Letters.SelectMany(letter => letter.Copies).Select(copy => copy.Person);
        return Writing.ToEach(
            about,
            events,
            about
                .Complainants.Union(owed)
                .ToDictionary(
                    person => person,
                    person => Recipient.OfCopy(person, MessageKind.Message, about, people, Today).CanBeMailed
                )
        );
    }

    private bool IsForbidden(Case about, LetterWritten letter) =>
        RecordingNeeds.ForbidAll(
            about,
            letter.Copies is { } copies ? [.. copies.Select(copy => copy.Person)] : about.Complainants,
            Messages.KindOf(letter.Means),
            letter.Channel,
            Today
        );

    /// <summary>
    /// Whether the copy of a complainant, or of nobody in particular the letter itself, is mailed to the address of somebody
    /// in the case, once they are as given.
    /// </summary>
    public async Task<Func<string?, bool>> MailedToAsync(
        RedressContext context,
        Case about,
        CasePersonRow shown,
        CancellationToken cancel
    )
    {
        var people = await PeopleAsync(context, about, [shown], cancel);
        return copy =>
            CanMail
            && (
                copy is null
                    ? Recipient.Of(about, people, Today)
                    : Recipient.OfCopy(copy, MessageKind.Message, about, people, Today)
            )
                is { CanBeMailed: true } to
            && to.MailedTo == shown.Id;
    }

    /// <summary>Takes the letter that has been due longest, so that nobody else takes it; none where none is due.</summary>
    internal async Task<OutgoingMailRow?> ClaimAsync(DateTime now, CancellationToken cancel)
    {
        await using (var context = database.NewContext())
        {
            if (!await Due(context, now).AnyAsync(cancel))
            {
                return null;
            }
        }

        return await gate.RunAsync(
            async (transaction, recorder) =>
            {
                await using var context = database.ContextIn(transaction);
                if (await Locked(context, now).AsNoTracking().FirstOrDefaultAsync(cancel) is not { } row)
                {
                    return null;
                }

                var claimed = row with { ClaimedUntil = now + Claim, Attempts = row.Attempts + 1 };
                var recording = new Recording();
                recording.Put(claimed);
                await recorder.WriteAsync([recording], cancel);
                return claimed;
            },
            cancel
        );
    }

    /// <summary>
    /// Gives a letter back that was claimed, changed from how its row is by now: whom it goes to may have become
    /// confidential since.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="with">What else is written.</param>
    /// <param name="change">How the row changes.</param>
    /// <exception cref="ConflictException">Somebody else changed the case first. Nothing was written.</exception>
    internal Task GiveBackAsync(string id, Recording with, Func<OutgoingMailRow, OutgoingMailRow> change) =>
        gate.RunAsync(
            async (transaction, recorder) =>
            {
                // Opened first: it gives SQLite functions, for which nothing may be under way in its index.
                await using var context = database.ContextIn(transaction);
                await recorder.WriteAsync([with], CancellationToken.None);
                var row = await Locked(context, id).AsNoTracking().SingleAsync();
                var recording = new Recording();
                recording.Put(change(row));
                await recorder.WriteAsync([recording], CancellationToken.None);
                return id;
            },
            CancellationToken.None
        );

    /// <summary>
    /// The row of a letter that was not taken: after a minute, two, four, at most an hour it is tried again. What the
    /// server says may name the address, and is not kept of somebody confidential.
    /// </summary>
    internal static OutgoingMailRow Later(OutgoingMailRow row, string? said, DateTime now)
    {
        return row with
        {
            DueAt = now + WaitAfter(row.Attempts),
            ClaimedUntil = null,
            LastError = row.Address is null ? null : said,
        };
    }

    /// <summary>How long to wait after so many tries.</summary>
    internal static TimeSpan WaitAfter(int attempts)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>Everybody in the case as they will be once those who come, or are put right, are saved.</summary>
    private async Task<IReadOnlyList<CasePersonRow>> PeopleAsync(
        RedressContext context,
        Case about,
        IReadOnlyList<CasePersonRow> came,
        CancellationToken cancel
    ) => [.. came.UnionBy(await reading.PeopleAsync(context, about.Id, cancel), person => person.Id)];

    private static WaitingLetter? LetterToMail(Case about, RecordedEvent recorded)
    {
        int? number = recorded.Event switch
        {
            LetterWritten { Channel: Channel.Email } => recorded.Sequence,
            LetterRerouted { Channel: Channel.Email } rerouted => rerouted.Letter,
            _ => null,
        };
        return about.Letters.FirstOrDefault(letter => letter.Number == number);
    }

    /// <summary>Whose copies of the letter wait in a row already, which is tried again: a second would be mailed too.</summary>
    private static Task<List<string>> OpenAsync(
        RedressContext context,
        Case about,
        WaitingLetter letter,
        CancellationToken cancel
    ) =>
        context
            .OutgoingMail.Where(row => row.CaseId == about.Id && row.Letter == letter.Number && row.DoneAt == null)
            .Select(row => row.PersonId ?? "")
            .ToListAsync(cancel);

    /// <exception cref="CannotMailException">None of them has an address.</exception>
    private static List<string> CopiesToMail(WaitingLetter letter)
    {
        var copies = letter.Copies.Where(copy => copy.Channel == Channel.Email).Select(copy => copy.Person).ToList();
        return copies.Count > 0 ? copies : throw new CannotMailException(CannotMail.NoAddress);
    }

    /// <exception cref="CannotMailException">There is no address.</exception>
    private OutgoingMailRow Row(Case about, int letter, Recipient to, DateTime now)
    {
        if (!to.CanBeMailed)
        {
            throw new CannotMailException(CannotMail.NoAddress);
        }

        var id = Guid.NewGuid().ToString("N");
        var domain = mail.Value.From!.Split('@')[^1];
        return new OutgoingMailRow
        {
            Id = id,
            CaseId = about.Id,
            Letter = letter,
            PersonId = to.MailedTo,
            Address = to.Email,
            Name = to.Greeting,
            MessageId = $"<{id}@{domain}>",
            WrittenAt = now,
            DueAt = now,
            Attempts = 0,
        };
    }

    private static IQueryable<OutgoingMailRow> Due(RedressContext context, DateTime now) =>
        context
            .OutgoingMail.Where(row => row.DoneAt == null && row.DueAt <= now)
            .Where(row => row.ClaimedUntil == null || row.ClaimedUntil <= now)
            .OrderBy(row => row.DueAt);

    private IQueryable<OutgoingMailRow> Locked(RedressContext context, string id) =>
        database.IsSqlite
            ? context.OutgoingMail.Where(row => row.Id == id)
            : context.OutgoingMail.FromSql($"SELECT * FROM outgoing_mail WHERE id = {id} FOR UPDATE");

    /// <summary>On PostgreSQL other nodes pass over a row that one of them is taking; SQLite has one writer.</summary>
    private IQueryable<OutgoingMailRow> Locked(RedressContext context, DateTime now) =>
        database.IsSqlite
            ? Due(context, now)
            : context.OutgoingMail.FromSql(
                $"""
                SELECT * FROM outgoing_mail
                WHERE done_at IS NULL AND due_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """
            );
}
