using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Outside;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.EmailCode;

/// <summary>
/// Mails somebody a new code at the address on record, so that whoever asks for it in their name gets nothing, and whoever
/// was asked sees nothing. It is mailed while they wait and not from the outbox: the code is kept nowhere, not even until
/// it has left. Not taken by the mail server, it is no code, and the one before still opens.
/// </summary>
public sealed class CodeMail(
    CaseDesk desk,
    AccessCodes codes,
    IMailer mailer,
    IOptions<MailSettings> settings,
    LandlordStore landlord,
    IStringLocalizer<Text> text
)
{
    /// <summary>Mails it, and then makes it theirs.</summary>
    /// <param name="about">The case.</param>
    /// <param name="given">Who gets it.</param>
    /// <param name="record">Records that they have it, with the row by which it opens.</param>
    /// <param name="cancel">Stops it before it is mailed, not after.</param>
    /// <returns>Why they do not have it; none where they have.</returns>
    public async Task<CannotGiveCode?> SendAsync(
        Case about,
        AccessCodeGiven given,
        Func<CaseAccessRow, Task> record,
        CancellationToken cancel
    )
    {
        if (!settings.Value.IsConfigured)
        {
            return CannotGiveCode.NoServer;
        }

        if (about.FindNeeds(given.Person) is { Never.Email: true })
        {
            return CannotGiveCode.NotSafe;
        }

        var (_, person) = await desk.MeantAsync(about, given.Person, cancel);
        if (string.IsNullOrWhiteSpace(person?.Email))
        {
            return CannotGiveCode.NoEmail;
        }

        var code = Ids.NewAccessCode();
        var mail = new Mail(
            person.Email.Trim(),
            Name: null,
            text["email_code.subject", about.Reference],
            text["email_code.text", about.Reference, code, landlord.Current.Phone ?? "", landlord.Current.Name],
            $"<{Guid.NewGuid():N}@{settings.Value.From!.Split('@')[^1]}>"
        );
        if ((await mailer.SendAsync(mail)).Handed != Handed.Taken)
        {
            return CannotGiveCode.NotTaken;
        }

        await record(codes.RowOf(about.Id, given.Person, code));
        return null;
    }
}
