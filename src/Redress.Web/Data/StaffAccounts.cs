using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>An account as whoever looks after accounts sees it.</summary>
public sealed record StaffAccount(
    string Id,
    string Name,
    string? Email,
    DateTime? DisabledAt,
    bool HasPassword,
    SecondFactorsHeld Held,
    IReadOnlyList<Role> Roles
);

/// <summary>A role as somebody holds or held it, from a day to a day, both included.</summary>
public sealed record HeldRole(Role Role, string PersonId, string Name, DateOnly From, DateOnly? Until);

/// <summary>Who has an account, who held which role when, and who may sign in no more.</summary>
public sealed class StaffAccounts(Database database, WriteGate gate, Sessions sessions, TimeProvider time)
{
    private const string Disable = "UPDATE accounts SET disabled_at = $1 WHERE id = $2 AND disabled_at IS NULL";

    private const string Enable = "UPDATE accounts SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL";

    /// <summary>All of them, by name. Two queries.</summary>
    public async Task<IReadOnlyList<StaffAccount>> AllAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var today = LondonTime.Today(time);
        var roles = (await OnAsync(context, today, cancel)).ToLookup(held => held.PersonId, held => held.Role);
        var people = await context
            .Users.AsNoTracking()
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Email,
                person.DisabledAt,
                HasPassword = person.PasswordHash != null,
                Since = context
                    .Authenticators.Where(row => row.PersonId == person.Id)
                    .Select(row => (DateTime?)row.AddedAt)
                    .FirstOrDefault(),
                Passkeys = context.Passkeys.Count(row => row.UserId == person.Id),
                Codes = context.RecoveryCodes.Count(row => row.PersonId == person.Id),
            })
            .ToListAsync(cancel);
        return
        [
            .. people
                .Select(one => new StaffAccount(
                    one.Id,
                    one.Name,
                    one.Email,
                    one.DisabledAt,
                    one.HasPassword,
                    new(one.Since, one.Passkeys, one.Codes),
                    [.. roles[one.Id].Order()]
                ))
                .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Who held which role on a day, by role and name. One query.</summary>
    public async Task<IReadOnlyList<HeldRole>> OnAsync(DateOnly day, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await OnAsync(context, day, cancel);
    }

    /// <summary>Nobody signs in by it from now on, and whoever has leaves at once. Cases and history keep its owner.</summary>
    public async Task DisableAsync(string id, string by, CancellationToken cancel)
    {
        await ChangeAsync(id, "disabled", Disable, [time.GetUtcNow().UtcDateTime, id], by, cancel);
        await sessions.EndOthersAsync(id, "", cancel);
    }

    public Task EnableAsync(string id, string by, CancellationToken cancel) =>
        ChangeAsync(id, "enabled", Enable, [id], by, cancel);

    /// <summary>The account and its history change together; what is so already leaves no trace.</summary>
    private async Task ChangeAsync(
        string id,
        string happened,
        string sql,
        object[] values,
        string by,
        CancellationToken cancel
    )
    {
        var recording = new Recording();
        await using (var context = database.NewContext())
        {
            var signature = new Signature(by, time.GetUtcNow().UtcDateTime);
            await context.AppendAsync(recording, (Streams.Person, id), (happened, "{}"), signature, cancel);
        }

        await gate.RunAsync(
            async (transaction, recorder) =>
            {
                var changed = await transaction.ExecuteAsync(sql, cancel, values);
                if (changed > 0)
                {
                    await recorder.WriteAsync([recording], cancel);
                }

                return changed;
            },
            cancel
        );
    }

    private static async Task<List<HeldRole>> OnAsync(RedressContext context, DateOnly day, CancellationToken cancel)
    {
        var held = await context
            .RoleGrants.AsNoTracking()
            .Where(grant => grant.HeldFrom <= day && (grant.HeldUntil == null || grant.HeldUntil >= day))
            .Join(
                context.Users,
                grant => grant.PersonId,
                person => person.Id,
                (grant, person) => new HeldRole(grant.Role, person.Id, person.Name, grant.HeldFrom, grant.HeldUntil)
            )
            .ToListAsync(cancel);
        return [.. held.OrderBy(one => one.Role).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
