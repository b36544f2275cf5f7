using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

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
public sealed class ApiTokens(RedressContext context, IUserClaimsPrincipalFactory<Person> claims, TimeProvider time)
{
    /// <summary>By which a token found where it should not be is known for one.</summary>
    private const string Prefix = "redress_";

    private const int Bytes = 32;

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
                Hash = HashOf(token),
                PersonId = personId,
                Name = name,
                CreatedAt = now,
            }
        );
        await context.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whose it is, with the roles they hold today; none where it is nobody's, or theirs is locked.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string token, CancellationToken cancel)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = HashOf(token);
        var person = await context
            .ApiTokens.Where(row => row.Hash == hash)
            .Join(context.Users.AsNoTracking(), row => row.PersonId, person => person.Id, (_, person) => person)
            .SingleOrDefaultAsync(cancel);
        return person is null || person.LockoutEnd > time.GetUtcNow() ? null : await claims.CreateAsync(person);
    }

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
