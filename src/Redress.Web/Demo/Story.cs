using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Demo;

/// <summary>
/// A case told act by act, each on its day, by the decisions that people's acts go through. It is how tests get their
/// starting points, how the demo landlord came by its year, and what `seed` writes. An act after the last day told of
/// ends the story there.
/// </summary>
internal sealed class Story
{
    private static readonly TimeOnly DeskOpens = new(8, 30);
    private static readonly TimeOnly DeskCloses = new(17, 30);

    private readonly StoryTeller teller;
    private readonly Chance chance;
    private DateTime now;
    private bool ended;

    private Story(StoryTeller teller, Chance chance, DateOnly on, bool anonymous = false)
    {
        (this.teller, this.chance) = (teller, chance);
        File = CaseFile.New(chance.Id(anonymous ? null : LondonTime.Utc(on, DeskOpens)));
    }

    public CaseFile File { get; }

    public Case Case => File.Case;

    /// <summary>Who is in the case, to be saved with it.</summary>
    public List<CasePersonRow> People { get; } = [];

    /// <summary>How many events of history are told at most.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>Whether nothing more can happen in it.</summary>
    public bool HasEnded => ended || Case.Version >= MostRows;

    /// <summary>The day of the last act.</summary>
    public DateOnly Day => LondonTime.Day(now);

    /// <summary>A case comes in.</summary>
    /// <param name="teller">Whose story it is.</param>
    /// <param name="chance">What is left to chance.</param>
    /// <param name="request">The case as it is taken down.</param>
    /// <param name="loggedOn">The day it is taken down; the day received, or the next working day, unless said.</param>
    /// <param name="by">Who takes it down; the handler unless said.</param>
    /// <param name="rows">How many events of history are told at most.</param>
    public static Story Received(
        StoryTeller teller,
        Chance chance,
        LoggingRequest request,
        DateOnly? loggedOn = null,
        string? by = null,
        int rows = int.MaxValue
    )
    {
        var on = loggedOn ?? teller.Workday(request.ReceivedOn, 0);
        var story = new Story(teller, chance, on, request.Anonymous) { MostRows = rows };
        return story.Act(on, by ?? request.Handler, () => Logging.Decide(request, teller.Rules, on));
    }

    /// <summary>A case from another system's records, brought in on a day.</summary>
    public static Story Imported(
        StoryTeller teller,
        Chance chance,
        DateOnly on,
        string owner,
        params IEnumerable<(string Column, string Value)> cells
    )
    {
        var row = cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
        var story = new Story(teller, chance, on);
        var imported = ImportedHistory.Decide(row, existing: null, owner, teller.Rules, on);
        return imported.Errors is [var wrong, ..]
            ? throw new InvalidOperationException($"{wrong.Field}: {wrong.Message}")
            : story.Record(on, "import", imported.Events);
    }

    /// <summary>Somebody else complains of the same.</summary>
    public Story Joined(DateOnly on, Resident neighbour, string by)
    {
        People.Add(neighbour.In(Case));
        return Act(on, by, () => Complainants.Join(Case, neighbour.Id, on, confidential: false, on));
    }

    /// <summary>Somebody says that they act for whoever leads those who complain.</summary>
    public Story SaidToActBy(DateOnly on, Resident acting, RepresentativeKind kind, string? by = null)
    {
        People.Add(acting.In(Case, PersonRole.Representative));
        return Act(on, by ?? Case.Owner, () => Representation.Name(Case, acting.Id, Case.ComplainantId, kind, on));
    }

    /// <summary>The same with authority, of which the resident is told in a letter that is posted that day.</summary>
    public Story ActedForBy(
        DateOnly on,
        Resident acting,
        RepresentativeKind kind,
        AuthorityMethod how,
        string scope,
        bool letters,
        DateOnly? until = null
    )
    {
        SaidToActBy(on, acting, kind);
        Act(on, Case.Owner, () => Authorise(new(acting.Id, how, scope, letters, on, until)));
        return Act(on, Case.Owner, () => Sending.Posted(Case, Case.Letters[^1].Number, teller.Rules, on, on));

        Decision<CannotRecordAuthority> Authorise(AuthorityRequest given)
        {
            var decision = Representation.Authorise(Case, given, acting.Id, on);
            return decision.Events is [AuthorityRecorded recorded]
                ? new List<CaseEvent>
                {
                    recorded,
                    Representation.Notice(
                        recorded,
                        Case.ComplainantId!,
                        Channel.Letter,
                        Letters.AuthorityNotice(People[0].Name, acting.Name, scope),
                        on
                    ),
                }
                : decision;
        }
    }

    /// <summary>What whoever complains needs to be reached and written to.</summary>
    public Story Needs(DateOnly on, ContactNeedsRequest needs) =>
        Act(
            on,
            Case.Owner,
            () => RecordingNeeds.Decide(Case, needs with { Person = Case.ComplainantId }, mayAllow: true, on)
        );

    /// <summary>Whoever complained first is put right.</summary>
    public Story PutRight(DateOnly on, Func<CasePersonRow, CasePersonRow> better, string reason)
    {
        var (was, now) = (People[0], better(People[0]));
        Act(
            on,
            Case.Owner,
            () =>
                ContactCorrection.Decide(
                    Case,
                    new Meant(was.Id, NobodyChosen: false),
                    was.Details(),
                    now.Details(),
                    reason,
                    copy => copy == was.Id,
                    on
                )
        );
        People[0] = HasEnded ? was : now;
        return this;
    }

    /// <summary>Whoever complained lost their code, and is given another.</summary>
    public Story CodeGiven(DateOnly on) => Act(on, Case.Owner, () => CodeRenewal.Decide(Case, Case.ComplainantId, on));

    /// <summary>Whoever leads those who complain writes here themselves, with photos or without.</summary>
    public Story Wrote(DateOnly on, string text, params IEnumerable<string> photos) =>
        Act(
            on,
            CurrentPerson.Resident,
            () =>
                MessageReceipt.Decide(
                    Case,
                    new(on, Channel.WebForm, text, [.. photos.Select(DemoPhoto.Received)], Person: Case.ComplainantId),
                    on
                )
        );

    /// <summary>Whoever has the case has read what came.</summary>
    public Story Read(DateOnly on) => Act(on, Case.Owner, () => MessageReceipt.Read(Case, on));

    public Story Defined(DateOnly on, string definition, string outcomeSought) =>
        Act(on, Case.Owner, () => Definition.Decide(Case, new(definition, outcomeSought), on));

    public Story Assigned(DateOnly on, string handler, string? team = null, string? by = null) =>
        Act(on, by ?? handler, () => Assignment.Decide(Case, new(handler, team), teller.Rules, on));

    public Story Classified(DateOnly on, ClassificationRequest request) =>
        Act(on, Case.Owner, () => Classification.Decide(request, on));

    public Story Acknowledged(DateOnly on, string letter, Channel channel = Channel.Email) =>
        Act(
            on,
            Case.Owner,
            () => Acknowledgement.Decide(Case, new(on, channel, letter, NamesHandler: true), teller.Rules, on)
        );

    /// <summary>The acknowledgement is written, and waits to leave.</summary>
    public Story AcknowledgementWritten(DateOnly on, string letter, Channel leaves) =>
        Act(
            on,
            Case.Owner,
            () => Acknowledgement.Decide(Case, new(null, leaves, letter, NamesHandler: true), teller.Rules, on)
        );

    /// <summary>Somebody takes down whom of the staff it is about.</summary>
    public Story IsAbout(string colleague, DateOnly on, string why, string by) =>
        Act(on, by, () => Subjects.Name(Case, colleague, why, on));

    /// <summary>It is said which decision it is about.</summary>
    public Story AboutDecision(DateOnly on, DecisionKind kind, string madeBy, string what, string by) =>
        Act(on, by, () => NamingDecision.Decide(Case, new(kind, madeBy, what), by, teller.Rules, on));

    /// <summary>The lead agrees whom it is about.</summary>
    public Story AgreedToBeAbout(string colleague, DateOnly on, string by) =>
        Act(on, by, () => Subjects.Confirm(Case, colleague, by, on));

    /// <summary>One seals it, and the second person whom they name agrees.</summary>
    public Story Sealed(DateOnly on, string by, string second, string why) =>
        Act(on, by, () => Sealing.Begin(Case, second, why, by, on))
            .Act(on, second, () => Sealing.Agree(Case, second, on));

    /// <summary>Whom it is about is asked for a statement, with what was copied for them.</summary>
    public Story StatementAskedOf(
        string colleague,
        DateOnly on,
        string questions,
        string support,
        params IReadOnlyList<string> extracts
    ) =>
        Act(
            on,
            Case.Owner,
            () => Statements.Ask(Case, new(chance.Id(), colleague, questions, extracts, support), teller.Rules, on)
        );

    /// <summary>A colleague is asked for what the case lacks.</summary>
    public Story AskedOf(string colleague, DateOnly on, string what, DateOnly answerBy) =>
        Act(on, Case.Owner, () => Asking.Decide(Case, new(what, answerBy, Of: colleague), on));

    /// <summary>A service is asked for what the case lacks.</summary>
    public Story AskedOfService(string service, DateOnly on, string what, DateOnly answerBy) =>
        Act(on, Case.Owner, () => Asking.Decide(Case, new(what, answerBy, Service: service), on));

    /// <summary>Whoever was asked first answered.</summary>
    public Story FirstAskAnswered(DateOnly on, string answer) =>
        Act(on, Case.Asks[0].Of ?? Case.Owner, () => Asking.Answer(Case, 1, answer, on));

    /// <summary>A message to the resident, which waits to leave.</summary>
    public Story MessageWritten(DateOnly on, string letter, Channel leaves) =>
        Act(on, Case.Owner, () => Writing.Decide(leaves, letter, on));

    /// <summary>The last letter was mailed, and the mail server would not have it.</summary>
    public Story LetterNotTaken(DateOnly on, string answer) =>
        Act(on, "redress", () => Sending.Fail(Case, Case.Letters[^1].Number, LetterFailure.AddressRefused, answer, on));

    /// <summary>A visit or a meeting with the resident, and with whom they brought.</summary>
    public Story Met(DateOnly on, ContactMethod how, string note, Companion companion, string name) =>
        Act(
            on,
            Case.Owner,
            () =>
                ContactNote.Decide(
                    Case,
                    new(on, how, ContactResult.Spoke, Note: note) { Companion = companion, CompanionName = name },
                    on
                )
        );

    public Story Contacted(DateOnly on, ContactMethod how, ContactResult result, string note, string? by = null) =>
        Act(on, by ?? Case.Owner, () => ContactNote.Decide(Case, new(on, how, result, Note: note), on));

    /// <summary>A call noted whatever has become of the case, also after what it does not come to any more.</summary>
    public Story Noted(DateOnly on, string note)
    {
        ended = false;
        return Contacted(on, ContactMethod.Phone, ContactResult.Spoke, note);
    }

    public Story Held(DateOnly on, DateOnly until, string letter) =>
        Act(on, Case.Owner, () => HoldingLetter.Decide(Case, new(on, until, letter), on));

    /// <summary>More time, told in writing with the Ombudsman's details unless the request says otherwise.</summary>
    public Story Extended(DateOnly on, DateOnly until, string reason, string? approvedBy = null) =>
        Act(
            on,
            Case.Owner,
            () =>
                Extension.Decide(
                    Case,
                    new ExtensionRequest(until, reason)
                    {
                        ToldOn = on,
                        InWriting = true,
                        OmbudsmanDetails = true,
                        ApprovedBy = approvedBy,
                    },
                    teller.Rules,
                    on
                )
        );

    public Story PointRaised(DateOnly on, string text) => Act(on, Case.Owner, () => Points.Raise(Case, text, on));

    public Story PointDecided(DateOnly on, int point, Finding finding, string reason, string? remedy = null) =>
        Act(
            on,
            Case.Owner,
            () => Points.Decide(Case, new(point, finding, reason, remedy), Case.Owner!, teller.Rules, on)
        );

    public Story Promised(DateOnly on, string what, DateOnly dueOn, string owner, int? point = null) =>
        Act(on, Case.Owner, () => Commitments.Make(Case, new(what, dueOn, owner, point), on));

    public Story PromisedToPay(DateOnly on, decimal amount, string what, DateOnly dueOn) =>
        Act(on, Case.Owner, () => Commitments.Make(Case, new(what, dueOn, Case.Owner, null, amount), on));

    public Story Kept(DateOnly on, int commitment, string proof) =>
        Act(on, Case.Owner, () => Commitments.Keep(Case, new(commitment, on, proof), on));

    public Story Answered(DateOnly on, string letter, Finding outcome, Channel channel = Channel.Email) =>
        Act(
            on,
            Case.Owner,
            () => Response.Decide(Case, new(on, channel, letter, outcome), Case.Owner!, teller.Rules, on)
        );

    public Story NextStageAskedFor(DateOnly on, string? reason, string? by = null) =>
        Act(on, by ?? Case.Owner, () => Escalation.Decide(Case, new(on, reason), teller.Rules, on));

    public Story AgeOfMatterSetDown(DateOnly on, DateOnly matterOn, string? discretion, string by) =>
        Act(on, by, () => MatterAge.Decide(Case, new(matterOn, Discretion: discretion), teller.Rules, on));

    /// <summary>A refusal of the complaint or of the next stage, for the lead to agree to.</summary>
    public Story RefusalProposed(DateOnly on, RefusalRequest request, string by) =>
        Act(on, by, () => Refusal.Propose(Case, request, teller.Rules, on));

    public Story RefusalAgreed(DateOnly on, string by) =>
        Act(on, by, () => Refusal.Agree(Case, new(on, Channel.Letter), by, teller.Rules, on));

    /// <summary>Refused by a lead, who need ask nobody.</summary>
    public Story Refused(DateOnly on, RefusalRequest request, string by) =>
        Act(on, by, () => Refusal.Decide(Case, request, new(on, Channel.Letter), teller.Rules, on));

    public Story AcceptedAfterAll(DateOnly on, string reason, string by) =>
        Act(on, by, () => Reinstatement.Decide(Case, on, reason, teller.Rules, on));

    public Story Withdrawn(DateOnly on, WithdrawalMethod how, string reason) =>
        Act(on, Case.Owner, () => Withdrawal.Decide(Case, new(on, how, reason), on));

    /// <summary>Whoever complains agreed on the phone, and a letter went the same day.</summary>
    public Story ServiceRequestAgreed(DateOnly on, string said, string about, string by) =>
        Act(
            on,
            by,
            () =>
                ServiceRequestAgreement.Decide(
                    Case,
                    new(Case.ComplainantId, on, Channel.Phone, said, about, Case.Service ?? "Repairs")
                    {
                        SentOn = on,
                        Channel = Channel.Letter,
                        Letter = Letters.ServiceRequest(People[0].Name, said, about),
                        KeepsTheRight = true,
                        GivesOmbudsman = true,
                    },
                    on
                )
        );

    /// <summary>Whoever has the case wants contact limited for three months.</summary>
    public Story RestrictionProposed(
        DateOnly on,
        ClosedWays closed,
        string? conditions,
        string why,
        string tried,
        string equality
    ) =>
        Act(
            on,
            Case.Owner,
            () => Restrictions.Propose(Case, new(null, closed, conditions, why, tried, equality, on.AddMonths(3)), on)
        );

    /// <summary>Somebody else agreed, and a letter went the same day.</summary>
    public Story ContactRestricted(DateOnly on, string letter, string by) =>
        Act(on, by, () => Restrictions.Agree(Case, (on, Channel.Letter), letter, by, teller.Rules, on));

    /// <summary>It must be kept, however old it is.</summary>
    public Story Held(DateOnly on, HoldGround ground, string reason, string by) =>
        Act(on, by, () => Erasure.Hold(Case, ground, reason, on));

    /// <summary>Its years are over, and somebody wants it gone.</summary>
    public Story ErasureProposed(DateOnly on, string by) =>
        Act(on, by, () => Erasure.Propose(Case, ErasureGround.RetentionEnded, teller.Rules, on));

    public Story Closed(DateOnly on) => Act(on, Case.Owner, () => Closure.Decide(Case, on, on));

    public Story OpenedAgain(DateOnly on, string reason, string by) =>
        Act(on, by, () => Reopening.Decide(Case, on, reason, by, teller.Rules, on));

    public Story AnswerCorrected(DateOnly on, string reason, string letter) =>
        Act(
            on,
            Case.Owner,
            () => AnswerCorrection.Decide(Case, new(on, Channel.Letter, reason, letter), Case.Owner!, teller.Rules, on)
        );

    /// <summary>It came up in another case, and each says so.</summary>
    public Story CameOf(Story other, DateOnly on)
    {
        other.Act<CannotLog>(on, Case.Owner, () => LinkedComplaint.LinkTo(Case.Reference, other.Case, on));
        return Act<CannotLog>(on, Case.Owner, () => LinkedComplaint.LinkFrom(other.Case, on));
    }

    public Story PassedOn(DateOnly on, string to) => Act(on, Case.Owner, () => Praise.PassOn(Case, on, to, on));

    public Story PutOnFile(DateOnly on) => Act(on, Case.Owner, () => Praise.File(Case, on, on));

    public Story CorrectionProposed(DateOnly on, CorrectionRequest request, string by) =>
        Act(on, by, () => Correction.Propose(Case, request, teller.Rules, on));

    public Story CorrectionAgreed(DateOnly on, string by) => Act(on, by, () => Correction.Agree(Case, by, on));

    /// <summary>Hands over everything the story comes to.</summary>
    /// <param name="recording">What it is handed to.</param>
    /// <param name="hiding">Needed where somebody in it is confidential.</param>
    public void SaveTo(Recording recording, PeopleSaving? hiding = null)
    {
        if (hiding is null && Case.Confidential.Count == 0)
        {
            People.ForEach(recording.Insert);
            File.SaveTo(recording, People);
            return;
        }

        hiding!.SaveNew(File, People, recording);
    }

    private Story Act<T>(DateOnly on, string? by, Func<Decision<T>> decide)
        where T : struct, Enum
    {
        ended |= on > teller.Until;
        if (HasEnded)
        {
            return this;
        }

        var decision = decide();
        return decision.Refusal is { } refusal
            ? throw new InvalidOperationException($"On {on:yyyy-MM-dd} {typeof(T).Name}.{refusal}: {Case.Reference}.")
            : Record(on, by!, decision.Events);
    }

    private Story Record(DateOnly on, string by, IReadOnlyList<CaseEvent> events)
    {
        if (Case.Version > 0 && on < Day)
        {
            throw new InvalidOperationException(
                $"{Case.Reference} has reached {Day:yyyy-MM-dd}; {on:yyyy-MM-dd} is past."
            );
        }

        now = Next(on);
        File.Record(events, new Signature(by, now) { Salt = chance.Salt }, teller.Rules);
        return this;
    }

    /// <summary>Some minutes after the act before; seconds, once the day has grown long.</summary>
    private DateTime Next(DateOnly on)
    {
        var opens = LondonTime.Utc(on, DeskOpens).AddSeconds(chance.Below(3 * 3600));
        var soon = LondonTime.TimeOfDay(now) < DeskCloses ? chance.Between(60, 600) : chance.Between(1, 20);
        return opens > now ? opens : now.AddSeconds(soon);
    }
}
