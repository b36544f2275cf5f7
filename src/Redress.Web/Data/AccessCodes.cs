using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Why reference and code open nothing.</summary>
public enum CodeFault
{
    /// <summary>One of them is wrong.</summary>
    Wrong,

    /// <summary>One of them is wrong, or is not looked at any more, because wrong ones were tried too often.</summary>
    TooOften,

    /// <summary>Too many are tried at once, or the database is busy.</summary>
    Busy,
}

/// <summary>Keeps and checks the codes that let residents into their own cases. Only their salted, slow hash is kept.</summary>
public sealed class AccessCodes(Database database, CodeTries tries, IPasswordHasher<CaseAccessRow> hasher)
{
    private static readonly CaseAccessRow NoOnes = new()
    {
        CaseId = "",
        PersonId = "",
        CodeHash = "",
    };

    /// <param name="caseId">The case.</param>
    /// <param name="personId">Which of those who complain; none where nobody is known.</param>
    /// <param name="code">The code.</param>
    public CaseAccessRow RowOf(string caseId, string? personId, string code) =>
        new()
        {
            CaseId = caseId,
            PersonId = personId ?? "",
            CodeHash = hasher.HashPassword(NoOnes, code),
        };

    /// <summary>Tells one code of a person from the next without telling either.</summary>
    public static string StampOf(CaseAccessRow row) => Sha256.Of(row.CodeHash);

    /// <summary>
    /// What reference and code open, however they were typed. The answer is the same whichever of them is wrong, and takes
    /// as long whether or not there is such a case with one who complains.
    /// </summary>
    public async Task<(CaseAccessRow? Opened, CodeFault Fault)> OpenAsync(
        string reference,
        string code,
        CancellationToken cancel
    )
    {
        var (read, typed) = (CaseReference.Read(reference) ?? reference.Trim(), AccessCode.Read(code) ?? "");
        using var turn = await tries.TurnAsync(cancel);
        if (!turn.IsAcquired)
        {
            return (null, CodeFault.Busy);
        }

        var (alike, any) = await tries.WrongAsync(read, typed, cancel);
        if (alike >= CodeTries.Most)
        {
            return (null, CodeFault.TooOften);
        }

        if (await FindAsync(read, typed, cancel) is { } opened)
        {
            return (opened, default);
        }

        try
        {
            await tries.MissAsync(read, typed, cancel);
        }
        catch (BusyException)
        {
            return (null, CodeFault.Busy);
        }

        return (null, any >= CodeTries.Most ? CodeFault.TooOften : CodeFault.Wrong);
    }

    /// <summary>Whether somebody has a code at all, of whatever make: whoever complains no more has none.</summary>
    public async Task<bool> HasAsync(string caseId, string? personId, CancellationToken cancel)
    {
        var who = personId ?? "";
        await using var context = database.NewContext();
        return await context.CaseAccess.AnyAsync(row => row.CaseId == caseId && row.PersonId == who, cancel);
    }

    private async Task<CaseAccessRow?> FindAsync(string reference, string code, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var all = await context
            .CaseAccess.AsNoTracking()
            .Where(row => context.Cases.Any(one => one.Id == row.CaseId && one.Reference == reference))
            .ToListAsync(cancel);
        if (all.Count == 0)
        {
            hasher.HashPassword(NoOnes, code);
        }

        return all.Find(row =>
            hasher.VerifyHashedPassword(row, row.CodeHash, code) != PasswordVerificationResult.Failed
        );
    }
}
