using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Asks;

/// <summary>What page and API ask about something that is asked of a colleague or a service.</summary>
public sealed class AskForm
{
    [Display(Name = "ask.of")]
    [Colleague]
    public string? Of { get; set; }

    [Display(Name = "ask.service")]
    [Line]
    public string? Service { get; set; }

    [Display(Name = "ask.what")]
    [Words]
    public string? What { get; set; }

    [Display(Name = "ask.answer_by")]
    [Required(ErrorMessage = "ask.answer_by.missing")]
    public DateOnly? AnswerBy { get; set; }

    public AskRequest Request() => new(What, AnswerBy!.Value, Of, Service);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAsk refusal) =>
        refusal switch
        {
            CannotAsk.NobodyAsked or CannotAsk.SubjectOfTheComplaint or CannotAsk.NotAReader => nameof(Of),
            CannotAsk.TwoAsked => nameof(Service),
            CannotAsk.NothingAsked => nameof(What),
            CannotAsk.WantedInThePast => nameof(AnswerBy),
            _ => "",
        };
}
