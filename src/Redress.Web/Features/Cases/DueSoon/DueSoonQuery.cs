using System.Globalization;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DueSoon;

/// <summary>What the address of the list says, for page and API.</summary>
public sealed record DueSoonQuery
{
    public Whose? Whose { get; set; }

    /// <summary>Letters that somebody has begun, instead of those that nobody has.</summary>
    public bool Begun { get; set; }

    /// <summary>The place of the last row of the page before, as <see cref="Write"/> has it.</summary>
    public string? After { get; set; }

    /// <summary>Who handles cases looks at their own first; everybody else at all.</summary>
    public Whose WhoseFor(CurrentPerson person) => new WorklistQuery { Whose = Whose }.WhoseFor(person);

    public DueSoonFilter Filter(CurrentPerson person) =>
        new(WhoseFor(person) == Worklist.Whose.Mine ? person.Id : null)
        {
            Unassigned = WhoseFor(person) == Worklist.Whose.Unassigned,
            Begun = Begun,
            After = Read(After),
        };

    /// <summary>The address that says it.</summary>
    public string Address(CurrentPerson person) =>
        CaseLinks.DueSoon
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["whose"] = WhoseFor(person).ToString(),
                ["begun"] = Begun ? "true" : null,
                ["after"] = After,
            }.Where(part => part.Value is not null)
        );

    public static string Write(DueSoonPlace place) => $"{place.Due:yyyyMMdd}-{(place.IsAnswer ? 1 : 0)}-{place.CaseId}";

    /// <summary>A place that is none begins at the beginning.</summary>
    private static DueSoonPlace? Read(string? place) =>
        place?.Split('-', 3) is [var due, ("0" or "1") and var answer, { Length: > 0 } id]
        && !id.Contains('\0', StringComparison.Ordinal)
        && DateOnly.TryParseExact(due, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DueSoonPlace(day, id, answer == "1")
            : null;
}
