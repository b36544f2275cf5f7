using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.RecordArrival;

/// <summary>What page and API ask about the day an answer arrived.</summary>
public sealed class ArrivalForm
{
    [Display(Name = "arrival.on")]
    [Required(ErrorMessage = "arrival.on.missing")]
    public DateOnly? On { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotRecordArrival refusal) =>
        refusal == CannotRecordArrival.NotAnswered ? "" : nameof(On);
}
