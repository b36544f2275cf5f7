using System.Text;
using System.Text.Json;

namespace Redress.Web.Demo;

/// <summary>What people of an invented landlord say and write. Names of people, streets and firms are invented too.</summary>
internal sealed record Texts(
    IReadOnlyList<ComplaintText> Complaints,
    IReadOnlyList<EnquiryText> Enquiries,
    IReadOnlyList<ComplimentText> Compliments,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Extensions,
    IReadOnlyList<string?> Escalations,
    IReadOnlyList<string> Withdrawals,
    IReadOnlyList<string> NotUpheld,
    IReadOnlyList<string> Roads,
    IReadOnlyList<string> Contractors,
    IReadOnlyList<string> Rooms,
    IReadOnlyList<string> FirstNames,
    IReadOnlyList<string> Surnames
)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
    };

    public static Texts All { get; } = Read();

    private static Texts Read()
    {
        using var file = typeof(Texts).Assembly.GetManifestResourceStream("demo/texts.json")!;
        return JsonSerializer.Deserialize<Texts>(file, Format)!;
    }
}

/// <summary>One matter: as the resident tells it, as the landlord understands it, and what came of it.</summary>
internal sealed record ComplaintText(
    string Service,
    string Category,
    string Summary,
    string Definition,
    string Outcome,
    IReadOnlyList<string> Points,
    string Reason,
    string Remedy,
    string Promise
);

internal sealed record EnquiryText(string Service, string Category, string Summary, string Reply);

internal sealed record ComplimentText(string Service, string Category, string Summary, string To);

/// <summary>Fills the gaps of a story's texts, the same way throughout the story.</summary>
internal sealed class Gaps(Chance chance, string road)
{
    private readonly Dictionary<string, string> gaps = new(StringComparer.Ordinal)
    {
        ["{road}"] = road,
        ["{room}"] = chance.One(Texts.All.Rooms),
        ["{contractor}"] = chance.One(Texts.All.Contractors),
        ["{days}"] = $"{chance.Between(2, 9)}",
        ["{weeks}"] = $"{chance.Between(2, 11)}",
        ["{money}"] = $"{chance.Between(2, 30) * 10}",
        ["{month}"] = chance.One(["January", "March", "May", "June", "September", "October"]),
    };

    public string Fill(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder(text);
        foreach (var (gap, value) in gaps)
        {
            filled.Replace(gap, value);
        }

        return filled.ToString();
    }
}
