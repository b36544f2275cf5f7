using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>
/// A personal access token, kept only as its hash. The token itself is 256 random bits, so that a plain hash is enough.
/// </summary>
public sealed record ApiTokenRow
{
    public required string Hash { get; init; }
    public required string PersonId { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>Makes personal access tokens, and tells whose one is.</summary>
public sealed class ApiTokens(TimeProvider time)
{
    /// <summary>By which a token found where it should not be is known for one.</summary>
    private const string Prefix = "redress_";

    private const int Bytes = 32;

    /// <summary>A row for each role of whoever holds the token of that hash, or one without. Every request asks this.</summary>
    private readonly Func<RedressContext, string, DateOnly, IAsyncEnumerable<Holder>> holder = EF.CompileAsyncQuery<
        RedressContext,
        string,
        DateOnly,
        Holder
    >(
        (context, hash, today) =>
            from token in context.ApiTokens
            where token.Hash == hash
            join person in context.Users on token.PersonId equals person.Id
            from grant in context
                .RoleGrants.Where(grant => grant.PersonId == person.Id)
                .Where(grant => grant.HeldFrom <= today && (grant.HeldUntil == null || grant.HeldUntil >= today))
                .DefaultIfEmpty()
            select new Holder(person.Id, person.Name, person.DisabledAt, grant == null ? null : grant.Role)
    );

    /// <summary>A new token for a person. It is shown this once.</summary>
    public static async Task<string> MakeAsync(
        RedressContext context,
        string personId,
        string name,
        DateTime now,
        CancellationToken cancel
    )
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Add(
            new ApiTokenRow
            {
                Hash = Sha256.Of(token),
                PersonId = personId,
                Name = name,
                CreatedAt = now,
            }
        );
        await context.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whose it is, with the roles they hold today; none where it is nobody's, or theirs is disabled. One query.</summary>
    public async Task<CurrentPerson?> FindAsync(RedressContext context, string token, CancellationToken cancel)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        CurrentPerson? found = null;
        var roles = new HashSet<Role>();
        await foreach (var row in holder(context, Sha256.Of(token), LondonTime.Today(time)).WithCancellation(cancel))
        {
            if (row.DisabledAt is not null)
            {
                return null;
            }

            found ??= new CurrentPerson(row.PersonId, row.Name, roles);
            if (row.Role is { } role)
            {
                roles.Add(role);
            }
        }

        return found;
    }

    private sealed record Holder(string PersonId, string Name, DateTime? DisabledAt, Role? Role);
}
