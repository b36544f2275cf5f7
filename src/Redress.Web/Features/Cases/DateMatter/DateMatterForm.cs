using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.DateMatter;

/// <summary>What page and API ask about the age of a matter.</summary>
public sealed class DateMatterForm
{
    [Display(Name = "date_matter.matter_on")]
    [Required(ErrorMessage = "date_matter.matter_on.missing")]
    public DateOnly? MatterOn { get; set; }

    [Display(Name = "date_matter.contact_on")]
    public DateOnly? ContactOn { get; set; }

    [Display(Name = "date_matter.discretion")]
    [Words]
    public string? Discretion { get; set; }

    public MatterAgeRequest Request() => new(MatterOn!.Value, ContactOn, Discretion);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotDateMatter refusal) =>
        refusal switch
        {
            CannotDateMatter.MatterAfterReceipt => nameof(MatterOn),
            CannotDateMatter.ContactBeforeMatter or CannotDateMatter.ContactAfterReceipt => nameof(ContactOn),
            CannotDateMatter.NotBarred => nameof(Discretion),
            _ => "",
        };
}
