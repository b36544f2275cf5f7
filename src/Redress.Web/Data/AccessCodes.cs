using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Keeps and checks the codes that let residents into their own cases. Only their salted, slow hash is kept.</summary>
public sealed class AccessCodes(Database database, IPasswordHasher<CaseAccessRow> hasher)
{
    private static readonly CaseAccessRow NoOnes = new() { CaseId = "", CodeHash = "" };

    public CaseAccessRow RowOf(string caseId, string code) =>
        new() { CaseId = caseId, CodeHash = hasher.HashPassword(NoOnes, code) };

    /// <summary>
    /// The id of the case that reference and code open, however they were typed; none where they open none. It takes as
    /// long whether or not there is such a case.
    /// </summary>
    public async Task<string?> CaseOfAsync(string reference, string code, CancellationToken cancel)
    {
        var read = CaseReference.Read(reference) ?? reference.Trim();
        await using var context = database.NewContext();
        var access = await context
            .CaseAccess.AsNoTracking()
            .Where(row => context.Cases.Any(one => one.Id == row.CaseId && one.Reference == read))
            .FirstOrDefaultAsync(cancel);
        var typed = AccessCode.Read(code) ?? "";
        if (access is null)
        {
            hasher.HashPassword(NoOnes, typed);
            return null;
        }

        return hasher.VerifyHashedPassword(access, access.CodeHash, typed) == PasswordVerificationResult.Failed
            ? null
            : access.CaseId;
    }
}
