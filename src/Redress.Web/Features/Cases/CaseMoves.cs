using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases;

/// <summary>Something that can be done about a case: the page for it, who may, and when it makes sense.</summary>
/// <param name="Part">The page, as the address has it after the case.</param>
/// <param name="Act">What a person must be allowed to do.</param>
/// <param name="Key">The words of the link.</param>
/// <param name="Fits">Whether Core could ever say yes to it as the case now is.</param>
/// <param name="Step">The next lawful step that it takes, if it is one.</param>
internal sealed record CaseMove(string Part, Act Act, string Key, Func<Case, bool> Fits, Step? Step = null)
{
    /// <summary>What the procedure says of it on a day, where that matters.</summary>
    public Func<Case, Rules, DateOnly, bool> Allows { get; init; } = (_, _, _) => true;

    /// <summary>Whether it is for nobody who decided an earlier stage (ruling 12).</summary>
    public bool Decides => Act == Act.Respond;
}

/// <summary>Everything that can be done about a case, in the order it mostly happens.</summary>
internal static class CaseMoves
{
    public static readonly IReadOnlyList<CaseMove> All =
    [
        new("definition", Act.DefineCase, "move.define", c => !c.IsOver, Step.Define),
        new(
            "acknowledgement",
            Act.Acknowledge,
            "move.acknowledge",
            c => !c.IsOver && c.CurrentStage is { AcknowledgedOn: null, RespondedOn: null },
            Step.Acknowledge
        ),
        new("contacts", Act.NoteContact, "move.contact", _ => true, Step.Contact),
        new("messages", Act.RecordMessage, "move.message", _ => true),
        new("points", Act.DecidePoints, "move.points", c => c.Status == CaseStatus.Open, Step.DecidePoints),
        new("commitments", Act.MakeCommitment, "move.commit", _ => true),
        new(
            "settlement",
            Act.ApproveSettlement,
            "move.approve_settlement",
            c => c is { IsOver: false, CurrentStage.RespondedOn: null } && Settlement.Total(c) > 0
        )
        {
            Allows = (c, rules, today) =>
                c.CurrentStage.Handler is not { } handler || Settlement.NeedsApproval(c, handler, rules, today),
        },
        new("asks", Act.Ask, "move.ask", c => !c.IsOver),
        new("letter", Act.SendLetters, "move.write", _ => true),
        new("extension", Act.Extend, "move.extend", c => c.Status == CaseStatus.Open),
        new(
            "holding-letter",
            Act.SendHoldingLetter,
            "move.holding_letter",
            c => c.Status == CaseStatus.Open,
            Step.SendHoldingLetter
        ),
        new(
            "response",
            Act.Respond,
            "move.respond",
            c => !c.IsOver && c.CurrentStage is { RespondedOn: null, Handler: not null },
            Step.Respond
        ),
        new(
            "escalation",
            Act.Escalate,
            "move.escalate",
            c => c.Status == CaseStatus.Open || c is { WithdrawnOn: null, CurrentStage.RespondedOn: not null },
            Step.AwaitResident
        )
        {
            Allows = (c, rules, today) => Escalation.Next(c, rules, today) is not null,
        },
        new(
            "hearing-notice",
            Act.GiveHearingNotice,
            "move.hearing_notice",
            c => c.Status == CaseStatus.Open,
            Step.GiveHearingNotice
        )
        {
            Allows = (c, rules, _) => HearingNotice.BelongsTo(c, rules),
        },
        new("answer-arrival", Act.RecordArrival, "move.arrival", c => AnswerArrival.StageOf(c) is not null)
        {
            Allows = (c, rules, _) => AnswerArrival.Counts(c, rules),
        },
        new("matter-age", Act.DateMatter, "move.date_matter", c => IsComplaint(c) && !c.IsOver),
        new(
            "refusal",
            Act.ProposeRefusal,
            "move.refuse",
            c => IsComplaint(c) && c is { Status: CaseStatus.Open, PendingRefusal: null }
        ),
        new("refusal/decision", Act.Refuse, "move.decide_refusal", c => c.PendingRefusal is not null),
        new(
            "service-request",
            Act.AgreeServiceRequest,
            "move.agree_service_request",
            c => IsComplaint(c) && c is { Status: CaseStatus.Open, Complainants.Count: 1 }
        ),
        new("reinstatement", Act.Reinstate, "move.reinstate", c => c.RefusedOn is not null),
        new("withdrawal", Act.Withdraw, "move.withdraw", c => c.Status == CaseStatus.Open),
        new(
            "closure",
            Act.CloseCase,
            "move.close",
            c =>
                c.Status is CaseStatus.Answered or CaseStatus.Withdrawn
                || c.RelayedOn is not null
                || c.FiledOn is not null,
            Step.Close
        ),
        new(
            "reopening",
            Act.ReopenCase,
            "move.reopen",
            c => c.Status is CaseStatus.Closed or CaseStatus.ServiceRequest
        ),
        new("answer-correction", Act.CorrectAnswer, "move.correct_answer", c => AnswerArrival.StageOf(c) is not null),
        new("new-complaint", Act.LogCase, "move.new_complaint", IsComplaint),
        new("new-complaint", Act.LogCase, "move.turn_into_complaint", c => !IsComplaint(c)),
        new("classification", Act.ClassifyCase, "move.classify", _ => true),
        new("correction", Act.ProposeCorrection, "move.correct", _ => true),
        new(
            "correction/decision",
            Act.DecideCorrection,
            "move.decide_correction",
            c => c.PendingCorrection is not null
        ),
        new("complainants", Act.AddComplainant, "move.add_complainant", c => !c.IsOver && !c.Anonymous),
        new("complainant-withdrawal", Act.ChangeComplainants, "move.remove_complainant", c => c.Complainants.Count > 1),
        new("lead-complainant", Act.ChangeComplainants, "move.change_lead", c => c.Complainants.Count > 1),
        new("contact-details", Act.CorrectContact, "move.correct_contact", c => c.Complainants.Count > 0),
        new("needs", Act.RecordNeeds, "move.record_needs", c => c.Complainants.Count > 0),
        new(
            "restriction",
            Act.ProposeRestriction,
            "move.restrict",
            c => c is { Complainants.Count: > 0, PendingRestriction: null }
        ),
        new(
            "restriction/decision",
            Act.DecideRestriction,
            "move.decide_restriction",
            c => c.PendingRestriction is not null
        ),
        new("restriction/end", Act.LiftRestriction, "move.lift_restriction", c => c.Restrictions.Count > 0)
        {
            Allows = (c, _, today) => c.Restrictions.Any(held => held.HoldsOn(today)),
        },
        new("hold", Act.HoldCase, "move.hold", _ => true),
        new("hold/end", Act.HoldCase, "move.lift_hold", c => c.Holds.Count > 0),
        new(
            "erasure",
            Act.ProposeErasure,
            "move.erase",
            c => c is { ClosedOn: not null, Holds.Count: 0, PendingErasure: null }
        ),
        new("erasure/decision", Act.DecideErasure, "move.decide_erasure", c => c.PendingErasure is not null),
        new("representatives", Act.NameRepresentative, "move.name_representative", c => c.Complainants.Count > 0),
        new("authority", Act.RecordAuthority, "move.record_authority", c => c.Representatives.Count > 0),
        new("authority-request", Act.SendLetters, "move.ask_authority", c => c.Representatives.Count > 0)
        {
            Allows = (c, _, today) => c.Representatives.Any(one => !one.MayAct(today)),
        },
        new("authority-end", Act.EndAuthority, "move.end_authority", c => c.Representatives.Count > 0)
        {
            Allows = (c, _, today) => c.Representatives.Any(one => one.MayAct(today)),
        },
        new("access-code", Act.GiveCode, "move.give_code", c => c.Complainants.Count > 0),
        new("emailed-code", Act.EmailCode, "move.email_code", c => c.Complainants.Count > 0),
        new(
            "confidentiality",
            Act.KeepConfidential,
            "move.keep_confidential",
            c => c.Complainants.Any(person => !c.IsConfidential(person))
        ),
        new("identity", Act.OpenIdentity, "move.open_identity", c => c.Confidential.Count > 0),
        new("disclosure", Act.EndConfidentiality, "move.end_confidentiality", c => c.Confidential.Count > 0),
        new("contested-decision", Act.NameDecision, "move.name_decision", c => IsComplaint(c) && !c.IsOver),
        new("subject", Act.NameSubject, "move.name_subject", IsComplaint),
        new("subject/decision", Act.DecideSubject, "move.decide_subject", c => c.Subjects.Count > 0),
        new("seal", Act.SealCase, "move.seal", c => c.Seal is null),
        new("seal/readers", Act.SealCase, "move.change_readers", c => c.Seal is not null),
        new("seal/decision", Act.SealCase, "move.decide_seal", c => c.Seal is not null),
        new(
            "statements",
            Act.RequestStatement,
            "move.request_statement",
            c => !c.IsOver && c.CurrentStage.RespondedOn is null && FairHearing.Subjects(c).Any()
        ),
        new("owner", Act.AssignCase, "move.assign", c => !c.IsOver, Step.Assign),
    ];

    /// <summary>
    /// What a page is for, where that cannot be done about a case as it now is, whoever asks; none where it can, and for a
    /// page of no move, which looks at more than the case.
    /// </summary>
    /// <param name="page">The address of the page, as its route is written.</param>
    /// <param name="about">The case.</param>
    public static CaseMove? Shut(string? page, CaseView about)
    {
        var moves = All.Where(move => $"cases/{{reference}}/{move.Part}" == page).ToList();
        return
            about.Case.ErasedOn is null
            && moves.Exists(move => move.Fits(about.Case) && move.Allows(about.Case, about.Rules, about.Today))
            ? null
            : moves.FirstOrDefault();
    }

    private static bool IsComplaint(Case c) => c.Kind == CaseKind.Complaint;

    /// <summary>The page that takes the step; none where the person may not, or where it is not taken here.</summary>
    public static CaseMove? For(Step step, CaseView about, CurrentPerson person) =>
        All.FirstOrDefault(move => move.Step == step && May(person, move, about));

    /// <summary>What a person may do about a case as it now is; nothing about one that is erased.</summary>
    public static IEnumerable<CaseMove> Open(CaseView about, CurrentPerson person) =>
        about.Case.ErasedOn is null ? All.Where(move => May(person, move, about) && move.Fits(about.Case)) : [];

    private static bool May(CurrentPerson person, CaseMove move, CaseView about) =>
        person.May(move.Act)
        && !(move.Decides && Deciders.BarredFrom(about.Case).Contains(person.Id))
        && !(move.Decides && Independence.ReviewsTheirOwn(about.Case, person.Id, about.Rules, about.Today))
        && move.Allows(about.Case, about.Rules, about.Today);
}
