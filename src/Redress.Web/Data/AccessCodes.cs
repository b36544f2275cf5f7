using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Keeps and checks the codes that let residents into their own cases. Only their salted, slow hash is kept.</summary>
public sealed class AccessCodes(Database database, IPasswordHasher<CaseAccessRow> hasher)
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
    /// What reference and code open, however they were typed; none where they open nothing. It takes as long whether or not
    /// there is such a case with one who complains.
    /// </summary>
    public async Task<CaseAccessRow?> FindAsync(string reference, string code, CancellationToken cancel)
    {
        var read = CaseReference.Read(reference) ?? reference.Trim();
        await using var context = database.NewContext();
        var all = await context
            .CaseAccess.AsNoTracking()
            .Where(row => context.Cases.Any(one => one.Id == row.CaseId && one.Reference == read))
            .ToListAsync(cancel);
        var typed = AccessCode.Read(code) ?? "";
        if (all.Count == 0)
        {
            hasher.HashPassword(NoOnes, typed);
        }

        return all.Find(row =>
            hasher.VerifyHashedPassword(row, row.CodeHash, typed) != PasswordVerificationResult.Failed
        );
    }
}
