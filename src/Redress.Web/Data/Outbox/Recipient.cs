using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Whom the letters of a case go to: whoever acts for the complainant, or else the complainant.</summary>
public sealed record Recipient(string? Name, string? Email, string? Address, string? Postcode)
{
    /// <summary>Nobody is known, as where a complaint is anonymous.</summary>
    public static readonly Recipient Nobody = new(null, null, null, null);

    /// <summary>Whether there is an address that a letter could be posted to.</summary>
    public bool CanBePosted => !string.IsNullOrWhiteSpace(Address);

    /// <summary>Whom the letters of a case go to, where it has letters: somebody is known.</summary>
    public static Recipient Of(string? complainantId, IEnumerable<CasePersonRow> people) =>
        Of(people.FirstOrDefault(person => person.Id == complainantId), people);

    /// <summary>Of a complaint whose sender would not be known, no letter may leave a trace of when and where it went.</summary>
    public static Recipient Of(Case about, IReadOnlyList<CasePersonRow> people) =>
        about.Anonymous ? Nobody : Of(about.ComplainantId, people);

    private static Recipient Of(CasePersonRow? complainant, IEnumerable<CasePersonRow> people)
    {
        var representative = people.FirstOrDefault(person => person.Role == PersonRole.Representative);
        return (Reachable(representative) ? representative : complainant) is { } to
            ? new Recipient(
                to.Name.Length == 0 ? null : to.Name,
                new[] { to.Email, complainant?.Email }
                    .FirstOrDefault(email => !string.IsNullOrWhiteSpace(email))
                    ?.Trim(),
                to.Address,
                to.Postcode
            )
            : Nobody;
    }

    private static bool Reachable(CasePersonRow? person) =>
        !string.IsNullOrWhiteSpace(person?.Email) || !string.IsNullOrWhiteSpace(person?.Address);
}
