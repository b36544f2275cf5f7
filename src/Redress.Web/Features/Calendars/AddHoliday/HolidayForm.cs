using System.ComponentModel.DataAnnotations;
using Redress.Core.Calendar;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Calendars.AddHoliday;

/// <summary>What page and API ask about a bank holiday announced late.</summary>
public sealed class HolidayForm
{
    [Display(Name = "holiday.on")]
    [Required(ErrorMessage = "holiday.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "holiday.name")]
    [Line]
    public string? Name { get; set; }

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotAddHoliday refusal) =>
        refusal == CannotAddHoliday.NoName ? nameof(Name) : nameof(On);
}
