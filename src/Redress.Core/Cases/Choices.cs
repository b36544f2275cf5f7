namespace Redress.Core.Cases;

/// <summary>How something reached the landlord, or was sent by it.</summary>
public enum Channel
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By post.</summary>
    Letter,

    /// <summary>By email.</summary>
    Email,

    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>On the landlord's own form.</summary>
    WebForm,

    /// <summary>On social media.</summary>
    SocialMedia,

    /// <summary>Through someone acting for the resident.</summary>
    Representative,

    /// <summary>Through a member of parliament.</summary>
    Mp,

    /// <summary>Any other way.</summary>
    Other,
}

/// <summary>What a channel can carry.</summary>
public static class Channels
{
    /// <summary>Whether what is sent this way is written, which a letter that a procedure asks for must be (ruling 4).</summary>
    public static bool IsInWriting(this Channel channel) => channel is not (Channel.Phone or Channel.InPerson);
}

/// <summary>The tenure of the home on the day the case was received.</summary>
public enum Tenure
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>General needs rent: low cost rental in the regulator's figures.</summary>
    GeneralNeeds,

    /// <summary>Supported housing or housing for older people: low cost rental in the regulator's figures.</summary>
    Supported,

    /// <summary>Shared ownership: low cost home ownership in the regulator's figures.</summary>
    SharedOwnership,

    /// <summary>A leaseholder.</summary>
    Leaseholder,

    /// <summary>Someone else, or no home of the landlord's.</summary>
    Other,
}

/// <summary>The ombudsman a resident can go to: it depends on what the complaint is about (ruling 9).</summary>
public enum Ombudsman
{
    /// <summary>The Housing Ombudsman, for what a landlord does.</summary>
    Housing,

    /// <summary>The Local Government and Social Care Ombudsman, for allocations under a council's scheme and homelessness.</summary>
    LocalGovernment,

    /// <summary>Each for a part of it.</summary>
    Both,
}

/// <summary>What was found, about one point or about the whole.</summary>
public enum Finding
{
    /// <summary>The resident was right.</summary>
    Upheld,

    /// <summary>The resident was right in part.</summary>
    PartlyUpheld,

    /// <summary>The landlord did nothing wrong.</summary>
    NotUpheld,
}

/// <summary>What a statement is no longer asked for.</summary>
public enum StatementWithdrawal
{
    /// <summary>Whoever has the case withdrew it, and says why.</summary>
    NotNeeded,

    /// <summary>The complaint is not about them after all.</summary>
    SubjectCleared,

    /// <summary>They have no account any more, so that they can answer nothing here.</summary>
    AccountDisabled,
}

/// <summary>How a resident was contacted.</summary>
public enum ContactMethod
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>At home.</summary>
    Visit,

    /// <summary>At a meeting.</summary>
    Meeting,

    /// <summary>By email.</summary>
    Email,
}

/// <summary>Who came with the resident to a visit or a meeting (F218).</summary>
public enum Companion
{
    /// <summary>Nobody: they came alone.</summary>
    Nobody,

    /// <summary>A friend.</summary>
    Friend,

    /// <summary>Somebody of their family.</summary>
    Family,

    /// <summary>An advocate.</summary>
    Advocate,

    /// <summary>An interpreter.</summary>
    Interpreter,

    /// <summary>Somebody of a union or a tenants' association.</summary>
    Association,

    /// <summary>A councillor.</summary>
    Councillor,
}

/// <summary>What a way of contact is.</summary>
public static class ContactMethods
{
    /// <summary>Whether it is face to face.</summary>
    public static bool IsInPerson(this ContactMethod how) => how is ContactMethod.Visit or ContactMethod.Meeting;
}

/// <summary>What came of an attempt to contact a resident.</summary>
public enum ContactResult
{
    /// <summary>They were spoken to. Nothing less meets a duty to contact.</summary>
    Spoke,

    /// <summary>A message was left.</summary>
    Voicemail,

    /// <summary>Nobody answered.</summary>
    NoAnswer,
}

/// <summary>How a resident said that they withdrew.</summary>
public enum WithdrawalMethod
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>In writing.</summary>
    Writing,

    /// <summary>Face to face.</summary>
    InPerson,
}

/// <summary>A recorded day that can be corrected, with evidence and a second person (ruling 19).</summary>
public enum CorrectableFact
{
    /// <summary>The day the case was received.</summary>
    ReceivedOn,

    /// <summary>The day a stage was acknowledged.</summary>
    AcknowledgedOn,

    /// <summary>The day a stage was first answered.</summary>
    RespondedOn,
}

/// <summary>Why a letter could not leave.</summary>
public enum LetterFailure
{
    /// <summary>The mail server will not take it for that address.</summary>
    AddressRefused,

    /// <summary>What it says is no longer so: the case was withdrawn, answered or changed while it waited.</summary>
    CaseMovedOn,

    /// <summary>When it was to be mailed there was no address to mail it to.</summary>
    NoAddress,

    /// <summary>It goes to somebody who acts for a resident, and who may act no more.</summary>
    NoAuthority,

    /// <summary>Whoever it goes to must not be reached that way.</summary>
    NotSafe,
}

/// <summary>What a case is to another.</summary>
public enum CaseRelation
{
    /// <summary>It is about something new that came up in the other.</summary>
    Follows,

    /// <summary>Something new that came up in it became the other.</summary>
    FollowedBy,

    /// <summary>It is the complaint that the other, an enquiry or a request, turned out to hold.</summary>
    MadeOf,

    /// <summary>It turned out to hold a complaint, which is the other. It goes on by itself.</summary>
    Holds,
}

/// <summary>Where a case is.</summary>
public enum CaseStatus
{
    /// <summary>Something is owed.</summary>
    Open,

    /// <summary>The current stage is answered; the resident may ask for the next.</summary>
    Answered,

    /// <summary>The resident withdrew.</summary>
    Withdrawn,

    /// <summary>Finished. Commitments may still be open.</summary>
    Closed,

    /// <summary>The complaint was not accepted. Closed with that, unless it is accepted after all.</summary>
    Refused,

    /// <summary>
    /// The resident agreed that it is handled as a service request. Closed with that, unless they want the complaint after all.
    /// Counted beside refusals (ruling 10).
    /// </summary>
    ServiceRequest,
}

/// <summary>Why the words of a case must go.</summary>
public enum ErasureGround
{
    /// <summary>The years for which the landlord keeps its kind are over.</summary>
    RetentionEnded,

    /// <summary>Whoever it is about asked for it, and nothing speaks against it (UK GDPR, article 17(1)).</summary>
    AskedByResident,

    /// <summary>The landlord should never have had it: it is somebody else's, or was sent to it by mistake.</summary>
    ShouldNotBeHeld,
}

/// <summary>What a case must be kept for.</summary>
public enum HoldGround
{
    /// <summary>A claim in court, or one that is to be expected.</summary>
    LegalClaim,

    /// <summary>A complaint that is with the Ombudsman, or may go there.</summary>
    Ombudsman,

    /// <summary>Somebody asked for what is held of them, or has another such request open.</summary>
    RightsRequest,

    /// <summary>The safety of a child or of an adult at risk.</summary>
    Safeguarding,

    /// <summary>An inquiry, an audit, or something else that is named.</summary>
    Other,
}
