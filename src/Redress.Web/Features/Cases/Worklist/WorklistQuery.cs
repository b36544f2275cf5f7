using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Worklist;

/// <summary>Whose cases.</summary>
public enum Whose
{
    Mine,
    All,
    Unassigned,
}

/// <summary>What the address of a worklist says, for page and API.</summary>
public sealed record WorklistQuery
{
    public Whose? Whose { get; set; }

    [Display(Name = "worklist.kind")]
    public CaseKind? Kind { get; set; }

    [Display(Name = "worklist.due_when")]
    public DueWhen? Due { get; set; }

    [Display(Name = "worklist.stage")]
    public int? Stage { get; set; }

    [Display(Name = "worklist.status")]
    public CaseStatus? Status { get; set; }

    /// <summary>Whether everybody's list is headed by its figures, as one's own always is.</summary>
    public bool Figures { get; set; }

    /// <summary>The place of the last row of the page before, as <see cref="Write(WorklistPlace)"/> has it.</summary>
    public string? After { get; set; }

    /// <summary>Who handles cases looks at their own first; everybody else at all.</summary>
    public Whose WhoseFor(CurrentPerson person) =>
        Whose ?? (person.May(Act.Respond) ? Worklist.Whose.Mine : Worklist.Whose.All);

    public WorklistFilter Filter(CurrentPerson person, Rules rules, DateOnly today) =>
        new(WhoseFor(person) == Worklist.Whose.Mine ? person.Id : null)
        {
            Unassigned = WhoseFor(person) == Worklist.Whose.Unassigned,
            Kind = Kind,
            Status = Status,
            Stage = Stage,
            Due = Due is { } when ? DueSpan.Of(when, rules.OfficeCalendar(today), today) : DueSpan.Any,
            After = Read(After),
        };

    /// <summary>The address that says it.</summary>
    public string Address(CurrentPerson person) => $"/cases{With(WhoseFor(person))}";

    /// <summary>What can be saved of it: all but the page.</summary>
    public string Filters(CurrentPerson person) => $"{(this with { After = null }).With(WhoseFor(person))}";

    /// <summary>What an address or a saved view asks for, and the names of what in it is none of the list's filters.</summary>
    public static (WorklistQuery Query, IReadOnlyList<string> Unknown) Parse(string? filters)
    {
        var query = new WorklistQuery();
        var unknown = new List<string>();
        foreach (var (name, values) in QueryHelpers.ParseQuery(filters))
        {
            var value = $"{values}";
            query = name.ToLowerInvariant() switch
            {
                _ when value.Length == 0 => query,
                "whose" when Is<Whose>(value, out var whose) => query with { Whose = whose },
                "kind" when Is<CaseKind>(value, out var kind) => query with { Kind = kind },
                "due" when Is<DueWhen>(value, out var due) => query with { Due = due },
                "status" when Is<CaseStatus>(value, out var status) => query with { Status = status },
                "stage" when int.TryParse(value, CultureInfo.InvariantCulture, out var stage) => query with
                {
                    Stage = stage,
                },
                "figures" when bool.TryParse(value, out var figures) => query with { Figures = figures },
                "after" => query with { After = value },
                _ => Unknown(),
            };

            WorklistQuery Unknown()
            {
                unknown.Add(name);
                return query;
            }
        }

        return (query, unknown);
    }

    private static bool Is<T>(string value, out T choice)
        where T : struct, Enum => Enum.TryParse(value, ignoreCase: true, out choice) && Enum.IsDefined(choice);

    private QueryString With(Whose whose) =>
        QueryString.Create(
            new Dictionary<string, string?>
            {
                ["whose"] = whose.ToString(),
                ["kind"] = Kind?.ToString(),
                ["due"] = Due?.ToString(),
                ["stage"] = Stage?.ToString(CultureInfo.InvariantCulture),
                ["status"] = Status?.ToString(),
                ["figures"] = Figures ? "true" : null,
                ["after"] = After,
            }.Where(part => part.Value is not null)
        );

    public static string Write(WorklistPlace place) => $"{place.DueOrder:yyyyMMdd}-{place.Id}";

    /// <summary>A place that is none begins at the beginning.</summary>
    internal static WorklistPlace? Read(string? place) =>
        place?.Split('-', 2) is [var due, { Length: > 0 } id]
        && !id.Contains('\0', StringComparison.Ordinal)
        && DateOnly.TryParseExact(due, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new WorklistPlace(day, id)
            : null;
}
