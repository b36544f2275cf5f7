using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>What somebody has to prove who they are with, beside a password.</summary>
/// <param name="AuthenticatorSince">When their authenticator app was added; none without one.</param>
/// <param name="Passkeys">How many passkeys.</param>
/// <param name="RecoveryCodes">How many codes are left for when all of it is lost.</param>
public sealed record SecondFactorsHeld(DateTime? AuthenticatorSince, int Passkeys, int RecoveryCodes)
{
    public bool Any => AuthenticatorSince is not null || Passkeys > 0;
}

/// <summary>Keeps authenticator apps and recovery codes, and takes each of their codes once.</summary>
public sealed class SecondFactors(
    Database database,
    WriteGate gate,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    private const int Codes = 8;

    private const int SaltBytes = 16;

    private const int HashBytes = 32;

    private const int Rounds = 210_000;

    /// <summary>Of two who use the same code at once, on whatever nodes, one changes the row.</summary>
    private const string Take = "UPDATE authenticators SET last_step = $1 WHERE person_id = $2 AND last_step < $1";

    private const string TakeRecovery = "DELETE FROM recovery_codes WHERE person_id = $1 AND hash = $2";

    private const string DeleteCodes = "DELETE FROM recovery_codes WHERE person_id = $1";

    private const string DeleteAuthenticator = "DELETE FROM authenticators WHERE person_id = $1";

    /// <summary>One query.</summary>
    public static Task<SecondFactorsHeld> OfAsync(RedressContext context, string personId, CancellationToken cancel) =>
        context
            .Users.Where(person => person.Id == personId)
            .Select(person => new SecondFactorsHeld(
                context
                    .Authenticators.Where(row => row.PersonId == person.Id)
                    .Select(row => (DateTime?)row.AddedAt)
                    .FirstOrDefault(),
                context.Passkeys.Count(row => row.UserId == person.Id),
                context.RecoveryCodes.Count(row => row.PersonId == person.Id)
            ))
            .SingleAsync(cancel);

    /// <summary>A secret for a new app, encrypted for its owner, to be kept by their page until a code proves it.</summary>
    public string NewSecret(string personId) =>
        Base64Url.EncodeToString(Protector(personId).Protect(RandomNumberGenerator.GetBytes(Totp.SecretBytes)));

    /// <summary>The secret itself, for an app; none where it is not one of theirs.</summary>
    public byte[]? Open(string personId, string secret)
    {
        try
        {
            return Protector(personId).Unprotect(Base64Url.DecodeFromChars(secret));
        }
        catch (Exception other) when (other is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Makes an app theirs, in place of any other, once a code shows that it has the secret.</summary>
    /// <returns>Whether the code was right.</returns>
    public async Task<bool> AddAuthenticatorAsync(string personId, string secret, string code, CancellationToken cancel)
    {
        if (Open(personId, secret) is not { } opened || Totp.StepOf(opened, code, time.GetUtcNow()) is not { } step)
        {
            return false;
        }

        var recording = new Recording();
        recording.Put(
            new AuthenticatorRow
            {
                PersonId = personId,
                Secret = secret,
                LastStep = step,
                AddedAt = time.GetUtcNow().UtcDateTime,
            }
        );
        await gate.RecordAsync(recording, cancel);
        return true;
    }

    public Task RemoveAuthenticatorAsync(string personId, CancellationToken cancel) =>
        gate.RunAsync((transaction, _) => transaction.ExecuteAsync(DeleteAuthenticator, cancel, personId), cancel);

    /// <summary>Whether it is a code of their app that nobody used before.</summary>
    public async Task<bool> TakeCodeAsync(string personId, string code, CancellationToken cancel)
    {
        string? secret;
        await using (var context = database.NewContext())
        {
            secret = await context
                .Authenticators.Where(row => row.PersonId == personId)
                .Select(row => row.Secret)
                .SingleOrDefaultAsync(cancel);
        }

        return secret is not null
            && Open(personId, secret) is { } opened
            && Totp.StepOf(opened, code, time.GetUtcNow()) is { } step
            && await gate.RunAsync((transaction, _) => transaction.ExecuteAsync(Take, cancel, step, personId), cancel)
                == 1;
    }

    /// <summary>Makes recovery codes in place of those there were. They are shown this once.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string personId, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var codes = Enumerable.Range(0, Codes).Select(_ => Ids.NewAccessCode()).ToList();
        var recording = new Recording();
        foreach (var code in codes)
        {
            recording.Insert(
                new RecoveryCodeRow
                {
                    PersonId = personId,
                    Hash = HashOf(code, salt),
                    Salt = Base64Url.EncodeToString(salt),
                }
            );
        }

        return await gate.RunAsync(
            async (transaction, recorder) =>
            {
                await transaction.ExecuteAsync(DeleteCodes, cancel, personId);
                await recorder.WriteAsync([recording], cancel);
                return codes;
            },
            cancel
        );
    }

    /// <summary>Whether it is one of their recovery codes, however it was typed. It is one no more.</summary>
    public async Task<bool> TakeRecoveryCodeAsync(string personId, string typed, CancellationToken cancel)
    {
        string? salt;
        await using (var context = database.NewContext())
        {
            salt = await context
                .RecoveryCodes.Where(row => row.PersonId == personId)
                .Select(row => row.Salt)
                .FirstOrDefaultAsync(cancel);
        }

        if (salt is null || AccessCode.Read(typed) is not { } code)
        {
            return false;
        }

        var hash = HashOf(code, Base64Url.DecodeFromChars(salt));
        return await gate.RunAsync(
                (transaction, _) => transaction.ExecuteAsync(TakeRecovery, cancel, personId, hash),
                cancel
            ) == 1;
    }

    private IDataProtector Protector(string personId) => protection.CreateProtector("authenticator", personId);

    private static string HashOf(string code, byte[] salt) =>
        Base64Url.EncodeToString(Rfc2898DeriveBytes.Pbkdf2(code, salt, Rounds, HashAlgorithmName.SHA512, HashBytes));
}
