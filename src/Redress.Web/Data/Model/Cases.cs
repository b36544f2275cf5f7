using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

// The tables of this file and of Duties.cs are worked out from history, in the transaction that extends it, and can be
// worked out again (`redress rebuild`). No foreign keys tie them: replay checks more than a key could, and costs no write.

/// <summary>A case as worklists and reports need it.</summary>
public sealed record CaseRow
{
    public required string Id { get; init; }
    public required string Reference { get; init; }
    public required CaseKind Kind { get; init; }
    public required CaseStatus Status { get; init; }

    /// <summary>True until it is withdrawn or closed, and after that while a message waits to be read.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>0 for a kind that has no stages.</summary>
    public required int Stage { get; init; }
    public required string ProcedureId { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Year and month received, as 202603: a report groups by it many times faster than by a date function.</summary>
    public required int ReceivedMonth { get; init; }
    public DateOnly? LoggedOn { get; init; }

    /// <summary>The day the first stage was first answered.</summary>
    public DateOnly? RespondedOn { get; init; }

    /// <summary>1 where the first stage was answered in time, 0 where late, none until answered.</summary>
    public int? Stage1InTime { get; init; }

    /// <summary>Who has it; none while the stage it has reached waits to be assigned.</summary>
    public string? OwnerId { get; init; }
    public string? Team { get; init; }
    public string? ComplainantId { get; init; }
    public string? SummaryWordsId { get; init; }

    /// <summary>The landlord's earliest duty not yet met; none when nothing is owed.</summary>
    public DutyName? NextDuty { get; init; }
    public DateOnly? NextDueOn { get; init; }

    /// <summary>Where it stands in a worklist: by <see cref="NextDueOn"/>, and where nothing is owed after all others.</summary>
    public required DateOnly DueOrder { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it is held, erased or about to be; none for most.</summary>
    public Keeping? Keeping { get; init; }

    /// <summary>How many messages came that nobody on the staff has read.</summary>
    public int NewMessages { get; init; }
    public required int Version { get; init; }
    public required Tenure Tenure { get; init; }
    public string? Service { get; init; }
    public string? Category { get; init; }
    public Channel? Channel { get; init; }
    public Finding? Outcome { get; init; }
    public required string CalendarId { get; init; }
    public required int CalendarEdition { get; init; }

    public static DateOnly OrderOf(DateOnly? nextDueOn) => nextDueOn ?? DateOnly.MaxValue;
}

/// <summary>What stands between a case and the end of the years it is kept.</summary>
public enum Keeping
{
    /// <summary>It must be kept, however old it is.</summary>
    Held,

    /// <summary>Somebody proposed to erase it.</summary>
    ToBeErased,

    /// <summary>Its words and names are gone.</summary>
    Erased,
}

public sealed record CaseStageRow
{
    public required string CaseId { get; init; }
    public required int Stage { get; init; }
    public required string ProcedureId { get; init; }
    public string? HandlerId { get; init; }
    public required DateOnly StartedOn { get; init; }
    public DateOnly? AcknowledgedOn { get; init; }
    public DateOnly? RespondedOn { get; init; }
}

/// <summary>
/// Somebody with a part in a stage of a case: they decided some of it, or have it now. Keyed by case and person without
/// the stage, so that the database itself refuses anybody a part in two stages (ruling 12).
/// </summary>
public sealed record CaseDeciderRow
{
    public required string CaseId { get; init; }
    public required string PersonId { get; init; }
    public required int Stage { get; init; }
}

/// <summary>A member of staff whom a complaint is about: whoever is named here finds nothing of the case.</summary>
public sealed record CaseSubjectRow
{
    public required string CaseId { get; init; }
    public required string PersonId { get; init; }
}

/// <summary>Somebody who sees a sealed case. Where there is one of a case, it exists for those alone.</summary>
public sealed record CaseReaderRow
{
    public required string CaseId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>The last day they do; none where there is no end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>
/// A statement asked of a subject, as far as it is told from the case. Whoever is asked finds it by its own random id, and is
/// given no other column but days and state.
/// </summary>
public sealed record CaseStatementRow
{
    public required string CaseId { get; init; }
    public required int Statement { get; init; }
    public required string RequestId { get; init; }
    public required string PersonId { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public required StatementState State { get; init; }

    /// <summary>Whether something can still be said.</summary>
    public required bool IsOpen { get; init; }
    public DateOnly? AnsweredOn { get; init; }
}

public sealed record CasePointRow
{
    public required string CaseId { get; init; }
    public required int Point { get; init; }
    public Finding? Finding { get; init; }
}

public sealed record CaseCommitmentRow
{
    public required string CaseId { get; init; }
    public required int Commitment { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string Owner { get; init; }
    public DateOnly? KeptOn { get; init; }
}

/// <summary>Something asked of a colleague or a service that the case waits for: gone once answered or given up.</summary>
public sealed record CaseAskRow
{
    public required string CaseId { get; init; }
    public required int Ask { get; init; }
    public required string WhatWordsId { get; init; }

    /// <summary>The colleague; none where a service was asked.</summary>
    public string? AskedOf { get; init; }
    public string? ServiceWordsId { get; init; }
    public required string AskedBy { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required DateOnly AnswerBy { get; init; }
}

/// <summary>A letter, or a copy of one, that has not left, or could not: gone once it has, or was cancelled.</summary>
public sealed record CaseLetterRow
{
    public required string CaseId { get; init; }

    /// <summary>The sequence in the case's history with which it was written.</summary>
    public required int Letter { get; init; }

    /// <summary>Whose copy it is; empty where it goes to whoever the case's letters go to when it leaves.</summary>
    public required string PersonId { get; init; }
    public required MessageKind Kind { get; init; }
    public required Channel Channel { get; init; }
    public required DateOnly WrittenOn { get; init; }
    public LetterFailure? Failure { get; init; }
}

/// <summary>Somebody in a case. Names and addresses are kept only here, never in history.</summary>
public sealed record CasePersonRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required PersonRole Role { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? Postcode { get; init; }

    /// <summary>Whether this row only stands for somebody, whom <see cref="CaseIdentityRow"/> knows.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether somebody confidential can be mailed.</summary>
    public bool HasHiddenEmail { get; init; }

    /// <summary>Whether somebody confidential can be written to by post.</summary>
    public bool HasHiddenAddress { get; init; }

    /// <summary>What they are called, and how they are reached.</summary>
    public ContactDetails Details() => new(Name, Phone, Email, Address, Postcode);

    /// <summary>Somebody new who complains, without the spaces around what was typed.</summary>
    public static CasePersonRow Complainant(
        string caseId,
        string? name,
        string? phone,
        string? email,
        string? address,
        string? postcode
    ) =>
        new()
        {
            Id = $"{Guid.NewGuid():N}",
            CaseId = caseId,
            Role = PersonRole.Complainant,
            Name = name?.Trim() ?? "",
            Phone = phone?.Trim(),
            Email = email?.Trim(),
            Address = address?.Trim(),
            Postcode = postcode?.Trim(),
        };
}

/// <summary>Who somebody confidential is, encrypted: see <see cref="Identities"/>.</summary>
public sealed record CaseIdentityRow
{
    public required string PersonId { get; init; }
    public required string CaseId { get; init; }
    public required string Data { get; init; }
}

/// <summary>
/// That somebody may act for a resident, as recorded last and while nobody has ended it: whom letters go to is asked of it,
/// and in which cases an authority serves.
/// </summary>
public sealed record CaseAuthorityRow
{
    public required string CaseId { get; init; }

    /// <summary>Whoever may act.</summary>
    public required string PersonId { get; init; }

    /// <summary>Whoever they act for.</summary>
    public required string ForId { get; init; }

    /// <summary>The same in every case that it serves.</summary>
    public required string Authority { get; init; }

    /// <summary>Whether the resident's letters go to them.</summary>
    public required bool Letters { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>The last day, included; none where it holds until it is ended.</summary>
    public DateOnly? UntilOn { get; init; }
}

/// <summary>What somebody in a case needs to be reached and written to: it goes with them into their other cases.</summary>
public sealed record CaseNeedsRow
{
    public required string CaseId { get; init; }
    public required string PersonId { get; init; }
    public required LetterFormat Format { get; init; }
    public string? LanguageWordsId { get; init; }
    public string? WhatWordsId { get; init; }
    public required bool NoPhone { get; init; }
    public required bool NoVoicemail { get; init; }
    public required bool NoEmail { get; init; }
    public required bool NoPost { get; init; }
    public required bool NoVisit { get; init; }

    public Never Never() => new(NoPhone, NoVoicemail, NoEmail, NoPost, NoVisit);
}

public enum PersonRole
{
    Complainant,
    Representative,
    Other,
}

/// <summary>What a case is found by: see <see cref="CaseWords"/>. Each database keeps an index of its own over it.</summary>
public sealed record CaseSearchRow
{
    /// <summary>
    /// In the order cases were received, so that the newest are found first: the day in the highest bits, and below it
    /// what only tells cases of a day apart, and nothing of when on that day they came.
    /// </summary>
    public required long Number { get; init; }
    public required string CaseId { get; init; }

    /// <summary>Each word once, and a space after it.</summary>
    public required string Words { get; init; }
}

/// <summary>
/// A letter that somebody has begun and not sent, kept until it is. Its number is part of its key, so that of two who keep
/// it at once the second is told. Of when, only the day is kept, because the case may be of somebody who would not be known.
/// </summary>
public sealed record LetterDraftRow
{
    public required string CaseId { get; init; }
    public required int Stage { get; init; }

    /// <summary>The duty that the letter will meet.</summary>
    public required DutyName Duty { get; init; }

    /// <summary>How often it was kept.</summary>
    public required int Number { get; init; }
    public required string Text { get; init; }
    public Finding? Outcome { get; init; }
    public required string KeptBy { get; init; }
    public required DateOnly KeptOn { get; init; }
}
