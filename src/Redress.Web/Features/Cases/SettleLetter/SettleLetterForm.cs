using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.SettleLetter;

/// <summary>What can be done about a letter that has not left.</summary>
public enum LetterFate
{
    /// <summary>It was posted.</summary>
    Posted,

    /// <summary>It is to be printed and posted.</summary>
    Post,

    /// <summary>It is to be mailed, or mailed again.</summary>
    Email,

    /// <summary>It does not go.</summary>
    Cancel,
}

/// <summary>What the page asks about a letter that has not left.</summary>
public class SettleLetterForm
{
    [Display(Name = "settle_letter.fate")]
    [Required(ErrorMessage = "settle_letter.fate.missing")]
    public LetterFate? Fate { get; set; }

    /// <summary>Where it was posted; today if left out.</summary>
    [Display(Name = "settle_letter.posted_on")]
    public DateOnly? PostedOn { get; set; }

    /// <summary>Where it is cancelled.</summary>
    [Display(Name = "settle_letter.reason")]
    [Words]
    public string? Reason { get; set; }

    public Decision<CannotSend> Decide(Case about, int letter, Rules rules, DateOnly today) =>
        Fate switch
        {
            LetterFate.Posted => Sending.Posted(about, letter, rules, PostedOn ?? today, today),
            LetterFate.Post => Sending.Reroute(about, letter, Channel.Letter, rules, today),
            LetterFate.Email => Sending.Reroute(about, letter, Channel.Email, rules, today),
            _ => Sending.Cancel(about, letter, Reason, today),
        };

    /// <summary>The field a refusal is about; none where it is about the letter.</summary>
    public static string FieldOf(CannotSend refusal) =>
        refusal switch
        {
            CannotSend.NoReason => nameof(Reason),
            CannotSend.SentInTheFuture or CannotSend.SentBeforeItWasWritten => nameof(PostedOn),
            _ => "",
        };
}

/// <summary>The same for the API, which names the letter here and not in its address.</summary>
public sealed class SettleLetterBody : SettleLetterForm
{
    /// <summary>The sequence in the case's history with which it was written.</summary>
    [Required(ErrorMessage = "settle_letter.letter.missing")]
    public int? Letter { get; set; }
}
