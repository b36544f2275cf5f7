using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Refuse;

/// <summary>What the lead says to a refusal that was proposed.</summary>
public enum RefusalAnswer
{
    Agree,
    Reject,
}

/// <summary>What the page asks the lead.</summary>
public sealed class DecideRefusalForm : ILetterForm
{
    [Display(Name = "decide_refusal.answer")]
    [Required(ErrorMessage = "decide_refusal.answer.missing")]
    public RefusalAnswer? Answer { get; set; }

    /// <summary>The letter is asked about only where it was sent.</summary>
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "refuse.sent_on")]
    [WhereSent(ErrorMessage = "refuse.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "refuse.channel")]
    [WhereSent(ErrorMessage = "refuse.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "decide_refusal.reason")]
    [Words]
    public string? Reason { get; set; }

    public RefusalLetter Sent() => new(this.DaySent(), this.By());

    public static string FieldOf(CannotAgreeToRefusal refusal) =>
        refusal switch
        {
            CannotAgreeToRefusal.ProposedByThemselves
            or CannotAgreeToRefusal.BelowTheGrade
            or CannotAgreeToRefusal.GroundNoLongerHolds => nameof(Answer),
            CannotAgreeToRefusal.NotInWriting => nameof(Channel),
            CannotAgreeToRefusal.SentInTheFuture or CannotAgreeToRefusal.SentBeforeItWasProposed => nameof(SentOn),
            _ => "",
        };

    public static string FieldOf(CannotRejectRefusal refusal) =>
        refusal == CannotRejectRefusal.NoReason ? nameof(Reason) : "";
}

/// <summary>What the API asks of the lead who agrees.</summary>
public sealed class AgreeToRefusalForm : ILetterForm
{
    public Leaves? Leaves { get; set; }

    [WhereSent(ErrorMessage = "refuse.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [WhereSent(ErrorMessage = "refuse.channel.missing")]
    public Channel? Channel { get; set; }

    public RefusalLetter Sent() => new(this.DaySent(), this.By());

    public static string FieldOf(CannotAgreeToRefusal refusal) =>
        DecideRefusalForm.FieldOf(refusal) is var field and not nameof(DecideRefusalForm.Answer) ? field : "";
}

/// <summary>What the API asks of whoever turns a refusal down.</summary>
public sealed class RejectRefusalForm
{
    [Words]
    public string? Reason { get; set; }
}
