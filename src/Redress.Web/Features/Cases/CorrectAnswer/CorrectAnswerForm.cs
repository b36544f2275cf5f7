using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.CorrectAnswer;

/// <summary>What page and API ask about a letter that corrects an answer, and was sent or is to leave from here.</summary>
public sealed class CorrectAnswerForm : ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "correct_answer.reason")]
    [Words]
    public string? Reason { get; set; }

    [Display(Name = "correct_answer.sent_on")]
    [WhereSent(ErrorMessage = "respond.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "correct_answer.channel")]
    [WhereSent(ErrorMessage = "respond.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "correct_answer.letter")]
    [Words]
    public string? Letter { get; set; }

    public AnswerCorrectionRequest Request() => new(this.DaySent(), this.By(), Reason, Letter);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotCorrectAnswer refusal) =>
        refusal switch
        {
            CannotCorrectAnswer.NoReason => nameof(Reason),
            CannotCorrectAnswer.NoLetter => nameof(Letter),
            CannotCorrectAnswer.NotInWriting => nameof(Channel),
            CannotCorrectAnswer.SentInTheFuture or CannotCorrectAnswer.SentBeforeTheAnswer => nameof(SentOn),
            _ => "",
        };
}
