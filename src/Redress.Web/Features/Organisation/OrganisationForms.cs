using System.ComponentModel.DataAnnotations;
using Redress.Core.Staff;
using Redress.Web.Features.Cases.Subjects;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Organisation;

/// <summary>Names given one on a line, each once.</summary>
internal static class Lines
{
    public static IReadOnlyList<string> Of(string? text) =>
        [
            .. (text ?? "")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}

/// <summary>What page and API ask to add a unit, or to say anew what it delivers.</summary>
public sealed class UnitForm
{
    /// <summary>Which unit is changed, by id; none where one is added.</summary>
    public string? Unit { get; set; }

    [Display(Name = "organisation.unit.name")]
    [Required(ErrorMessage = "organisation.unit.name.missing")]
    [Line]
    public string? Name { get; set; }

    /// <summary>As cases are sorted, each on a line; empty where the unit serves the others.</summary>
    [Display(Name = "organisation.services")]
    [Words(2_000)]
    public string? Services { get; set; }

    public IReadOnlyList<string> ServiceNames() => Lines.Of(Services);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotSayUnit refusal) =>
        refusal == CannotSayUnit.NameTaken ? nameof(Name) : nameof(Unit);
}

/// <summary>What page and API ask to place a team in a unit.</summary>
public sealed class TeamForm
{
    [Display(Name = "organisation.team.name")]
    [Required(ErrorMessage = "organisation.team.name.missing")]
    [Line]
    public string? Name { get; set; }

    [Display(Name = "organisation.unit")]
    [Required(ErrorMessage = "organisation.unit.missing")]
    public string? Unit { get; set; }

    [Display(Name = "organisation.from")]
    [Required(ErrorMessage = "organisation.from.missing")]
    public DateOnly? From { get; set; }

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotPlaceTeam _) => nameof(Unit);
}

/// <summary>What page and API ask to say which complaints a team is given first.</summary>
public sealed class FirstForm
{
    [Display(Name = "organisation.team")]
    [Required(ErrorMessage = "organisation.team.missing")]
    [Line]
    public string? Team { get; set; }

    /// <summary>As cases are sorted, each on a line; empty where it is given none first.</summary>
    [Display(Name = "organisation.first.services")]
    [Words(2_000)]
    public string? Services { get; set; }

    [Display(Name = "organisation.from")]
    [Required(ErrorMessage = "organisation.from.missing")]
    public DateOnly? From { get; set; }

    public IReadOnlyList<string> ServiceNames() => Lines.Of(Services);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotPlaceTeam refusal) =>
        refusal == CannotPlaceTeam.ThereAlready ? nameof(Services) : nameof(Team);
}

/// <summary>What page and API ask to say how much a grade settles alone.</summary>
public sealed class LimitForm
{
    [Display(Name = "organisation.limit.grade")]
    [Required(ErrorMessage = "organisation.limit.grade.missing")]
    public Grade? Grade { get; set; }

    /// <summary>In whole pounds, included.</summary>
    [Display(Name = "organisation.limit.pounds")]
    [Required(ErrorMessage = "organisation.limit.pounds.missing")]
    [Range(0, 1_000_000, ErrorMessage = "organisation.limit.pounds.wrong")]
    public int? Pounds { get; set; }

    [Display(Name = "organisation.from")]
    [Required(ErrorMessage = "organisation.from.missing")]
    public DateOnly? From { get; set; }

    public SettlementLimit Limit() => new(Grade!.Value, Pounds!.Value, From!.Value);
}

/// <summary>What page and API ask to give somebody a post.</summary>
public sealed class PostForm
{
    [Display(Name = "organisation.team")]
    [Required(ErrorMessage = "organisation.team.missing")]
    [Line]
    public string? Team { get; set; }

    [Display(Name = "organisation.grade")]
    public Grade? Grade { get; set; }

    [Display(Name = "organisation.manager")]
    [KnownStaff]
    public string? Manager { get; set; }

    [Display(Name = "organisation.from")]
    [Required(ErrorMessage = "organisation.from.missing")]
    public DateOnly? From { get; set; }

    public Post Post(string person) =>
        new(person, Team!, From!.Value, null, Grade, string.IsNullOrWhiteSpace(Manager) ? null : Manager);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotGivePost refusal) =>
        refusal == CannotGivePost.ManagesThemselves ? nameof(Manager) : nameof(Team);
}
