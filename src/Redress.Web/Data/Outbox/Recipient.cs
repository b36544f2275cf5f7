using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Whom the letters of a case go to: whoever acts for the complainant, or else the complainant.</summary>
/// <param name="PersonId">Who it is.</param>
/// <param name="Name">Their name, or what stands for it where they are confidential.</param>
/// <param name="Email">None where they are confidential; see <see cref="CanBeMailed"/>.</param>
/// <param name="Address">None where they are confidential; see <see cref="CanBePosted"/>.</param>
/// <param name="Postcode">None where they are confidential.</param>
public sealed record Recipient(string? PersonId, string? Name, string? Email, string? Address, string? Postcode)
{
    /// <summary>Nobody is known, as where a complaint is anonymous.</summary>
    public static readonly Recipient Nobody = new(null, null, null, null, null);

    /// <summary>
    /// Whose email address it is: whoever acts for a complainant may have none of their own. It is theirs to be hidden.
    /// </summary>
    public string? MailedTo { get; private init; } = PersonId;

    /// <summary>Whether who it is, is known only to those who may open their identity.</summary>
    public bool Confidential { get; private init; }

    /// <summary>Whether there is an address that a letter could be mailed to.</summary>
    public bool CanBeMailed { get; private init; }

    /// <summary>Whether there is an address that a letter could be posted to.</summary>
    public bool CanBePosted { get; private init; }

    /// <summary>How a letter addresses them; none where nothing is known to call them by.</summary>
    public string? Greeting => Confidential ? null : Name;

    /// <summary>Whom the letters of a case go to, where it has letters: somebody is known.</summary>
    public static Recipient Of(string? complainantId, IEnumerable<CasePersonRow> people) =>
        Of(people.FirstOrDefault(person => person.Id == complainantId), people);

    /// <summary>Of a complaint whose sender would not be known, no letter may leave a trace of when and where it went.</summary>
    public static Recipient Of(Case about, IReadOnlyList<CasePersonRow> people) =>
        about.Anonymous ? Nobody : Of(about.ComplainantId, people);

    /// <summary>
    /// Whom the copy of one of several complainants goes to: themself, or, of the one who leads, whoever the case's
    /// letters go to.
    /// </summary>
    public static Recipient OfCopy(string person, string? lead, IEnumerable<CasePersonRow> people) =>
        person == lead ? Of(lead, people)
        : people.FirstOrDefault(one => one.Id == person) is { } row ? Of(row)
        : Nobody;

    /// <summary>Everybody whom a letter written now goes to.</summary>
    public static IReadOnlyList<Recipient> AllOf(Case about, IReadOnlyList<CasePersonRow> people) =>
        about.Complainants.Count > 1
            ? [.. about.Complainants.Select(person => OfCopy(person, about.ComplainantId, people))]
            : [Of(about, people)];

    /// <summary>The person themself.</summary>
    public static Recipient Of(CasePersonRow person) => Of(person, person.Email);

    private static Recipient Of(CasePersonRow? complainant, IEnumerable<CasePersonRow> people)
    {
        var representative = people.FirstOrDefault(person => person.Role == PersonRole.Representative);
        if ((Reachable(representative) ? representative : complainant) is not { } to)
        {
            return Nobody;
        }

        var mailed = new[] { to, complainant }.FirstOrDefault(person =>
            person is not null && (person.HasHiddenEmail || !string.IsNullOrWhiteSpace(person.Email))
        );
        return Of(to, mailed?.Email) with { MailedTo = mailed?.Id ?? to.Id, CanBeMailed = mailed is not null };
    }

    private static Recipient Of(CasePersonRow to, string? email) =>
        new(to.Id, to.Name.Length == 0 ? null : to.Name, email?.Trim(), to.Address, to.Postcode)
        {
            Confidential = to.Confidential,
            CanBeMailed = to.HasHiddenEmail || !string.IsNullOrWhiteSpace(email),
            CanBePosted = to.HasHiddenAddress || !string.IsNullOrWhiteSpace(to.Address),
        };

    private static bool Reachable(CasePersonRow? person) =>
        !string.IsNullOrWhiteSpace(person?.Email) || !string.IsNullOrWhiteSpace(person?.Address);
}
