using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Log;

/// <summary>What page and API ask to enter a case.</summary>
public sealed class LogForm
{
    [Display(Name = "log.kind")]
    public CaseKind Kind { get; set; }

    [Display(Name = "log.received_on")]
    [Required(ErrorMessage = "log.received_on.missing")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "log.received_at")]
    public TimeOnly? ReceivedAt { get; set; }

    [Display(Name = "log.channel")]
    [Required(ErrorMessage = "log.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "log.anonymous")]
    public bool Anonymous { get; set; }

    [Display(Name = "log.confidential")]
    public bool Confidential { get; set; }

    [Display(Name = "log.name")]
    [Line]
    public string? Name { get; set; }

    [Display(Name = "log.phone")]
    [Line]
    public string? Phone { get; set; }

    [Display(Name = "log.email")]
    [Line]
    [MailAddressed]
    public string? Email { get; set; }

    [Display(Name = "log.address")]
    [Line]
    public string? Address { get; set; }

    [Display(Name = "log.postcode")]
    [Line]
    public string? Postcode { get; set; }

    [Display(Name = "log.tenure")]
    public Tenure Tenure { get; set; }

    [Display(Name = "log.summary")]
    [Words]
    public string? Summary { get; set; }

    [Display(Name = "log.definition")]
    [Words]
    public string? Definition { get; set; }

    [Display(Name = "log.outcome_sought")]
    [Words]
    public string? OutcomeSought { get; set; }

    /// <summary>What the questions of the definition come to; left out where nobody went through them.</summary>
    [Display(Name = "log.meets_definition")]
    public bool? MeetsDefinition { get; set; }

    [Display(Name = "log.override_reason")]
    [Words]
    public string? OverrideReason { get; set; }

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

    [Display(Name = "log.team")]
    [Line]
    public string? Team { get; set; }

    /// <summary>Anything at all about who it came from.</summary>
    private bool HasComplainant =>
        !Anonymous && new[] { Name, Phone, Email, Address, Postcode }.Any(line => !string.IsNullOrWhiteSpace(line));

    public LoggingRequest Request(string reference, CasePersonRow? complainant) =>
        new(Kind, reference, ReceivedOn!.Value, Channel!.Value, Summary, Handler)
        {
            ReceivedAt = ReceivedAt,
            ComplainantId = complainant?.Id,
            Anonymous = Anonymous,
            Confidential = Confidential,
            Team = Team,
            Service = Service,
            Category = Category,
            Tenure = Tenure,
            Definition = Definition,
            OutcomeSought = OutcomeSought,
            MeetsDefinition = MeetsDefinition,
            OverrideReason = OverrideReason,
        };

    /// <summary>Who it came from; none where they would not be known, or nothing is known of them.</summary>
    public CasePersonRow? Complainant(string caseId) =>
        HasComplainant ? CasePersonRow.Complainant(caseId, Name, Phone, Email, Address, Postcode) : null;

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotLog refusal) =>
        refusal switch
        {
            CannotLog.NoSummary => nameof(Summary),
            CannotLog.NoHandler => nameof(Handler),
            CannotLog.NobodyToKeepConfidential => nameof(Confidential),
            CannotLog.NoOverrideReason => nameof(OverrideReason),
            CannotLog.DefinitionIsIncomplete => nameof(OutcomeSought),
            _ => nameof(ReceivedOn),
        };
}
