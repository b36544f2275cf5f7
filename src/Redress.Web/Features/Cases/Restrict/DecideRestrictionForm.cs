using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>What a second person says to a restriction that was proposed.</summary>
public enum RestrictionAnswer
{
    Agree,
    Reject,
}

/// <summary>What the page asks of them.</summary>
public sealed class DecideRestrictionForm : ILetterForm
{
    [Display(Name = "decide_restriction.answer")]
    [Required(ErrorMessage = "decide_restriction.answer.missing")]
    public RestrictionAnswer? Answer { get; set; }

    [Display(Name = "decide_restriction.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "letter.sent_on")]
    [WhereSent(ErrorMessage = "decide_restriction.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "letter.channel")]
    [WhereSent(ErrorMessage = "decide_restriction.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "decide_restriction.reason")]
    [Words]
    public string? Reason { get; set; }

    public static string FieldOf(CannotAgreeToRestriction refusal) =>
        refusal switch
        {
            CannotAgreeToRestriction.NothingProposed or CannotAgreeToRestriction.LetterIsWaiting => "",
            CannotAgreeToRestriction.NoLetter => nameof(Letter),
            CannotAgreeToRestriction.NotInWriting => nameof(Channel),
            CannotAgreeToRestriction.SentInTheFuture or CannotAgreeToRestriction.SentBeforeItWasProposed => nameof(
                SentOn
            ),
            _ => nameof(Answer),
        };

    public static string FieldOf(CannotRejectRestriction refusal) =>
        refusal == CannotRejectRestriction.NoReason ? nameof(Reason) : "";
}

/// <summary>What the API asks of whoever agrees.</summary>
public sealed class AgreeToRestrictionForm : ILetterForm
{
    [Words]
    public string? Letter { get; set; }

    public Leaves? Leaves { get; set; }

    [WhereSent(ErrorMessage = "decide_restriction.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [WhereSent(ErrorMessage = "decide_restriction.channel.missing")]
    public Channel? Channel { get; set; }

    public static string FieldOf(CannotAgreeToRestriction refusal) =>
        DecideRestrictionForm.FieldOf(refusal) is var field and not nameof(DecideRestrictionForm.Answer) ? field : "";
}

/// <summary>What the API asks of whoever turns it down.</summary>
public sealed class RejectRestrictionForm
{
    [Words]
    public string? Reason { get; set; }
}
