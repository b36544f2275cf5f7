using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Why a case is opened: it decides what is fetched of it. Either way it is on record who looked.</summary>
public enum Purpose
{
    /// <summary>To be shown.</summary>
    Show,

    /// <summary>To do something about it.</summary>
    Act,
}

/// <summary>The request an act answers and where its answer is, so that a repeated request gets the same answer.</summary>
/// <param name="Key">Sent by the client, or hidden in the form.</param>
/// <param name="Location">Where to go, or what was made.</param>
/// <param name="Fingerprint">What the request asked for, where the same key might be sent with another.</param>
/// <param name="Status">The status of an API answer.</param>
public sealed record Once(
    string Key,
    string Location,
    string? Fingerprint = null,
    int Status = StatusCodes.Status201Created
);

/// <summary>What happened to one case.</summary>
public sealed record CaseAct(CaseFile File, IReadOnlyList<CaseEvent> Events);

/// <summary>
/// Where cases are fetched and handed back. A page or an endpoint finds a case here, asks Core to decide, and records
/// what came of it. Only cases the current person may see can be found.
/// </summary>
public sealed class CaseDesk(
    RedressContext context,
    CaseQueries queries,
    WriteGate gate,
    RulesStore rules,
    Outbox outbox,
    StaffOutbox staffMail,
    PeopleSaving people,
    Erasing erasing,
    Readings readings,
    CurrentPerson person,
    TimeProvider time
)
{
    /// <summary>Who is working at it.</summary>
    public CurrentPerson Person => person;

    /// <summary>Today in London.</summary>
    public DateOnly Today => LondonTime.Today(time);

    /// <summary>The landlord's rules.</summary>
    public Rules Rules => rules.Current;

    /// <summary>Every duty of the case as it stands today.</summary>
    public IReadOnlyList<DutyClock> ClocksOf(Case clocked) => CaseClocks.Of(clocked, Rules, Today);

    /// <summary>A file for a case that does not exist yet.</summary>
    public CaseFile NewFile(bool anonymous = false) => CaseFile.New(Ids.New(time.GetUtcNow(), anonymous));

    /// <summary>The case of that reference, as typed, or id; none where there is none the current person may see.</summary>
    public async Task<CaseFile?> FindAsync(string referenceOrId, Purpose purpose, CancellationToken cancel)
    {
        if (await IdOfAsync(referenceOrId, cancel) is not { } id)
        {
            return null;
        }

        var file = await queries.OpenAsync(context, id, cancel);
        await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        return file;
    }

    /// <summary>
    /// The cases that fit, to be worked on together, in the order of the worklist; only those the current person may see.
    /// Four queries.
    /// </summary>
    public async Task<IReadOnlyList<CaseFile>> FindAllAsync(
        Expression<Func<CaseRow, bool>> fit,
        Purpose purpose,
        CancellationToken cancel
    )
    {
        await context.Database.OpenConnectionAsync(cancel);
        var ids = await context
            .Cases.Where(fit)
            .OrderBy(row => row.DueOrder)
            .ThenBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        var files = (await CaseQueries.OpenAsync(context, ids, cancel)).ToDictionary(file => file.Case.Id);
        foreach (var file in files.Values)
        {
            await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
            await readings.NoteAsync(person, file.Case.Id, cancel);
        }

        return [.. ids.Select(id => files[id])];
    }

    /// <summary>The same, where it is only to be read.</summary>
    public async Task<Case?> ReadAsync(string referenceOrId, Purpose purpose, CancellationToken cancel)
    {
        if (await IdOfAsync(referenceOrId, cancel) is not { } id)
        {
            return null;
        }

        var read = await queries.ReadAsync(context, id, cancel);
        await rules.KnowAsync(read.CalendarId, read.CalendarEdition, cancel);
        return read;
    }

    /// <summary>
    /// These people of a case as they are, confidential or not, to be brought into another: recorded there they are hidden
    /// again. Nobody is shown them.
    /// </summary>
    public Task<IReadOnlyList<CasePersonRow>> PeopleAsync(
        Case of,
        IReadOnlyList<CasePersonRow> shown,
        CancellationToken cancel
    ) => people.AsTheyAreAsync(context, of, shown, cancel);

    /// <summary>
    /// Who of the people in a case is meant, and that person as they are, confidential or not, to be put right; none where
    /// nobody of that id is in it. Nobody is shown them.
    /// </summary>
    public Task<(Meant Meant, CasePersonRow? Person)> MeantAsync(Case of, string? named, CancellationToken cancel) =>
        people.MeantAsync(context, of, named, cancel);

    /// <summary>Which letters are mailed to somebody in a case, once they are as given.</summary>
    /// <inheritdoc cref="Outbox.MailedToAsync"/>
    public Task<Func<string?, bool>> MailedToAsync(Case of, CasePersonRow better, CancellationToken cancel) =>
        outbox.MailedToAsync(context, of, people.Shown(of, [better])[0], cancel);

    /// <summary>
    /// The other cases of somebody in a case, whoever may see them, because what protects them does so in all; and who they
    /// are in each. Nobody is shown them.
    /// </summary>
    public async Task<IReadOnlyList<(CaseFile File, string Person)>> ElsewhereAsync(
        CasePersonRow person,
        CancellationToken cancel
    )
    {
        var elsewhere = await SamePerson.ElsewhereAsync(context, person, cancel);
        var files = await OpenAllAsync([.. elsewhere.Select(one => one.CaseId).Distinct()], cancel);
        return
        [
            .. elsewhere
                .DistinctBy(one => one.CaseId)
                .Select(one => (files.First(file => file.Case.Id == one.CaseId), one.Person)),
        ];
    }

    /// <summary>
    /// The other cases that an authority serves, whoever may see them, because what ends it ends it in all of them. Nobody is
    /// shown them.
    /// </summary>
    public async Task<IReadOnlyList<CaseFile>> ServedAsync(string authority, string but, CancellationToken cancel)
    {
        var ids = await context
            .CaseAuthorities.Where(row => row.Authority == authority && row.CaseId != but)
            .Select(row => row.CaseId)
            .ToListAsync(cancel);
        return await OpenAllAsync(ids, cancel);
    }

    private async Task<IReadOnlyList<CaseFile>> OpenAllAsync(List<string> ids, CancellationToken cancel)
    {
        var files = await CaseQueries.OpenAsync(context, ids, cancel);
        foreach (var file in files)
        {
            await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        }

        return files;
    }

    /// <summary>The reference of the case that was typed; none where that is of none the current person may see.</summary>
    public async Task<string?> ReferenceOfAsync(string typed, CancellationToken cancel) =>
        CaseReference.MayBe(typed) && !typed.Contains('\0', StringComparison.Ordinal)
            ? await queries.ReferenceOfAsync(context, typed, cancel)
            : null;

    private async Task<string?> IdOfAsync(string typed, CancellationToken cancel)
    {
        // One connection for all that the request will ask, instead of one for each question.
        await context.Database.OpenConnectionAsync(cancel);
        var id =
            await queries.IdOfAsync(context, typed, cancel)
            // The server leaves this one character of an address as it was escaped.
            ?? (
                typed.Contains("%2F", StringComparison.OrdinalIgnoreCase)
                    ? await queries.IdOfAsync(
                        context,
                        typed.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase),
                        cancel
                    )
                    : null
            );
        if (id is null || !await StillFollowsAsync(id, cancel))
        {
            return null;
        }

        await readings.NoteAsync(person, id, cancel);
        return id;
    }

    /// <summary>
    /// Of a resident, whether the code that let them in opens the case still: they may have been given another, or complain
    /// in it no more.
    /// </summary>
    private async Task<bool> StillFollowsAsync(string caseId, CancellationToken cancel)
    {
        if (person.Follows is null)
        {
            return true;
        }

        var who = person.FollowsAs ?? "";
        var access = await context
            .CaseAccess.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CaseId == caseId && row.PersonId == who, cancel);
        return access is not null && AccessCodes.StampOf(access) == person.FollowsBy;
    }

    /// <summary>Records what was decided about one case, all or nothing.</summary>
    /// <inheritdoc cref="RecordAsync(IReadOnlyList{CaseAct}, Once?, IEnumerable{object}?, CancellationToken)"/>
    public Task RecordAsync(
        CaseFile file,
        IReadOnlyList<CaseEvent> events,
        Once? once = null,
        IEnumerable<object>? with = null,
        CancellationToken cancel = default
    ) => RecordAsync([new CaseAct(file, events)], once, with, cancel);

    /// <summary>Records what was decided about several cases, all or nothing.</summary>
    /// <param name="acts">What happened to which case.</param>
    /// <param name="once">The request answered.</param>
    /// <param name="with">
    /// Rows saved with it, as people of the case, new or put right, just as they are: whoever is confidential is hidden here.
    /// Letters to be mailed are among them by themselves.
    /// </param>
    /// <param name="cancel">Stops waiting before the act is handed over, not after.</param>
    /// <exception cref="ConflictException">Somebody else changed one of the cases since it was found.</exception>
    /// <exception cref="CannotMailException">A letter is to be mailed, and there is no mail server or no address.</exception>
    /// <exception cref="AlreadyDoneException">The same request was recorded before; see <see cref="AnsweredAsync"/>.</exception>
    public async Task RecordAsync(
        IReadOnlyList<CaseAct> acts,
        Once? once,
        IEnumerable<object>? with,
        CancellationToken cancel
    )
    {
        if (acts.Any(act => act.File.Case.ErasedOn is not null))
        {
            // Whoever looks again sees that nothing can be done about it.
            throw new ConflictException();
        }

        var signature = new Signature(person.Who, time.GetUtcNow().UtcDateTime);
        var recording = new Recording();
        if (once is not null)
        {
            recording.Insert(Answer(once, acts));
        }

        var others = with?.ToList() ?? [];
        foreach (var (file, decided) in acts)
        {
            var came = others.OfType<CasePersonRow>().Where(row => row.CaseId == file.Case.Id).ToList();
            var needs = await SamePerson.NeedsAsync(context, NewIn(decided, came), Today, cancel);
            var events = await outbox.ToEachAsync(
                context,
                file.Case,
                [.. decided, .. needs],
                people.Shown(file.Case, came),
                cancel
            );
            var before = file.Case.Version;
            file.Record(events, signature with { OnBehalfOf = WriterOf(file.Case, events) }, Rules);
            await people.SaveAsync(context, file, events, came, recording, cancel);
            var recorded = file.Case.History.Skip(before);
            var shown = people.Shown(file.Case, came);
            foreach (var letter in await outbox.RowsAsync(context, file.Case, recorded, shown, signature.At, cancel))
            {
                recording.Insert(letter);
            }

            foreach (var mail in await staffMail.RowsAsync(context, file.Case, recorded, Today, signature.At, cancel))
            {
                recording.Insert(mail);
            }

            foreach (var draft in await LetterDrafts.DoneWithAsync(context, file.Case, events, cancel))
            {
                recording.Delete(draft);
            }

            foreach (var draft in await StatementList.DoneWithAsync(context, file.Case, events, cancel))
            {
                recording.Delete(draft);
            }
        }

        foreach (var row in others.Where(row => row is not CasePersonRow))
        {
            Save(row, recording);
        }

        await (
            Erasing.Any(acts) || PeopleSaving.MustFinish(acts)
                ? FinishAsync(recording, acts, cancel)
                : gate.RecordAsync(recording, cancel)
        );
    }

    /// <summary>Who comes into a case with these events to complain in it.</summary>
    private static IEnumerable<CasePersonRow> NewIn(IReadOnlyList<CaseEvent> decided, List<CasePersonRow> came) =>
        came.Where(person =>
            decided.Any(happened =>
                happened is Received received && received.ComplainantId == person.Id
                || happened is ComplainantJoined joined && joined.Person == person.Id
            )
        );

    /// <summary>A code takes the place of the one before; of anything else there is only the first.</summary>
    private static void Save(object row, Recording recording)
    {
        if (row is CaseAccessRow)
        {
            recording.Put(row);
        }
        else
        {
            recording.Insert(row);
        }
    }

    private async Task FinishAsync(Recording recording, IReadOnlyList<CaseAct> acts, CancellationToken cancel)
    {
        var files = await gate.RunAsync(
            async (transaction, recorder) =>
            {
                await recorder.WriteAsync([recording], cancel);
                await PeopleSaving.FinishAsync(transaction, acts, cancel);
                return await Erasing.RunAsync(transaction, acts, cancel);
            },
            cancel
        );
        if (Erasing.Any(acts))
        {
            await erasing.FinishAsync(files, CancellationToken.None);
        }
    }

    /// <summary>What a letter says is said by whoever wrote it, and not by whoever posts it.</summary>
    private string? WriterOf(Case about, IReadOnlyList<CaseEvent> events) =>
        events.Select(SentLetter).FirstOrDefault(letter => letter is not null) is { } sent
        && about.Letters.First(letter => letter.Number == sent).WrittenBy is var writer
        && writer != person.Who
            ? writer
            : null;

    private static int? SentLetter(CaseEvent happened) =>
        happened switch
        {
            LetterSent sent => sent.Letter,
            LetterCopySent sent => sent.Letter,
            _ => null,
        };

    /// <summary>The answer the current person's request got before, or none where it is new.</summary>
    public Task<Once?> AnsweredAsync(string key, CancellationToken cancel) =>
        queries.AnsweredAsync(context, person.Who, key, cancel);

    /// <summary>Of someone who would not be known, the instant is that of their history: the day.</summary>
    private IdempotencyKeyRow Answer(Once once, IReadOnlyList<CaseAct> acts) =>
        new()
        {
            Key = once.Key,
            Actor = person.Who,
            Status = once.Status,
            Location = once.Location,
            Fingerprint = once.Fingerprint,
            RecordedAt = acts.Any(act => act.File.IsAnonymous(act.Events))
                ? LondonTime.Utc(Today, TimeOnly.MinValue)
                : time.GetUtcNow().UtcDateTime,
        };
}
