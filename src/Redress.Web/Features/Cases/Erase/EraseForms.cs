using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Erase;

/// <summary>What page and API ask of whoever proposes to erase a case.</summary>
public sealed class ProposeErasureForm
{
    [Display(Name = "erase.ground")]
    public ErasureGround? Ground { get; set; }

    public static string FieldOf(CannotErase refusal) =>
        refusal is CannotErase.NoGround or CannotErase.StillKept ? nameof(Ground) : "";
}

/// <summary>What a second person says to it.</summary>
public enum ErasureAnswer
{
    Agree,
    Reject,
}

/// <summary>What the page asks of them.</summary>
public sealed class DecideErasureForm
{
    [Display(Name = "decide_erasure.answer")]
    [Required(ErrorMessage = "decide_erasure.answer.missing")]
    public ErasureAnswer? Answer { get; set; }

    [Display(Name = "decide_erasure.reason")]
    [Words]
    public string? Reason { get; set; }

    public static string FieldOf(CannotErase _) => nameof(Answer);

    public static string FieldOf(CannotRejectErasure refusal) =>
        refusal == CannotRejectErasure.NoReason ? nameof(Reason) : "";
}

/// <summary>What the API asks of whoever agrees: nothing.</summary>
public sealed class AgreeToErasureForm;

/// <summary>What the API asks of whoever turns it down.</summary>
public sealed class RejectErasureForm
{
    [Words]
    public string? Reason { get; set; }
}

/// <summary>What page and API ask of whoever holds a case.</summary>
public sealed class PlaceHoldForm
{
    [Display(Name = "hold.ground")]
    public HoldGround? Ground { get; set; }

    [Display(Name = "hold.reason")]
    [Words]
    public string? Reason { get; set; }

    public static string FieldOf(CannotPlaceHold refusal) =>
        refusal switch
        {
            CannotPlaceHold.NoGround => nameof(Ground),
            CannotPlaceHold.NoReason => nameof(Reason),
            _ => "",
        };
}

/// <summary>What page and API ask of whoever lifts a hold.</summary>
public sealed class LiftHoldForm
{
    /// <summary>The number in history of the hold; needed where there are several.</summary>
    [Display(Name = "lift_hold.hold")]
    public int? Hold { get; set; }

    [Display(Name = "lift_hold.reason")]
    [Words]
    public string? Reason { get; set; }

    public static string FieldOf(CannotLiftHold refusal) =>
        refusal switch
        {
            CannotLiftHold.NoneChosen => nameof(Hold),
            CannotLiftHold.NoReason => nameof(Reason),
            _ => "",
        };
}
