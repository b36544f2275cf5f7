using Redress.Core.Cases;
using Redress.Core.Staff;
using Redress.Web.Data;

namespace Redress.Web.Demo;

/// <summary>Who handles the cases of a landlord, by id.</summary>
/// <param name="Handlers">Investigate and answer stage 1.</param>
/// <param name="Reviewers">Answer stage 2; none of them handles stage 1.</param>
/// <param name="FrontLine">Take calls.</param>
internal sealed record Cast(
    IReadOnlyList<string> Handlers,
    IReadOnlyList<string> Reviewers,
    IReadOnlyList<string> FrontLine
)
{
    /// <summary>Whoever answers stage 2 has whatever grade a procedure may ask for.</summary>
    public Organisation Organisation { get; } =
        new([.. Reviewers.Select(who => new Post(who, "reviews", DateOnly.MinValue, Grade: Grade.Director))], [], []);

    /// <summary>Ids for stories that no account goes with.</summary>
    public static Cast Numbered { get; } =
        new(
            [.. Enumerable.Range(1, 24).Select(number => $"officer-{number:00}")],
            [.. Enumerable.Range(1, 6).Select(number => $"reviewer-{number:00}")],
            [.. Enumerable.Range(1, 12).Select(number => $"caller-{number:00}")]
        );
}

/// <summary>An invented resident. Telephone numbers and email addresses are of the ranges kept for fiction.</summary>
internal sealed record Resident(string Id, string Name, string Road, int Number, string Phone)
{
    public static Resident Of(Chance chance, string? name = null) =>
        new(
            chance.Id(),
            name ?? $"{chance.One(Texts.All.FirstNames)} {chance.One(Texts.All.Surnames)}",
            chance.One(Texts.All.Roads),
            chance.Between(1, 96),
            $"07700 900{chance.Below(1000):000}"
        );

    public CasePersonRow In(Case of, PersonRole role = PersonRole.Complainant) =>
        new()
        {
            Id = Id,
            CaseId = of.Id,
            Role = role,
            Name = Name,
            Email = $"{Name.ToLowerInvariant().Replace(' ', '.').Replace("'", "")}@example.org",
            Phone = Phone,
            Address = $"{Number} {Road}, Fernhill",
            // No real postcode begins with FV.
            Postcode = $"FV{1 + (Road.Length % 6)} {Number % 9}AB",
        };
}
