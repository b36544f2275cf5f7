using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>The rows a case is found and counted by, worked out from the case and its duties.</summary>
internal static class CaseRows
{
    public static CaseRow Case(Case c, IReadOnlyList<DutyRow> duties)
    {
        var first = c.FindStage(Core.Cases.Case.FirstStage(c.Kind));
        var next = Next(c, duties);
        return new CaseRow
        {
            Id = c.Id,
            Reference = c.Reference,
            Kind = c.Kind,
            Status = c.Status,
            IsOpen = !c.IsOver || c.NewMessages.Count > 0,
            Stage = c.Stage,
            ProcedureId = c.CurrentStage.ProcedureId,
            ReceivedOn = c.ReceivedOn,
            ReceivedMonth = (c.ReceivedOn.Year * 100) + c.ReceivedOn.Month,
            LoggedOn = c.LoggedOn,
            RespondedOn = first?.RespondedOn,
            Stage1InTime = InTime(first, duties),
            OwnerId = c.CurrentStage.Handler is null ? null : c.Owner,
            Team = c.CurrentStage.Team,
            ComplainantId = c.ComplainantId,
            SummaryWordsId = c.Summary?.Id,
            NextDuty = next?.Duty,
            NextDueOn = next?.Due,
            DueOrder = CaseRow.OrderOf(next?.Due),
            ClosedOn = c.ClosedOn,
            NewMessages = c.NewMessages.Count,
            Keeping =
                c.ErasedOn is not null ? Keeping.Erased
                : c.Holds.Count > 0 ? Keeping.Held
                : c.PendingErasure is not null ? Keeping.ToBeErased
                : null,
            Version = c.Version,
            Tenure = c.Tenure,
            Service = c.Service,
            Category = c.Category,
            Channel = c.Channel,
            Outcome = c.Outcome,
            CalendarId = c.CalendarId,
            CalendarEdition = c.CalendarEdition,
        };
    }

    public static List<CaseStageRow> Stages(Case c) =>
        [
            .. c.Stages.Select(stage => new CaseStageRow
            {
                CaseId = c.Id,
                Stage = stage.Number,
                ProcedureId = stage.ProcedureId,
                HandlerId = stage.Handler,
                StartedOn = stage.StartedOn,
                AcknowledgedOn = stage.AcknowledgedOn,
                RespondedOn = stage.RespondedOn,
            }),
        ];

    public static List<CaseDeciderRow> Deciders(Case c) =>
        [
            .. Core
                .Cases.Deciders.Parts(c)
                .Select(part => new CaseDeciderRow
                {
                    CaseId = c.Id,
                    PersonId = part.Person,
                    Stage = part.Stage,
                }),
        ];

    public static List<CaseSubjectRow> Subjects(Case c) =>
        [.. c.Subjects.Select(subject => new CaseSubjectRow { CaseId = c.Id, PersonId = subject.Person })];

    public static List<CaseReaderRow> Readers(Case c) =>
        [
            .. c.Readers.Select(reader => new CaseReaderRow
            {
                CaseId = c.Id,
                PersonId = reader.Person,
                Until = reader.Until,
            }),
        ];

    public static List<CaseStatementRow> Statements(Case c) =>
        [
            .. c.Statements.Select(asked => new CaseStatementRow
            {
                CaseId = c.Id,
                Statement = asked.Number,
                RequestId = asked.Request,
                PersonId = asked.Person,
                AskedOn = asked.AskedOn,
                AnswerBy = asked.AnswerBy,
                State = asked.State,
                IsOpen = Core.Cases.Statements.IsOpen(c, asked),
                AnsweredOn = asked.AnsweredOn,
            }),
        ];

    public static List<CaseAuthorityRow> Authorities(Case c) =>
        [
            .. c
                .Representatives.Where(one => one.Authority is { EndedOn: null })
                .Select(one => new CaseAuthorityRow
                {
                    CaseId = c.Id,
                    PersonId = one.Person,
                    ForId = one.For,
                    Authority = one.Authority!.Id,
                    Letters = one.Authority.Letters,
                    FromOn = one.Authority.From,
                    UntilOn = one.Authority.Until,
                }),
        ];

    public static List<CaseNeedsRow> Needs(Case c) =>
        [
            .. c.Needs.Select(one => new CaseNeedsRow
            {
                CaseId = c.Id,
                PersonId = one.Person,
                Format = one.Format,
                LanguageWordsId = one.Language?.Id,
                WhatWordsId = one.What?.Id,
                NoPhone = one.Never.Phone,
                NoVoicemail = one.Never.Voicemail,
                NoEmail = one.Never.Email,
                NoPost = one.Never.Post,
                NoVisit = one.Never.Visit,
            }),
        ];

    public static List<CasePointRow> Points(Case c) =>
        [
            .. c.Points.Select(point => new CasePointRow
            {
                CaseId = c.Id,
                Point = point.Number,
                Finding = point.Finding,
            }),
        ];

    public static List<CaseCommitmentRow> Commitments(Case c) =>
        [
            .. c.Commitments.Select(commitment => new CaseCommitmentRow
            {
                CaseId = c.Id,
                Commitment = commitment.Number,
                DueOn = commitment.DueOn,
                Owner = commitment.Owner,
                KeptOn = commitment.KeptOn,
            }),
        ];

    public static List<CaseAskRow> Asks(Case c) =>
        [
            .. c
                .Asks.Where(ask => ask.SettledOn is null)
                .Select(ask => new CaseAskRow
                {
                    CaseId = c.Id,
                    Ask = ask.Number,
                    WhatWordsId = ask.What.Id!,
                    AskedOf = ask.Of,
                    ServiceWordsId = ask.Service?.Id,
                    AskedBy = ask.AskedBy,
                    AskedOn = ask.AskedOn,
                    AnswerBy = ask.AnswerBy,
                }),
        ];

    public static List<CaseLetterRow> Letters(Case c) =>
        [
            .. c.Letters.SelectMany(letter =>
                letter.Copies.Count == 0
                    ? [Letter(c, letter, "", letter.Channel, letter.Failure)]
                    : letter.Copies.Select(copy =>
                        Letter(c, letter, copy.Person, copy.Channel, letter.IsOutOfDate ? letter.Failure : copy.Failure)
                    )
            ),
        ];

    private static CaseLetterRow Letter(
        Case c,
        WaitingLetter letter,
        string person,
        Channel channel,
        LetterFailure? failure
    ) =>
        new()
        {
            CaseId = c.Id,
            Letter = letter.Number,
            PersonId = person,
            Kind = letter.Kind,
            Channel = channel,
            WrittenOn = letter.Written.On,
            Failure = failure,
        };

    /// <summary>The duties as their clocks have them, all known since the instant given.</summary>
    public static List<DutyRow> Duties(Case c, IReadOnlyList<DutyClock> clocks, DateTime knownFrom)
    {
        var rows = new List<DutyRow>(clocks.Count);
        foreach (var clock in clocks)
        {
            var stage = clock.Stage ?? 0;
            rows.Add(
                new DutyRow
                {
                    CaseId = c.Id,
                    Stage = stage,
                    Duty = clock.Duty,
                    Occurrence = 1 + rows.Count(row => row.Stage == stage && row.Duty == clock.Duty),
                    CountedFrom = clock.CountedFrom,
                    Limit = clock.Limit,
                    Due = clock.Due,
                    OriginalDue = clock.OriginalDue,
                    TargetDue = clock.TargetDue,
                    MetOn = clock.Met,
                    EndedOn = clock.EndedOn,
                    Extended = clock.Moves.Any(move => move.Valid),
                    Assumed = clock.Moves.Any(move => move is { Valid: true, Assumed: true }),
                    BelongsTo = clock.BelongsTo,
                    CalendarEdition = clock.Calendar.Edition,
                    KnownFrom = knownFrom,
                }
            );
        }

        return rows;
    }

    private static int? InTime(StageRecord? first, IReadOnlyList<DutyRow> duties) =>
        duties.FirstOrDefault(duty => duty.Stage == first?.Number && duty.Duty == DutyName.Respond)
            is { MetOn: { } met, Due: { } due }
            ? met <= due
                ? 1
                : 0
            : null;

    /// <summary>What the landlord owes first. A holding letter gives way to the answer due the same day.</summary>
    private static DutyRow? Next(Case c, IReadOnlyList<DutyRow> duties) =>
        c.Status == CaseStatus.Open
            ? duties
                .Where(duty => duty is { MetOn: null, EndedOn: null, Due: not null, BelongsTo: BelongsTo.Landlord })
                .Where(duty => duty.Stage == c.Stage || duty.Stage == 0)
                .MinBy(duty => (duty.Due, duty.Duty == DutyName.Hold))
            : null;
}
