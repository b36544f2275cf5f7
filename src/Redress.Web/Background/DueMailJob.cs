using System.Data.Common;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// Each working morning at seven, everybody who has a case that is late or falls due within three working days is mailed which.
/// </summary>
internal sealed class DueMailJob(
    Database database,
    RulesStore rules,
    StaffOutbox outbox,
    JobRuns runs,
    TimeProvider time,
    ILogger<DueMailJob> log
) : DailyJob("due_mail", runs, time, log)
{
    private static readonly TimeOnly Morning = new(7, 0);

    protected override async Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        var calendar = rules.Current.OfficeCalendar(Today);
        if (calendar.Covers(Today) && !calendar.IsWorkingDay(Today))
        {
            return;
        }

        await using var context = database.ContextIn(transaction);
        var until = DueSpan.Of(DueWhen.Soon, calendar, Today).Until;
        var recording = new Recording();
        foreach (var row in await outbox.DueCasesAsync(context, until, LondonTime.Utc(Today, Morning), cancel))
        {
            recording.Insert(row);
        }

        await recorder.WriteAsync([recording], cancel);
    }
}
