using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Outside;
using Redress.Web.Resources;

namespace Redress.Web.Background;

/// <summary>
/// Mails the staff what is due to them, in words that name nobody: references and days, because mail is read on telephones
/// and forwarded. Whatever is settled by then is not mailed.
/// </summary>
internal sealed class StaffPostman(
    Database database,
    CaseQueries queries,
    RulesStore rules,
    StaffDirectory staff,
    StaffOutbox outbox,
    IncidentStore incidents,
    IMailer mailer,
    IOptions<MailSettings> settings,
    IStringLocalizer<Text> text,
    TimeProvider time
)
{
    /// <summary>So many cases are named in one mail; of the others their number.</summary>
    private const int MostNamed = 50;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private DateOnly Today => LondonTime.Today(time);

    /// <summary>Mails all that is due.</summary>
    /// <returns>How many mails were tried.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var tried = 0;
        while (!cancel.IsCancellationRequested && await outbox.ClaimAsync(Now, cancel) is { } row)
        {
            await staff.ReadyAsync(cancel);
            var mail = await MailAsync(row, cancel);
            if (mail is null || (await mailer.SendAsync(mail)).Handed != Handed.Later)
            {
                await outbox.DoneAsync(row);
            }
            else
            {
                await outbox.LaterAsync(row, Now);
            }

            tried++;
        }

        return tried;
    }

    /// <returns>None where there is nothing to say, or nobody to say it to.</returns>
    private async Task<Mail?> MailAsync(StaffMailRow row, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var address = await context
            .Users.Where(person => person.Id == row.PersonId && person.DisabledAt == null)
            .Select(person => person.Email)
            .SingleOrDefaultAsync(cancel);
        if (address is null)
        {
            return null;
        }

        var (subject, words) = row.Kind switch
        {
            StaffMailKind.NextStage => await NextStageAsync(context, row, cancel),
            StaffMailKind.LeakReported => await LeakReportedAsync(row, cancel),
            _ => await DueCasesAsync(context, row, cancel),
        };
        return words is null
            ? null
            : new Mail(
                address,
                staff.NameOf(row.PersonId),
                subject,
                text["staff_mail.text", staff.NameOf(row.PersonId), words],
                $"<{row.Id}@{settings.Value.From!.Split('@')[^1]}>"
            );
    }

    private async Task<(string Subject, string? Words)> NextStageAsync(
        RedressContext context,
        StaffMailRow row,
        CancellationToken cancel
    )
    {
        var about = await queries.ReadAsync(context, row.CaseId!, cancel);
        await rules.KnowAsync(about.CalendarId, about.CalendarEdition, cancel);
        if (about.Stage < row.Stage || !StaffOutbox.MayHear(about, row.PersonId, Today))
        {
            return ("", null);
        }

        var stage = about.Stages.First(one => one.Number == row.Stage);
        var answer = CaseClocks
            .Of(about, rules.Current, Today)
            .FirstOrDefault(clock => clock.Stage == row.Stage && clock.Duty == DutyName.Respond);
        var words = new StringBuilder()
            .AppendLine(text["staff_mail.next_stage.asked", about.Reference, stage.Number, Dates.Long(stage.StartedOn)])
            .AppendLine(
                stage.Handler is { } handler
                    ? text["staff_mail.next_stage.handler", staff.NameOf(handler)]
                    : text["staff_mail.next_stage.nobody"]
            );
        if (answer?.Due is { } due)
        {
            words.AppendLine(text["staff_mail.next_stage.due", Dates.Long(due)]);
        }

        return (text["staff_mail.next_stage.subject", about.Reference, stage.Number], words.ToString().Trim());
    }

    /// <summary>Nothing of what was seen, nor of which case: that is read where it is on record who read it.</summary>
    private async Task<(string Subject, string? Words)> LeakReportedAsync(StaffMailRow row, CancellationToken cancel)
    {
        if (await incidents.FindAsync(row.IncidentId!, cancel) is not { Incident: var incident })
        {
            return ("", null);
        }

        var words = new StringBuilder()
            .AppendLine(text["staff_mail.leak.reported", At(incident.ReportedAt)])
            .AppendLine(
                incident.Report.Part is { } part
                    ? text["staff_mail.leak.part", text.Word(part)]
                    : text["staff_mail.leak.no_part"]
            )
            .AppendLine(text[incident.Hidings.Count > 0 ? "staff_mail.leak.hidden" : "staff_mail.leak.open"])
            .AppendLine(text["staff_mail.leak.commissioner", At(incident.TellBy)])
            .AppendLine()
            .AppendLine(text["staff_mail.leak.do", $"/incidents/{incident.Id}"]);
        return (text["staff_mail.leak.subject"], words.ToString().Trim());
    }

    private string At(DateTime instant) =>
        text["incidents.at", $"{LondonTime.TimeOfDay(instant):HH:mm}", Dates.Long(LondonTime.Day(instant))];

    private async Task<(string Subject, string? Words)> DueCasesAsync(
        RedressContext context,
        StaffMailRow row,
        CancellationToken cancel
    )
    {
        var until = DueSpan.Of(DueWhen.Soon, rules.Current.OfficeCalendar(Today), Today).Until;
        var due = context.Cases.AsNoTracking().Where(c => c.IsOpen && c.OwnerId == row.PersonId && c.DueOrder <= until);
        var count = await due.CountAsync(cancel);
        if (count == 0)
        {
            return ("", null);
        }

        var late = await due.CountAsync(c => c.DueOrder < Today, cancel);
        var cases = await due.OrderBy(c => c.DueOrder)
            .ThenBy(c => c.Id)
            .Take(MostNamed)
            .Select(c => new
            {
                c.Reference,
                Duty = c.NextDuty!.Value,
                Due = c.NextDueOn!.Value,
                c.CalendarId,
                c.CalendarEdition,
            })
            .ToListAsync(cancel);
        var words = new StringBuilder()
            .AppendLine(text["staff_mail.due.lead", count, late, Dates.Long(until)])
            .AppendLine();
        foreach (var one in cases)
        {
            await rules.KnowAsync(one.CalendarId, one.CalendarEdition, cancel);
            var calendar = rules.Current.Calendar(one.CalendarId, one.CalendarEdition);
            words.AppendLine(
                text[
                    "staff_mail.due.case",
                    one.Reference,
                    text.Word(one.Duty),
                    Dates.Long(one.Due),
                    DueWords.Of(text, calendar, Today, one.Due).Words
                ]
            );
        }

        if (count > cases.Count)
        {
            words.AppendLine(text["staff_mail.due.more", count - cases.Count]);
        }

        return (
            text[late > 0 ? "staff_mail.due.subject.late" : "staff_mail.due.subject", count, late],
            words.ToString().Trim()
        );
    }
}
