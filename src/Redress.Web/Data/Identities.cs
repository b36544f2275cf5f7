using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Data;

/// <summary>
/// Who confidential people are: in a record of its own, encrypted as drafts are. Only an opening that history tells of, a
/// letter that is addressed, and the index of words, which leaves theirs out, ask for it. Everything else reads the row
/// that stands for them, and has nothing to hide.
/// </summary>
public sealed class Identities(IDataProtectionProvider protection, IStringLocalizer<Text> text)
{
    private readonly IDataProtector protector = protection.CreateProtector("identity");

    /// <summary>What everybody sees of somebody: that they are there, and whether a letter reaches them.</summary>
    public CasePersonRow Shown(CasePersonRow person) =>
        new()
        {
            Id = person.Id,
            CaseId = person.CaseId,
            Role = person.Role,
            Name = text["case.confidential"],
            Confidential = true,
            HasHiddenEmail = !string.IsNullOrWhiteSpace(person.Email),
            HasHiddenAddress = !string.IsNullOrWhiteSpace(person.Address),
        };

    /// <summary>Who they are, to be kept.</summary>
    public CaseIdentityRow Kept(CasePersonRow person) =>
        new()
        {
            PersonId = person.Id,
            CaseId = person.CaseId,
            Data = protector.Protect(
                JsonSerializer.Serialize(
                    new Identity(person.Name, person.Email, person.Phone, person.Address, person.Postcode)
                )
            ),
        };

    /// <summary>Somebody as they are, confidential or not; none where there is nobody, or the key is gone.</summary>
    public async Task<CasePersonRow?> FindAsync(RedressContext context, string personId, CancellationToken cancel)
    {
        var row = await context.CasePeople.AsNoTracking().SingleOrDefaultAsync(one => one.Id == personId, cancel);
        if (row is not { Confidential: true })
        {
            return row;
        }

        var kept = await context
            .CaseIdentities.AsNoTracking()
            .SingleOrDefaultAsync(one => one.PersonId == personId, cancel);
        return kept is null ? null : Open(row, kept);
    }

    /// <summary>The confidential people of a case as they are. Two queries.</summary>
    public async Task<IReadOnlyList<CasePersonRow>> OfCaseAsync(
        RedressContext context,
        string caseId,
        CancellationToken cancel
    )
    {
        var rows = await context
            .CasePeople.AsNoTracking()
            .Where(row => row.CaseId == caseId && row.Confidential)
            .ToListAsync(cancel);
        var kept = await context.CaseIdentities.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancel);
        return OfCase(rows, kept);
    }

    /// <summary>The confidential ones among these people, as they are.</summary>
    internal IReadOnlyList<CasePersonRow> OfCase(
        IEnumerable<CasePersonRow> people,
        IReadOnlyCollection<CaseIdentityRow> kept
    ) => [.. people.Join(kept, person => person.Id, row => row.PersonId, Open).OfType<CasePersonRow>()];

    /// <summary>
    /// Fetches the keys, which may write a new one. To be called before a transaction in which identities are read: on
    /// SQLite the key could not be written while it lasts.
    /// </summary>
    internal void FetchKeys() => protector.Protect("");

    private CasePersonRow? Open(CasePersonRow shown, CaseIdentityRow kept)
    {
        try
        {
            var identity = JsonSerializer.Deserialize<Identity>(protector.Unprotect(kept.Data))!;
            return new CasePersonRow
            {
                Id = shown.Id,
                CaseId = shown.CaseId,
                Role = shown.Role,
                Name = identity.Name,
                Email = identity.Email,
                Phone = identity.Phone,
                Address = identity.Address,
                Postcode = identity.Postcode,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Identity(string Name, string? Email, string? Phone, string? Address, string? Postcode);
}
