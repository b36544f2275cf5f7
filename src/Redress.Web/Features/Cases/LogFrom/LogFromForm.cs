using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.LogFrom;

/// <summary>What page and API ask to log a complaint out of another case.</summary>
public sealed class LogFromForm
{
    [Display(Name = "log_from.summary")]
    [Words]
    public string? Summary { get; set; }

    [Display(Name = "log_from.received_on")]
    [Required(ErrorMessage = "log.received_on.missing")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "log.channel")]
    [Required(ErrorMessage = "log.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "log.service")]
    [Line]
    public string? Service { get; set; }

    [Display(Name = "log.category")]
    [Line]
    public string? Category { get; set; }

    [Display(Name = "log.handler")]
    [Colleague]
    [AtWork]
    public string? Handler { get; set; }

    /// <summary>The resident, their home and their tenure are those of the case it comes from.</summary>
    public LoggingRequest Request(string reference, Case from, string? complainantId) =>
        new(CaseKind.Complaint, reference, ReceivedOn!.Value, Channel!.Value, Summary, Handler)
        {
            ComplainantId = complainantId,
            Service = Service,
            Category = Category,
            Tenure = from.Tenure,
        };

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotLog refusal) =>
        refusal switch
        {
            CannotLog.NoSummary => nameof(Summary),
            CannotLog.NoHandler => nameof(Handler),
            _ => nameof(ReceivedOn),
        };
}
