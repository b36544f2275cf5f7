using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Outside;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>
/// Mails to be sent to the staff. They are saved with what they are about, so that none is lost; claimed by one node at a time,
/// so that none is sent twice.
/// </summary>
public sealed class StaffOutbox(Database database, WriteGate gate, IOptions<MailSettings> mail)
{
    /// <summary>How long a node may take over one try: the minute that mail is given, and time to delete it.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private bool CanMail => mail.Value.IsConfigured;

    /// <summary>
    /// What must be saved with these events, so that every director hears of each request for the next stage; but not whom
    /// the case is about, nor who does not see it while it is sealed.
    /// </summary>
    public async Task<IReadOnlyList<StaffMailRow>> RowsAsync(
        RedressContext context,
        Case about,
        IEnumerable<RecordedEvent> events,
        DateOnly today,
        DateTime now,
        CancellationToken cancel
    )
    {
        var asked = events.Select(recorded => recorded.Event).OfType<EscalationRequested>().LastOrDefault();
        if (!CanMail || asked is null)
        {
            return [];
        }

        var directors = await Reachable(context)
            .Where(person =>
                context.RoleGrants.Any(grant =>
                    grant.PersonId == person.Id
                    && grant.Role == Role.ServiceDirector
                    && grant.HeldFrom <= today
                    && (grant.HeldUntil == null || grant.HeldUntil >= today)
                )
            )
            .Select(person => person.Id)
            .ToListAsync(cancel);
        return
        [
            .. directors
                .Where(person => MayHear(about, person, today))
                .Select(person =>
                    Row(person, StaffMailKind.NextStage, now) with
                    {
                        CaseId = about.Id,
                        Stage = asked.FromStage + 1,
                    }
                ),
        ];
    }

    /// <summary>A mail for everybody who has a case that is late or falls due by then.</summary>
    internal async Task<IReadOnlyList<StaffMailRow>> DueCasesAsync(
        RedressContext context,
        DateOnly until,
        DateTime at,
        CancellationToken cancel
    )
    {
        if (!CanMail)
        {
            return [];
        }

        var owners = await Reachable(context)
            .Where(person => context.Cases.Any(row => row.IsOpen && row.OwnerId == person.Id && row.DueOrder <= until))
            .Select(person => person.Id)
            .ToListAsync(cancel);
        return [.. owners.Select(person => Row(person, StaffMailKind.DueCases, at))];
    }

    /// <summary>A mail for everybody who answers for incidents.</summary>
    internal async Task<IReadOnlyList<StaffMailRow>> LeakReportedAsync(
        RedressContext context,
        string incident,
        DateTime at,
        CancellationToken cancel
    )
    {
        if (!CanMail)
        {
            return [];
        }

        var today = LondonTime.Day(at);
        var roles = Enum.GetValues<Role>().Where(role => Permissions.May([role], Act.HandleIncidents)).ToList();
        var told = await Reachable(context)
            .Where(person =>
                context.RoleGrants.Any(grant =>
                    grant.PersonId == person.Id
                    && roles.Contains(grant.Role)
                    && grant.HeldFrom <= today
                    && (grant.HeldUntil == null || grant.HeldUntil >= today)
                )
            )
            .Select(person => person.Id)
            .ToListAsync(cancel);
        return [.. told.Select(person => Row(person, StaffMailKind.LeakReported, at) with { IncidentId = incident })];
    }

    /// <summary>Whether somebody may be told that there is such a case.</summary>
    internal static bool MayHear(Case about, string person, DateOnly today) =>
        !about.IsAbout(person) && about.IsOpenTo(person, today);

    /// <summary>Takes the mail that has been due longest, so that nobody else takes it; none where none is due.</summary>
    internal async Task<StaffMailRow?> ClaimAsync(DateTime now, CancellationToken cancel)
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

    /// <summary>It was handed over, or there is nothing to say any more.</summary>
    internal Task DoneAsync(StaffMailRow row)
    {
        var recording = new Recording();
        recording.Delete(row);
        return gate.RecordAsync(recording, CancellationToken.None);
    }

    /// <summary>It was not taken, and is tried again as letters are.</summary>
    internal Task LaterAsync(StaffMailRow row, DateTime now)
    {
        var recording = new Recording();
        recording.Put(row with { ClaimedUntil = null, DueAt = now + Outbox.WaitAfter(row.Attempts) });
        return gate.RecordAsync(recording, CancellationToken.None);
    }

    private static StaffMailRow Row(string person, StaffMailKind kind, DateTime at) =>
        new()
        {
            Id = $"{Guid.NewGuid():N}",
            PersonId = person,
            Kind = kind,
            DueAt = at,
            Attempts = 0,
        };

    private static IQueryable<Person> Reachable(RedressContext context) =>
        context.Users.Where(person => person.DisabledAt == null && person.Email != null);

    private static IQueryable<StaffMailRow> Due(RedressContext context, DateTime now) =>
        context
            .StaffMail.Where(row => row.DueAt <= now)
            .Where(row => row.ClaimedUntil == null || row.ClaimedUntil <= now)
            .OrderBy(row => row.DueAt);

    /// <summary>On PostgreSQL other nodes pass over a row that one of them is taking; SQLite has one writer.</summary>
    private IQueryable<StaffMailRow> Locked(RedressContext context, DateTime now) =>
        database.IsSqlite
            ? Due(context, now)
            : context.StaffMail.FromSql(
                $"""
                SELECT * FROM staff_mail
                WHERE due_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """
            );
}
