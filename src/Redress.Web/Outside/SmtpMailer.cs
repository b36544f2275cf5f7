using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using Redress.Web.Data;

namespace Redress.Web.Outside;

/// <summary>
/// Mail by SMTP, or into a folder. A connection for each mail: letters are few, and one that hangs holds up no other for
/// longer than a minute.
/// </summary>
internal sealed class SmtpMailer(IOptions<MailSettings> settings, LandlordStore landlord) : IMailer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public async Task<MailAnswer> SendAsync(Mail mail)
    {
        // A name from a form may hold a line break, by which a header could be forged; what should be an address may be
        // several, of which the framework would take the last.
        if (!MailAddress.TryCreate(mail.To, OneLine(mail.Name), Encoding.UTF8, out var to) || to.Address != mail.To)
        {
            return new MailAnswer(Handed.Refused, "This is not an email address.");
        }

        using var message = Message(mail, to);
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            using var client = Client(settings.Value);
            await client.SendMailAsync(message, limit.Token);
            return new MailAnswer(Handed.Taken);
        }
        catch (SmtpException fault)
        {
            return new MailAnswer(IsForEver(fault) ? Handed.Refused : Handed.Later, Said(fault));
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return new MailAnswer(Handed.Later, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return new MailAnswer(Handed.Later, "The mail server did not answer within a minute.");
        }
    }

    private MailMessage Message(Mail mail, MailAddress to)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.Value.From!, OneLine(landlord.Current.Name), Encoding.UTF8),
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(to);
        message.Headers.Add("Message-ID", mail.MessageId);
        return message;
    }

    private static SmtpClient Client(MailSettings settings) =>
        settings.Folder is { } folder
            ? new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = Directory.CreateDirectory(folder).FullName,
            }
            : new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.Tls,
                Credentials = settings.User is { } user ? new NetworkCredential(user, settings.ReadPassword()) : null,
            };

    /// <summary>
    /// Only what is said of the mailbox or of this mail. That we may not sign in, or send at all, is for the landlord to
    /// mend, and the letter waits for that.
    /// </summary>
    private static bool IsForEver(SmtpException fault) =>
        fault.StatusCode
            is SmtpStatusCode.MailboxUnavailable
                or SmtpStatusCode.UserNotLocalTryAlternatePath
                or SmtpStatusCode.ExceededStorageAllocation
                or SmtpStatusCode.MailboxNameNotAllowed
                or SmtpStatusCode.TransactionFailed;

    /// <summary>The outermost message says only that sending failed; what is inside says why.</summary>
    private static string Said(SmtpException fault) => fault.GetBaseException().Message;

    private static string OneLine(string? text) =>
        string.Concat((text ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
