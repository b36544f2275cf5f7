using System.ComponentModel.DataAnnotations;
using System.Globalization;
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
    public string Address(CurrentPerson person) =>
        "/cases"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["whose"] = WhoseFor(person).ToString(),
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
    private static WorklistPlace? Read(string? place) =>
        place?.Split('-', 2) is [var due, { Length: > 0 } id]
        && !id.Contains('\0', StringComparison.Ordinal)
        && DateOnly.TryParseExact(due, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new WorklistPlace(day, id)
            : null;
}
