using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Staff;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Staff.MarkAway;

/// <summary>What page and API ask to mark somebody as away.</summary>
public sealed class AwayForm
{
    [Display(Name = "away.from")]
    [Required(ErrorMessage = "away.from.missing")]
    public DateOnly? From { get; set; }

    /// <summary>Left out where nobody knows yet.</summary>
    [Display(Name = "away.until.field")]
    public DateOnly? Until { get; set; }

    /// <summary>Only on these days of the week, as in <c>monday</c>; left out for every day.</summary>
    [Display(Name = "away.weekdays")]
    [WeekdayNames]
    public string[]? Weekdays { get; set; }

    [Display(Name = "away.cover.field")]
    [Colleague]
    public string? Cover { get; set; }

    public TimeAway Time() =>
        new(
            From!.Value,
            Until,
            [.. (Weekdays ?? []).Distinct(StringComparer.Ordinal).Select(DayOf).OfType<DayOfWeek>()],
            string.IsNullOrWhiteSpace(Cover) ? null : Cover
        );

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotMarkAway refusal) =>
        refusal switch
        {
            CannotMarkAway.NoSuchDay => nameof(Weekdays),
            CannotMarkAway.CoversThemselves => nameof(Cover),
            _ => nameof(Until),
        };

    private static DayOfWeek? DayOf(string name) => WireName.TryParse<DayOfWeek>(name, out var day) ? day : null;

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class WeekdayNamesAttribute : ValidationAttribute
    {
        public override bool RequiresValidationContext => true;

        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
            value is not string[] names || names.All(name => DayOf(name) is not null)
                ? ValidationResult.Success
                : new ValidationResult(
                    validationContext.GetRequiredService<IStringLocalizer<Text>>()["away.weekdays.wrong"],
                    [validationContext.MemberName!]
                );
    }
}
