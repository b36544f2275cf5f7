using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Redress.Web.Data;
using Redress.Web.Outside;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>
/// Tells a member of staff that they are asked for a statement, and nothing of what it is about. It is mailed while whoever
/// asks waits, so that they know whether to tell them some other way; they find it on their start page either way.
/// </summary>
public sealed class StatementMail(
    IMailer mailer,
    IOptions<MailSettings> settings,
    LandlordStore landlord,
    StaffDirectory staff,
    IStringLocalizer<Text> text
)
{
    /// <returns>Whether the mail server took it.</returns>
    public async Task<bool> TellAsync(string person)
    {
        if (!settings.Value.IsConfigured || staff.EmailOf(person) is not { } address)
        {
            return false;
        }

        var mail = new Mail(
            address,
            staff.NameOf(person),
            text["statement_mail.subject"],
            text["statement_mail.text", staff.NameOf(person), landlord.Current.Name],
            $"<{Guid.NewGuid():N}@{settings.Value.From!.Split('@')[^1]}>"
        );
        return (await mailer.SendAsync(mail)).Handed == Handed.Taken;
    }
}
