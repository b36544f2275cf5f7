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

    /// <summary>Of a complaint whose sender would not be known, no letter may leave a trace of when and where it went.</summary>
    public static Recipient Of(Case about, IReadOnlyList<CasePersonRow> people, DateOnly today) =>
        about.Anonymous ? Nobody : Of(about.ComplainantId, Allowed(about, people), ReaderIn(about, today));

    /// <summary>
    /// Whom the letters of a complainant go to: whoever reads them in their stead, with authority to act for them, or else
    /// themself.
    /// </summary>
    /// <param name="complainantId">Whoever complains; none where nobody is known.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="reader">The id of whoever reads the letters of the complainant of that id; none where nobody does.</param>
    public static Recipient Of(
        string? complainantId,
        IReadOnlyCollection<CasePersonRow> people,
        Func<string, string?> reader
    ) =>
        people.FirstOrDefault(person => person.Id == complainantId) is { } complainant
            ? Of(complainant, people.FirstOrDefault(person => person.Id == reader(complainant.Id)))
            : Nobody;

    /// <summary>Whom the copy goes to that is somebody's.</summary>
    /// <param name="person">Whose it is: of whoever complains, or of whoever acts for them and is written to themself.</param>
    /// <param name="kind">What the letter is: that somebody acts for them a resident is told themself.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="reader">The id of whoever reads the letters of the complainant of that id; none where nobody does.</param>
    public static Recipient OfCopy(
        string person,
        MessageKind kind,
        IReadOnlyCollection<CasePersonRow> people,
        Func<string, string?> reader
    ) => Of(person, people, kind == MessageKind.AuthorityNotice ? _ => null : reader);

    /// <inheritdoc cref="OfCopy(string, MessageKind, IReadOnlyCollection{CasePersonRow}, Func{string, string})"/>
    public static Recipient OfCopy(
        string person,
        MessageKind kind,
        Case about,
        IReadOnlyCollection<CasePersonRow> people,
        DateOnly today
    ) => OfCopy(person, kind, Allowed(about, people), ReaderIn(about, today));

    /// <summary>Everybody whom a letter written now goes to.</summary>
    public static IReadOnlyList<Recipient> AllOf(Case about, IReadOnlyList<CasePersonRow> people, DateOnly today) =>
        about.Complainants.Count > 1
            ? [.. about.Complainants.Select(person => Of(person, Allowed(about, people), ReaderIn(about, today)))]
            : [Of(about, people, today)];

    /// <summary>The person themself.</summary>
    public static Recipient Of(CasePersonRow person) => Of(person, person.Email);

    /// <summary>The people of a case without the addresses that must not be used.</summary>
    private static IReadOnlyCollection<CasePersonRow> Allowed(Case about, IReadOnlyCollection<CasePersonRow> people) =>
        about.Needs.Count == 0
            ? people
            :
            [
                .. people.Select(person =>
                    about.FindNeeds(person.Id) is { Never: var never } ? Without(person, never) : person
                ),
            ];

    private static CasePersonRow Without(CasePersonRow person, Never never) =>
        person with
        {
            Email = never.Email ? null : person.Email,
            HasHiddenEmail = !never.Email && person.HasHiddenEmail,
            Address = never.Post ? null : person.Address,
            HasHiddenAddress = !never.Post && person.HasHiddenAddress,
        };

    private static Func<string, string?> ReaderIn(Case about, DateOnly today) =>
        complainant => about.ReaderOf(complainant, today)?.Person;

    private static Recipient Of(CasePersonRow complainant, CasePersonRow? reader)
    {
        var to = Reachable(reader) ? reader! : complainant;
        var mailed = new[] { to, complainant }.FirstOrDefault(person =>
            person.HasHiddenEmail || !string.IsNullOrWhiteSpace(person.Email)
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
