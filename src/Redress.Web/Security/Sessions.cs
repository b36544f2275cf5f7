using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Security;

/// <summary>
/// Who is signed in, and as what. A node asks the database again after three seconds, so that a sign-out, a disabled
/// account and a role given or ended hold on every node within five; until then it costs nothing.
/// </summary>
public sealed class Sessions(Database database, WriteGate gate, TimeProvider time)
{
    /// <summary>The claim that holds the session's secret, in the cookie and nowhere else.</summary>
    public const string SecretClaim = "session_secret";

    /// <summary>The claim that holds the session's id, which opens nothing.</summary>
    public const string IdClaim = "session";

    /// <summary>The claim that holds how they proved who they are: a <see cref="Security.Proof"/>.</summary>
    public const string ProofClaim = "proof";

    /// <summary>The claim that holds when they last proved who they are, in seconds since 1970.</summary>
    public const string ProvedAtClaim = "proved_at";

    /// <summary>The claim of somebody who showed a password alone where that is not enough.</summary>
    public const string UnprovenClaim = "unproven";

    /// <summary>Whoever asks for nothing for so long has left.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>However busy, they sign in anew after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int SecretBytes = 32;

    /// <summary>How many are kept in memory before those long unasked for are let go.</summary>
    private const int Many = 5_000;

    private const string Delete = "DELETE FROM sessions WHERE id = $1 AND person_id = $2";

    private const string DeleteOthers = "DELETE FROM sessions WHERE person_id = $1 AND id <> $2";

    private const string DeleteOver = "DELETE FROM sessions WHERE seen_at < $1 OR began_at < $2";

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>A row for each role they hold today, or one without.</summary>
    private readonly Func<RedressContext, string, DateOnly, IAsyncEnumerable<Holder>> holders = EF.CompileAsyncQuery<
        RedressContext,
        string,
        DateOnly,
        Holder
    >(
        (context, id, today) =>
            from session in context.Sessions
            where session.Id == id
            join person in context.Users on session.PersonId equals person.Id
            from grant in context
                .RoleGrants.Where(grant => grant.PersonId == person.Id)
                .Where(grant => grant.HeldFrom <= today && (grant.HeldUntil == null || grant.HeldUntil >= today))
                .DefaultIfEmpty()
            select new Holder(
                person.Id,
                person.Name,
                person.DisabledAt,
                session.Proof,
                context.Settings.Any(row => row.Key == SettingKeys.DemoLandlord),
                session.BeganAt,
                session.SeenAt,
                grant == null ? null : grant.Role
            )
    );

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins one, and lets go of all that are over.</summary>
    /// <returns>Its secret, for the browser.</returns>
    public async Task<string> BeginAsync(string personId, Proof proof, string browser, CancellationToken cancel)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = Now;
        var recording = new Recording();
        recording.Insert(
            new SessionRow
            {
                Id = Sha256.Of(secret),
                PersonId = personId,
                Proof = proof,
                BeganAt = now,
                SeenAt = now,
                Browser = browser,
            }
        );
        await gate.RunAsync(
            async (transaction, recorder) =>
            {
                await recorder.WriteAsync([recording], cancel);
                return await transaction.ExecuteAsync(DeleteOver, cancel, now - Idle, now - Longest);
            },
            cancel
        );
        return secret;
    }

    /// <summary>Who it is, with the roles they hold today; none where the session is over.</summary>
    public Task<ClaimsPrincipal?> FindAsync(string secret)
    {
        var id = Sha256.Of(secret);
        var now = Now;
        if (known.TryGetValue(id, out var one) && now - one.At < GoodFor)
        {
            return one.Person.Value;
        }

        // However many ask at once, one of them reads.
        var next = new Known(now, new(() => ReadAsync(id, now)));
        var stands = known.AddOrUpdate(id, next, (_, other) => other == one ? next : other);
        if (known.Count > Many)
        {
            Forget(now);
        }

        return stands.Person.Value;
    }

    /// <summary>How they proved who they are: by no more than a password, where nothing says so.</summary>
    public static Proof ProofOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ProofClaim) is { } proof && WireName.TryParse<Proof>(proof, out var read)
            ? read
            : Proof.Password;

    /// <summary>Those of a person that are not over, the last used first.</summary>
    public static async Task<IReadOnlyList<SessionRow>> OfAsync(
        RedressContext context,
        string personId,
        DateTime now,
        CancellationToken cancel
    )
    {
        var (seen, began) = (now - Idle, now - Longest);
        return await context
            .Sessions.AsNoTracking()
            .Where(row => row.PersonId == personId && row.SeenAt >= seen && row.BeganAt >= began)
            .OrderByDescending(row => row.SeenAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancel);
    }

    /// <summary>Ends one of a person's. That there is none is no fault.</summary>
    public Task EndAsync(string personId, string id, CancellationToken cancel) =>
        WriteAsync(Delete, cancel, id, personId);

    /// <summary>Ends all of a person's but the one given.</summary>
    public Task EndOthersAsync(string personId, string id, CancellationToken cancel) =>
        WriteAsync(DeleteOthers, cancel, personId, id);

    private async Task WriteAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await gate.RunAsync((transaction, _) => transaction.ExecuteAsync(sql, cancel, values), cancel);
        known.Clear();
    }

    private async Task<ClaimsPrincipal?> ReadAsync(string id, DateTime now)
    {
        try
        {
            Holder? found = null;
            var roles = new HashSet<Role>();
            await using (var context = database.NewContext())
            {
                await foreach (var row in holders(context, id, LondonTime.Today(time)))
                {
                    found = row;
                    if (row.Role is { } role)
                    {
                        roles.Add(role);
                    }
                }
            }

            if (found?.HoldsAt(now) is not true)
            {
                return null;
            }

            await SeeAsync(id, found.SeenAt, now);
            return Principal(found, roles, id);
        }
        catch
        {
            // Asked again, and not answered so for three seconds.
            known.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>
    /// Whoever has not proved who they are by a second factor holds no role, so that nothing opens to them but their own
    /// account: the one place that says so.
    /// </summary>
    private static ClaimsPrincipal Principal(Holder found, HashSet<Role> roles, string id)
    {
        var person = new CurrentPerson(found.PersonId, found.Name, found.IsProven ? roles : []);
        var principal = person.Principal(IdentityConstants.ApplicationScheme);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(IdClaim, id));
        identity.AddClaim(new Claim(ProofClaim, WireName.Of(found.Proof)));
        identity.AddClaim(new Claim(ProvedAtClaim, $"{new DateTimeOffset(found.BeganAt).ToUnixTimeSeconds()}"));
        if (!found.IsProven)
        {
            identity.AddClaim(new Claim(UnprovenClaim, ""));
        }

        return principal;
    }

    private async Task SeeAsync(string id, DateTime seen, DateTime now)
    {
        if (now - seen < SeenEvery)
        {
            return;
        }

        try
        {
            await gate.RunAsync(
                (transaction, _) =>
                    transaction.ExecuteAsync(
                        "UPDATE sessions SET seen_at = $1 WHERE id = $2",
                        CancellationToken.None,
                        now,
                        id
                    ),
                CancellationToken.None
            );
        }
        catch (BusyException)
        {
            // Another process writes for long. Nobody waits for this: it is noted the next time.
        }
    }

    private void Forget(DateTime now)
    {
        foreach (var (id, one) in known)
        {
            if (now - one.At >= GoodFor)
            {
                known.TryRemove(KeyValuePair.Create(id, one));
            }
        }
    }

    private sealed record Known(DateTime At, Lazy<Task<ClaimsPrincipal?>> Person);

    private sealed record Holder(
        string PersonId,
        string Name,
        DateTime? DisabledAt,
        Proof Proof,
        bool IsDemo,
        DateTime BeganAt,
        DateTime SeenAt,
        Role? Role
    )
    {
        /// <summary>A password alone proves enough where all of it is made up.</summary>
        public bool IsProven => Proof != Proof.Password || IsDemo;

        public bool HoldsAt(DateTime now) => DisabledAt is null && now - SeenAt <= Idle && now - BeganAt <= Longest;
    }
}
