using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Asks;

/// <summary>What becomes of something that was asked.</summary>
public enum AskFate
{
    Answered,
    GivenUp,
}

/// <summary>What page and API ask about something that was asked and is waited for no longer.</summary>
public sealed class SettleAskForm
{
    [Display(Name = "settle_ask.ask")]
    [Required(ErrorMessage = "settle_ask.ask.missing")]
    public int? Ask { get; set; }

    [Display(Name = "settle_ask.fate")]
    [Required(ErrorMessage = "settle_ask.fate.missing")]
    public AskFate? Fate { get; set; }

    [Display(Name = "settle_ask.said")]
    [Words]
    public string? Said { get; set; }

    public Decision<CannotSettleAsk> Decide(Case asked, DateOnly today) =>
        Fate == AskFate.Answered
            ? Asking.Answer(asked, Ask!.Value, Said, today)
            : Asking.GiveUp(asked, Ask!.Value, Said, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotSettleAsk refusal) =>
        refusal switch
        {
            CannotSettleAsk.NoSuchAsk => nameof(Ask),
            CannotSettleAsk.NothingSaid => nameof(Said),
            _ => "",
        };
}
