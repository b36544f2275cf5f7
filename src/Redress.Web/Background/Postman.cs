using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Outside;
using Redress.Web.Resources;

namespace Redress.Web.Background;

/// <summary>
/// Mails what is due and records what became of it: the case hears that a letter left in the same transaction that takes
/// it out of the outbox. Who dies between the server's yes and that transaction leaves the letter to be mailed once more,
/// with the same Message-ID.
/// </summary>
internal sealed class Postman(
    Database database,
    CaseQueries queries,
    CaseReading reading,
    RulesStore rules,
    Outbox outbox,
    Identities identities,
    IMailer mailer,
    IStringLocalizer<Text> text,
    TimeProvider time
)
{
    /// <summary>How history names whatever the product does by itself.</summary>
    public const string Name = "redress";

    private const int MostConflicts = 20;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private DateOnly Today => LondonTime.Today(time);

    /// <summary>Mails all that is due.</summary>
    /// <returns>How many letters were tried.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var tried = 0;
        while (!cancel.IsCancellationRequested && await outbox.ClaimAsync(Now, cancel) is { } row)
        {
            await DeliverAsync(row, cancel);
            tried++;
        }

        return tried;
    }

    private async Task DeliverAsync(OutgoingMailRow row, CancellationToken cancel)
    {
        var file = await OpenAsync(row, cancel);
        if (Waiting(file.Case, row) is not { } letter)
        {
            await SettleAsync(row, _ => null);
        }
        else if (Refusal(file.Case, row) is { } refusal)
        {
            await SettleAsync(row, now => Stopped(now, row, refusal));
        }
        else
        {
            var subject = text[$"mail.subject.{WireName.Of(letter.Kind)}", file.Case.Reference];
            var (address, name) = await ToAsync(row, file.Case, letter, cancel);
            if (address is null)
            {
                await SettleAsync(
                    row,
                    now => Sending.Fail(now, row.Letter, LetterFailure.NoAddress, null, Today, CopyOf(now, row))
                );
                return;
            }

            var mail = new Mail(address, name, subject, await TextAsync(row, letter, cancel), row.MessageId);
            await HandOverAsync(row with { Address = row.Address is null ? null : address }, mail);
        }
    }

    private async Task HandOverAsync(OutgoingMailRow row, Mail mail)
    {
        var answer = await mailer.SendAsync(mail);
        if (answer.Handed == Handed.Later)
        {
            await outbox.GiveBackAsync(row.Id, new Recording(), now => Outbox.Later(now, answer.Said, Now));
            return;
        }

        await SettleAsync(
            row,
            now =>
                answer.Handed == Handed.Refused
                    ? Sending.Fail(
                        now,
                        row.Letter,
                        LetterFailure.AddressRefused,
                        Sayable(now, row, answer),
                        Today,
                        CopyOf(now, row)
                    )
                    : Sending.Left(now, row.Letter, rules.Current, Today, Today, CopyOf(now, row))
        );
    }

    /// <summary>
    /// Records what happened to the letter and takes it out of the outbox, into the case as it is by then: somebody may be
    /// at work on it. What has left has left, so nothing stops this but the database.
    /// </summary>
    private async Task SettleAsync(OutgoingMailRow row, Func<Case, Decision<CannotSend>?> decide)
    {
        for (var attempt = 1; ; attempt++)
        {
            var file = await OpenAsync(row, CancellationToken.None);
            var recording = new Recording();
            if (decide(file.Case) is { Refusal: null } decision)
            {
                var writer = file.Case.Letters.First(letter => letter.Number == row.Letter).WrittenBy;
                file.Record(decision.Events, new Signature(Name, Now, OnBehalfOf: writer), rules.Current);
                file.SaveTo(recording);
            }

            try
            {
                await outbox.GiveBackAsync(row.Id, recording, now => Done(now, row));
                return;
            }
            catch (ConflictException) when (attempt < MostConflicts)
            {
                // Somebody else was first; what they did is read, and decided on, afresh.
            }
            catch (BusyException) when (Now < row.ClaimedUntil)
            {
                // Another process writes for long. Given up, the letter would be mailed again; until the claim ends
                // nobody else mails it, and after that somebody does, whatever is recorded here.
            }
        }
    }

    /// <summary>
    /// Why it does not go, where its case does not say so already: what was done about the case said it, but for what a day
    /// that passed makes so.
    /// </summary>
    private Decision<CannotSend>? Stopped(Case now, OutgoingMailRow row, CannotSend refusal) =>
        refusal == CannotSend.NotSafe
            ? now.Letters.Any(letter => letter.Number == row.Letter && letter.Failure == LetterFailure.NotSafe)
                ? null
                : Sending.Fail(now, row.Letter, LetterFailure.NotSafe, null, Today, CopyOf(now, row))
            : Sending.Fail(
                now,
                row.Letter,
                refusal == CannotSend.NoAuthority ? LetterFailure.NoAuthority : LetterFailure.CaseMovedOn,
                null,
                Today
            );

    /// <summary>The letter where it, or this copy, still waits to be mailed: not cancelled, nor on its way by another channel.</summary>
    private static WaitingLetter? Waiting(Case about, OutgoingMailRow row) =>
        about.Letters.FirstOrDefault(letter =>
            letter.Number == row.Letter && !letter.IsOutOfDate && letter.Waits(row.PersonId, Channel.Email)
        );

    /// <summary>The row as it is once nothing is left to do. It says where the letter went, unless that is not to be known.</summary>
    private OutgoingMailRow Done(OutgoingMailRow now, OutgoingMailRow tried) =>
        now with
        {
            ClaimedUntil = null,
            DoneAt = Now,
            Address = now.Address is null ? null : tried.Address,
        };

    private CannotSend? Refusal(Case about, OutgoingMailRow row) =>
        Sending.Decide(about, row.Letter, rules.Current, Today, Today, CopyOf(about, row)).Refusal;

    /// <summary>Whose copy it is; none where the letter goes to one.</summary>
    private static string? CopyOf(Case about, OutgoingMailRow row) =>
        about.Letters.FirstOrDefault(letter => letter.Number == row.Letter) is { Copies.Count: > 0 }
            ? row.PersonId
            : null;

    /// <summary>
    /// Where it goes now, which may not be where it was to go when it was written or tried before. The address of somebody
    /// confidential is known from here to the mail server, and is kept nowhere; their name is not written on it, for an
    /// address may be put right by somebody who must not know it.
    /// </summary>
    private async Task<(string? Address, string? Name)> ToAsync(
        OutgoingMailRow row,
        Case about,
        WaitingLetter letter,
        CancellationToken cancel
    )
    {
        await using var context = database.NewContext();
        var people = await reading.PeopleAsync(context, about.Id, cancel);
        var to =
            letter.Copies.Count > 0
                ? Recipient.OfCopy(row.PersonId!, letter.Kind, about, people, Today)
                : Recipient.Of(about, people, Today);
        if (to.Email is { Length: > 0 } address)
        {
            return (address, to.Greeting);
        }

        var known = to.MailedTo is { } id ? await identities.FindAsync(context, id, cancel) : null;
        return (string.IsNullOrWhiteSpace(known?.Email) ? null : known.Email.Trim(), Name: null);
    }

    /// <summary>What the server said; not of somebody confidential, whose address it may name.</summary>
    private static string? Sayable(Case about, OutgoingMailRow row, MailAnswer answer) =>
        row.Address is null || about.IsConfidential(row.PersonId) ? null : answer.Said;

    private async Task<CaseFile> OpenAsync(OutgoingMailRow row, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var file = await queries.OpenAsync(context, row.CaseId, cancel);
        await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        return file;
    }

    private async Task<string> TextAsync(OutgoingMailRow row, WaitingLetter letter, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var id = letter.Written.Text.Id;
        return await context
                .Words.Where(words => words.StreamId == row.CaseId && words.Id == id)
                .Select(words => words.Text)
                .SingleAsync(cancel)
            ?? "";
    }
}
