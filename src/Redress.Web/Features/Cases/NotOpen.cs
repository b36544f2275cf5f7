using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Features.Cases;

/// <summary>Why something cannot be done about a case as it now is, to be said of a form that is not shown.</summary>
internal static class NotOpen
{
    /// <summary>What is for a case that is not over.</summary>
    private static readonly HashSet<string> WhileItGoesOn =
    [
        "definition",
        "acknowledgement",
        "points",
        "settlement",
        "asks",
        "extension",
        "holding-letter",
        "response",
        "escalation",
        "hearing-notice",
        "matter-age",
        "refusal",
        "service-request",
        "contested-decision",
        "withdrawal",
        "complainants",
        "statements",
        "owner",
    ];

    /// <summary>What is for a stage that is not answered.</summary>
    private static readonly HashSet<string> BeforeTheAnswer =
    [
        "acknowledgement",
        "points",
        "settlement",
        "extension",
        "holding-letter",
        "response",
        "hearing-notice",
        "refusal",
        "service-request",
        "withdrawal",
        "statements",
    ];

    /// <summary>The key of the words that end a sentence on why.</summary>
    /// <param name="part">The page, as its address has it after the case.</param>
    /// <param name="c">The case.</param>
    public static string Why(string part, Case c) =>
        c.ErasedOn is not null ? "not_open.erased"
        : c.IsOver && WhileItGoesOn.Contains(part) ? $"not_open.{WireName.Of(c.Status)}"
        : c.CurrentStage.RespondedOn is not null && BeforeTheAnswer.Contains(part) ? "not_open.answered"
        : part switch
        {
            "acknowledgement" => "not_open.acknowledged",
            "response" => "not_open.nobody_has_it",
            "escalation" => "not_open.no_next_stage",
            "hearing-notice" => "not_open.no_hearing",
            "matter-age" => "not_open.no_complaint",
            "refusal" when c.PendingRefusal is not null => "not_open.refusal_waits",
            "refusal" => "not_open.no_complaint",
            "refusal/decision" => "not_open.no_refusal",
            "service-request" when c.Complainants.Count > 1 => "not_open.others_complain",
            "service-request" when c.Kind == CaseKind.Complaint => "not_open.nobody_known",
            "service-request" or "contested-decision" => "not_open.no_complaint",
            "settlement" => "not_open.nothing_to_approve",
            "reinstatement" => "not_open.not_refused",
            "reopening" => "not_open.not_closed",
            "closure" when c.IsOver => $"not_open.{WireName.Of(c.Status)}",
            "closure" => "not_open.not_answered",
            "answer-correction" => "not_open.not_answered",
            "answer-arrival" when c.Stages.All(stage => stage.RespondedOn is null) => "not_open.not_answered",
            "answer-arrival" => "not_open.arrival_counts_nothing",
            "correction/decision" => "not_open.no_correction",
            "subject" => "not_open.no_complaint",
            "subject/decision" => "not_open.no_subject",
            "seal" => "not_open.sealed",
            "seal/readers" or "seal/decision" => "not_open.not_sealed",
            "statements" => "not_open.nobody_to_hear",
            "identity" or "disclosure" => "not_open.nobody_confidential",
            "confidentiality" when c.Complainants.Count > 0 => "not_open.all_confidential",
            "complainant-withdrawal" or "lead-complainant" when c.Complainants.Count > 0 => "not_open.only_one",
            "authority" => "not_open.nobody_acts",
            "authority-request" or "authority-end" when c.Representatives.Count == 0 => "not_open.nobody_acts",
            "authority-request" => "not_open.all_may_act",
            "authority-end" => "not_open.nobody_may_act",
            "complainants" or "confidentiality" or "complainant-withdrawal" => "not_open.nobody_known",
            "restriction" when c.PendingRestriction is not null => "not_open.restriction_waits",
            "hold/end" => "not_open.not_held",
            "erasure" when c.ClosedOn is null => "not_open.not_closed",
            "erasure" when c.Holds.Count > 0 => "not_open.held",
            "erasure" => "not_open.erasure_waits",
            "erasure/decision" => "not_open.no_erasure",
            "restriction/decision" => "not_open.no_restriction",
            "restriction/end" => "not_open.nobody_restricted",
            "restriction"
            or "lead-complainant"
            or "contact-details"
            or "needs"
            or "representatives"
            or "access-code"
            or "emailed-code" => "not_open.nobody_known",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This can be done at any time."),
        };
}
