using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Features.Cases.RecordNeeds;
using Redress.Web.Features.Cases.Restrict;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.History;

/// <summary>What history says of one event: a sentence, and what people wrote.</summary>
/// <param name="Sentence">What happened.</param>
/// <param name="Said">Each text under its heading.</param>
internal sealed record Told(string Sentence, params IReadOnlyList<(string Heading, Words? Words)> Said);

/// <summary>
/// History in words, made when it is read, so that it can be said better and in any language without touching what was
/// recorded. Every event is worded here and nowhere else.
/// </summary>
internal sealed class EventSentences(IStringLocalizer<Text> text, CaseView view)
{
    public Told Of(RecordedEvent recorded) =>
        recorded.Event switch
        {
            Received { Assumed: true } e => new(text["history.received.assumed", Kind(e)], Said("summary", e.Summary)),
            Received { Channel: { } channel } e => new(
                text["history.received.by", Kind(e), text.Word(channel)],
                Said("summary", e.Summary)
            ),
            Received e => new(text["history.received", Kind(e)], Said("summary", e.Summary)),
            Logged => new(text["history.logged"]),
            Classified e => new(text["history.classified", Sorting(e)]),
            Defined e => new(
                text["history.defined"],
                Said("definition", e.Definition),
                Said("outcome_sought", e.OutcomeSought)
            ),
            Assigned { Team: { } team } e => new(
                text["history.assigned.team", Staff(e.Handler), team, At(e.Stage)],
                Said("why_them", e.Why)
            ),
            Assigned e => new(text["history.assigned", Staff(e.Handler), At(e.Stage)], Said("why_them", e.Why)),
            Acknowledged e => new(text["history.acknowledged", By(e.Channel), At(e.Stage)], Said("letter", e.Letter)),
            Contacted e => new(
                text[$"history.contacted.{Core.WireName.Of(e.Result)}", text.Word(e.How)] + Companion(e.Companion),
                Said("note", e.Note),
                Said(e.PlaceChosenByResident == true ? "place.chosen" : "place", e.Place),
                Said("companion_name", e.CompanionName)
            ),
            ContactDeclined => new(text["history.contact_declined"]),
            HoldingLetterSent e => new(text["history.holding_letter_sent", Day(e.Until)], Said("letter", e.Letter)),
            HearingNotified e => new(
                text["history.hearing_notified", Day(e.HearingOn), By(e.Channel)],
                Said("letter", e.Letter)
            ),
            AnswerArrived e => new(text["history.answer_arrived", At(e.Stage)]),
            Extended e => new(Extension(e), Said("reason", e.Reason)),
            PointRaised e => new(text["history.point_raised", e.Point], Said("point", e.Text)),
            PointDecided e => new(
                text["history.point_decided", e.Point, text.Word(e.Finding)],
                Said("reason", e.Reason),
                Said("remedy", e.Remedy)
            ),
            CommitmentMade { Amount: { } amount } e => new(
                text["history.commitment_made.paid", e.Commitment, Pounds.Of(amount), Day(e.DueOn), Staff(e.Owner)],
                Said("promise", e.What)
            ),
            CommitmentMade e => new(
                text["history.commitment_made", e.Commitment, Day(e.DueOn), Staff(e.Owner)],
                Said("promise", e.What)
            ),
            SettlementApproved e => new(
                text["history.settlement_approved", Pounds.Of(e.Amount), At(e.Stage)],
                Said("note", e.Note)
            ),
            CommitmentKept e => new(text["history.commitment_kept", e.Commitment], Said("proof", e.Proof)),
            Asked { Of: { } colleague } e => new(
                text["history.asked", Staff(colleague), Day(e.AnswerBy)],
                Said("asked", e.What)
            ),
            Asked e => new(
                text["history.asked_service", Day(e.AnswerBy)],
                Said("service", e.Service),
                Said("asked", e.What)
            ),
            AskAnswered e => new(text["history.ask_answered", e.Ask], Said("said", e.Answer)),
            AskGivenUp e => new(text["history.ask_given_up", e.Ask], Said("reason", e.Reason)),
            Responded { Outcome: { } outcome } e => new(
                text["history.responded.outcome", By(e.Channel), At(e.Stage), text.Word(outcome)],
                Said("letter", e.Letter),
                Said("points_left", e.Override),
                Said("unheard", e.Unheard)
            ),
            Responded e => new(
                text["history.responded", By(e.Channel), At(e.Stage)],
                Said("letter", e.Letter),
                Said("points_left", e.Override),
                Said("unheard", e.Unheard)
            ),
            AnswerCorrected e => new(
                text["history.answer_corrected", By(e.Channel), At(e.Stage)],
                Said("reason", e.Reason),
                Said("letter", e.Letter)
            ),
            Reopened e => new(text["history.reopened"], Said("reason", e.Reason)),
            Linked e => new(text[$"history.linked.{Core.WireName.Of(e.Relation)}", e.Case]),
            GuidanceOverridden e => new(
                text[e.MeetsDefinition ? "history.guidance_overridden.meets" : "history.guidance_overridden"],
                Said("override", e.Reason)
            ),
            InformalStageAnswered => new(text["history.informal_stage_answered"]),
            EscalationRequested e => new(
                text["history.escalation_requested", e.FromStage + 1],
                Said("reason", e.Reason),
                Said("override", e.Override)
            ),
            EscalationRefused { Ground: { } ground, Proposal: { } proposal } e => new(
                text[
                    "history.escalation_refused.ground",
                    e.FromStage + 1,
                    By(e.Channel),
                    Ground(ground),
                    Agreed(proposal, recorded)
                ]
            ),
            EscalationRefused e => new(text["history.escalation_refused", e.FromStage + 1], Said("reason", e.Reason)),
            RefusalProposed e => new(
                text[
                    e.Stage > 1 ? "history.refusal_proposed.stage" : "history.refusal_proposed",
                    e.EarlierCase is { } earlier
                        ? text["history.refusal_proposed.earlier", Ground(e.Ground), earlier]
                        : Ground(e.Ground),
                    e.Stage
                ],
                Said("reason", e.Reason),
                Said("letter", e.Letter)
            ),
            RefusalRejected e => new(text["history.refusal_rejected", Proposer(e.Proposal)], Said("reason", e.Reason)),
            Refused e => new(text["history.refused", By(e.Channel), Ground(e.Ground), Agreed(e.Proposal, recorded)]),
            Reinstated e => new(text["history.reinstated"], Said("reason", e.Reason)),
            MatterDated { ContactOn: { } contact } e => new(
                text["history.matter_dated.contact", Day(e.MatterOn), Day(contact)]
            ),
            MatterDated e => new(text["history.matter_dated", Day(e.MatterOn)]),
            LateMatterAccepted e => new(text["history.late_matter_accepted"], Said("reason", e.Reason)),
            LetterWritten e => new(
                text["history.letter_written", text.Word(Messages.KindOf(e.Means)), By(e.Channel)],
                Said("letter", e.Text)
            ),
            LetterSent e => new(text["history.letter_sent", LetterOf(e.Letter), Day(e.On), Staff(Writer(e.Letter))]),
            LetterFailed { Person: { } person } e when !IsToOne(e.Letter) => new(
                text["history.letter_failed.copy", LetterOf(e.Letter), Person(person), text.Word(e.Why)],
                Said("mail_answer", e.Answer)
            ),
            LetterFailed e => new(
                text["history.letter_failed", LetterOf(e.Letter), text.Word(e.Why)],
                Said("mail_answer", e.Answer)
            ),
            LetterRerouted e => new(text["history.letter_rerouted", LetterOf(e.Letter), By(e.Channel)]),
            LetterCancelled e => new(text["history.letter_cancelled", LetterOf(e.Letter)], Said("reason", e.Reason)),
            Paused e => new(text["history.paused"], Said("reason", e.Reason)),
            Resumed => new(text["history.resumed"]),
            Withdrawn { How: { } how } e => new(
                text["history.withdrawn.how", text.Word(how)],
                Said("reason", e.Reason)
            ),
            Withdrawn e => new(text["history.withdrawn"], Said("reason", e.Reason)),
            ServiceRequestAgreed e => new(
                text[
                    "history.service_request_agreed",
                    By(e.Channel),
                    Person(e.AgreedBy),
                    Day(e.AgreedOn),
                    text.Word(e.How),
                    e.Service
                ],
                Said("agreement", e.Said),
                Said("service_request", e.About),
                Said("letter", e.Letter)
            ),
            Closed { Outcome: { } outcome } => new(text["history.closed.outcome", text.Word(outcome)]),
            Closed => new(text["history.closed"]),
            DefinitionDisputed e => new(text["history.definition_disputed"], Said("dispute", e.Text)),
            DefinitionAgreed => new(text["history.definition_agreed"]),
            MessageReceived e => new(Message(e), [Said("message", e.Text), .. Names(e)]),
            MessagesRead => new(text["history.messages_read"]),
            CorrectionProposed e => new(
                text["history.correction_proposed", Fact(e.Fact, e.Stage), Day(e.OldValue), Day(e.NewValue)],
                Said("reason", e.Reason),
                Said("evidence", e.Evidence)
            ),
            CorrectionRejected e => new(
                text["history.correction_rejected", Proposer(e.Proposal)],
                Said("reason", e.Reason)
            ),
            Corrected e => new(
                text[
                    "history.corrected",
                    Fact(e.Fact, e.Stage),
                    Day(e.OldValue),
                    Day(e.NewValue),
                    Proposer(e.Proposal),
                    Staff(recorded.Who)
                ]
            ),
            CalendarAdopted e => new(Adopted(e, recorded.Sequence)),
            Relayed e => new(text["history.relayed", e.To]),
            Filed => new(text["history.filed"]),
            ComplainantJoined e => new(text["history.complainant_joined", Person(e.Person)]),
            ComplainantLeft e => new(
                text["history.complainant_left", Person(e.Person), text.Word(e.How)],
                Said("reason", e.Reason)
            ),
            LeadComplainantChanged e => new(text["history.lead_complainant_changed", Person(e.Person)]),
            LetterCopySent e => new(text["history.letter_copy_sent", LetterOf(e.Letter), Person(e.Person)]),
            ContactCorrected e => new(
                text["history.contact_corrected", Person(e.Person), Changed(e)],
                Said("reason", e.Reason)
            ),
            AccessCodeGiven e => new(text["history.access_code_given", Person(e.Person)]),
            MadeConfidential => new(text["history.made_confidential"]),
            ConfidentialityEnded e => new(text["history.confidentiality_ended"], Said("consent", e.Consent)),
            IdentityOpened { Letter: { } letter } => new(text["history.identity_opened.letter", LetterOf(letter)]),
            IdentityOpened => new(text["history.identity_opened"]),
            DecisionNamed e => new(
                text["history.decision_named", text.Word(e.Kind), Staff(e.MadeBy)],
                Said("decision", e.What)
            ),
            SubjectNamed e => new(text["history.subject_named", Staff(e.Person)], Said("subject", e.Why)),
            SubjectConfirmed e => new(text["history.subject_confirmed", Staff(e.Person)]),
            CaseSealed e => new(text["history.case_sealed"], Said("reason", e.Why)),
            SealAgreed => new(text["history.seal_agreed"]),
            SealLiftAsked e => new(text["history.seal_lift_asked"], Said("reason", e.Why)),
            SealLifted e => new(text["history.seal_lifted"], Said("reason", e.Why)),
            ReaderAdmitted { Until: { } until } e => new(
                text["history.reader_admitted_until", Staff(e.Person), Day(until)],
                Said("reason", e.Why)
            ),
            ReaderAdmitted e => new(text["history.reader_admitted", Staff(e.Person)], Said("reason", e.Why)),
            ReaderRemoved e => new(text["history.reader_removed", Staff(e.Person)], Said("reason", e.Why)),
            SubjectCleared e => new(text["history.subject_cleared", Staff(e.Person)], Said("reason", e.Reason)),
            StatementRequested e => new(
                text["history.statement_requested", Staff(e.Person), Day(e.AnswerBy)],
                [
                    Said("questions", e.Questions),
                    .. e.Extracts.Select(extract => Said("extract", extract)),
                    Said("support", e.Support),
                ]
            ),
            StatementGiven e => new(text["history.statement_given", AskedOf(e.Statement)], Said("statement", e.Text)),
            StatementWaived e => new(text["history.statement_waived", AskedOf(e.Statement)]),
            StatementPassed e => new(text["history.statement_passed", AskedOf(e.Statement)]),
            StatementWithdrawn e => new(
                text[$"history.statement_withdrawn.{Core.WireName.Of(e.Why)}", AskedOf(e.Statement)],
                e.Reason is { } reason ? [Said("reason", reason)] : []
            ),
            ContactNeedsRecorded { IsNothing: true } e => new(
                text["history.contact_needs_recorded.nothing", Person(e.Person)]
            ),
            ContactNeedsRecorded e => new(
                text[
                    "history.contact_needs_recorded",
                    Person(e.Person),
                    string.Join("; ", NeedsWords.Of(e.Never, e.Format, text))
                ],
                Said("language", e.Language),
                Said("needs", e.What)
            ),
            RepresentativeNamed e => new(
                text["history.representative_named", Person(e.Person), text.Word(e.Kind), Person(e.For)]
            ),
            AuthorityRecorded e => new(
                text[
                    e.Until is null ? "history.authority_recorded" : "history.authority_recorded.until",
                    Person(e.Person),
                    text.Word(e.How),
                    Day(e.On),
                    e.Until is { } until ? Day(until) : "",
                    text[e.Letters ? "history.authority_recorded.letters" : "history.authority_recorded.no_letters"]
                ],
                Said("scope", e.Scope)
            ),
            AuthorityEnded e => new(text["history.authority_ended", Person(e.Person)], Said("reason", e.Reason)),
            RestrictionProposed e => new(
                text["history.restriction_proposed", Person(e.Person), ClosedTo(e.Closed), Day(e.Until)],
                Said("conditions", e.Conditions),
                Said("behaviour", e.Why),
                Said("tried_first", e.Tried),
                Said("equality", e.Equality)
            ),
            RestrictionRejected e => new(
                text["history.restriction_rejected", Proposer(e.Proposal)],
                Said("reason", e.Reason)
            ),
            ContactRestricted e => new(
                text["history.contact_restricted", By(e.Channel), Proposer(e.Proposal)],
                Said("letter", e.Letter)
            ),
            RestrictionLifted e => new(text["history.restriction_lifted"], Said("reason", e.Reason)),
            ErasureProposed e => new(text["history.erasure_proposed", text.Word(e.Ground)]),
            ErasureRejected e => new(text["history.erasure_rejected", Proposer(e.Proposal)], Said("reason", e.Reason)),
            Erased e => new(text["history.case_erased", Proposer(e.Proposal)]),
            HoldPlaced e => new(text["history.hold_placed", text.Word(e.Ground)], Said("reason", e.Why)),
            HoldLifted e => new(text["history.hold_lifted"], Said("reason", e.Reason)),
            AuthorityRequested e => new(text["history.authority_requested", Person(e.Person)]),
            ResidentToldOfAuthority e => new(text["history.resident_told_of_authority", Person(e.Person)]),
            var unknown => throw new InvalidOperationException($"History has no words for {unknown.GetType().Name}."),
        };

    private (string, Words?) Said(string what, Words? words) => (text[$"said.{what}"], words);

    private string Message(MessageReceived message) =>
        message.Files?.Count switch
        {
            null => text["history.message_received", text.Word(message.From), By(message.Channel)],
            1 => text["history.message_received.file", text.Word(message.From), By(message.Channel)],
            var files => text["history.message_received.files", text.Word(message.From), By(message.Channel), files],
        };

    private IEnumerable<(string, Words?)> Names(MessageReceived message) =>
        (message.Files ?? []).Select(file => Said("file", file.Name));

    private string ClosedTo(ClosedWays closed) =>
        closed.Any
            ? string.Join("; ", RestrictionWords.Of(closed, text))
            : text["history.restriction_proposed.nothing_closed"];

    private string Companion(Companion? companion) =>
        companion switch
        {
            null => "",
            Core.Cases.Companion.Nobody => text["history.contacted.alone"],
            { } with => text["history.contacted.with", text.Word(with)],
        };

    private string Changed(ContactCorrected corrected) =>
        string.Join(
            ", ",
            new[]
            {
                (corrected.Name, "name"),
                (corrected.Phone, "phone"),
                (corrected.Email, "email"),
                (corrected.Address, "address"),
            }
                .Where(one => one.Item1)
                .Select(one => text[$"history.contact_corrected.{one.Item2}"].Value)
        );

    private string Kind(Received received) => text.Word(received.Kind);

    private string Person(string id) => view.NameIn(id, text);

    private string Staff(string id) => view.NameOf(id);

    private string AskedOf(int statement) => Staff(view.Case.Statements[statement - 1].Person);

    private string Proposer(int proposal) => Staff(view.Case.History[proposal - 1].Who);

    private string Ground(string ground) => GroundWords.Of(text, ground);

    private string Agreed(int proposal, RecordedEvent refused) =>
        (view.Case.History[proposal - 1].Who, refused.OnBehalfOf ?? refused.Who) is var (proposer, decided)
        && proposer == decided
            ? text["history.refused.alone", Staff(decided)]
            : text["history.refused.agreed", Staff(proposer), Staff(decided)];

    private string LetterOf(int letter) => text.Word(Messages.KindOf(Written(letter).Means));

    private bool IsToOne(int letter) => Written(letter).Copies is null or [_];

    private LetterWritten Written(int letter) => (LetterWritten)view.Case.History[letter - 1].Event;

    private string Writer(int letter) =>
        view.Case.History[letter - 1] is var written ? written.OnBehalfOf ?? written.Who : "";

    private string By(Channel? channel) => channel is { } by ? text["history.by", text.Word(by)] : "";

    private string At(int stage) => stage > 1 ? text["history.at_stage", stage] : "";

    private string Sorting(Classified sorted) =>
        string.Join(
            ", ",
            new[]
            {
                sorted.Service,
                sorted.Category,
                sorted.Tenure is { } tenure ? text.Word(tenure) : null,
                sorted.Ombudsman is { } ombudsman ? text.Word(ombudsman) : null,
            }.Where(choice => choice is not null)
        );

    /// <summary>A newer edition, with the bank holidays it has that the one held before has not: why dates moved.</summary>
    private string Adopted(CalendarAdopted adopted, int sequence)
    {
        var before = view.Case.History.Take(sequence - 1).Select(recorded => EditionOf(recorded.Event)).Max();
        var now = view.Rules.Calendar(adopted.CalendarId, adopted.Edition);
        var added = LateHoliday
            .AddedSince(now, view.Rules.Calendar(adopted.CalendarId, before))
            .Select(holiday => text["history.calendar_adopted.holiday", holiday.Name, Dates.Long(holiday.On)].Value)
            .ToList();
        return added.Count == 0
            ? text["history.calendar_adopted", now.Title, now.Edition]
            : text["history.calendar_adopted.adds", now.Title, now.Edition, string.Join("; ", added)];

        static int EditionOf(CaseEvent happened) =>
            happened switch
            {
                Received received => received.CalendarEdition,
                CalendarAdopted earlier => earlier.Edition,
                _ => 0,
            };
    }

    private string Extension(Extended extended)
    {
        var how = extended switch
        {
            { Assumed: true } => text["history.extended.assumed"],
            { ToldOn: null } => text["history.extended.not_told"],
            { InWriting: true } => text["history.extended.in_writing", Day(extended.ToldOn.Value)],
            _ => text["history.extended.told", Day(extended.ToldOn.Value)],
        };
        var sentence = $"{text["history.extended", Day(extended.Until)].Value} {how.Value}";
        return extended.ApprovedBy is { } approver
            ? $"{sentence} {text["history.extended.approved", Staff(approver)].Value}"
            : sentence;
    }

    private string Fact(CorrectableFact fact, int? stage) =>
        stage is > 1 ? text["history.fact_at_stage", text.Word(fact), stage] : text.Word(fact);

    private static string Day(DateOnly day) => Dates.Short(day);
}
