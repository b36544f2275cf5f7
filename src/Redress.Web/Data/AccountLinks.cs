using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>Makes the links by which people choose a password, each good once and for a while.</summary>
public sealed class AccountLinks(Database database, WriteGate gate, TimeProvider time)
{
    private const int TokenBytes = 32;

    private const string Delete = "DELETE FROM account_links WHERE hash = $1";

    private const string DeleteEarlier = "DELETE FROM account_links WHERE person_id = $1";

    /// <summary>How long a link is good for.</summary>
    public static TimeSpan GoodFor(AccountLinkPurpose purpose) =>
        purpose == AccountLinkPurpose.Invitation ? TimeSpan.FromHours(72) : TimeSpan.FromMinutes(30);

    /// <summary>Makes one, in place of any that the account has.</summary>
    /// <returns>What only the link may hold.</returns>
    public async Task<string> MakeAsync(string personId, AccountLinkPurpose purpose, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var recording = new Recording();
        recording.Insert(
            new AccountLinkRow
            {
                Hash = Sha256.Of(token),
                PersonId = personId,
                Purpose = purpose,
                ExpiresAt = time.GetUtcNow().UtcDateTime + GoodFor(purpose),
            }
        );
        return await gate.RunAsync(
            async (transaction, recorder) =>
            {
                await transaction.ExecuteAsync(DeleteEarlier, cancel, personId);
                await recorder.WriteAsync([recording], cancel);
                return token;
            },
            cancel
        );
    }

    /// <summary>
    /// Whose password it lets them choose; none where it was used, is too old, or the account is disabled. An invitation is
    /// for an account without a password, a reset for one with.
    /// </summary>
    public async Task<string?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = Sha256.Of(token);
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = database.NewContext();
        return await context
            .AccountLinks.Where(link => link.Hash == hash && link.ExpiresAt > now)
            .Join(
                context.Users.Where(person => person.DisabledAt == null),
                link => link.PersonId,
                person => person.Id,
                (link, person) => new { link.Purpose, Person = person }
            )
            .Where(one => (one.Purpose == AccountLinkPurpose.Invitation) == (one.Person.PasswordHash == null))
            .Select(one => one.Person.Id)
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses it up.</summary>
    /// <returns>Whether it was there to be used: of two who use it at once, one does.</returns>
    public async Task<bool> TakeAsync(string token, CancellationToken cancel) =>
        await gate.RunAsync((transaction, _) => transaction.ExecuteAsync(Delete, cancel, Sha256.Of(token)), cancel)
        == 1;
}
