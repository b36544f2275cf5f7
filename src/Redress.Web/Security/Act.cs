namespace Redress.Web.Security;

/// <summary>What a person can be allowed to do. Every endpoint names the one it needs.</summary>
public enum Act
{
    /// <summary>To look after one's own account: anybody who has one.</summary>
    KeepOwnAccount,

    /// <summary>Calendars and procedures, which anybody who works by them may read.</summary>
    SeeRules,
    SeeCase,

    /// <summary>The whole record of a case: who did what, and the proof of it.</summary>
    SeeRecord,
    SearchCases,

    /// <summary>To let everybody see a view of the work list that they saved, and to delete one that is shared.</summary>
    ShareViews,

    /// <summary>What a resident does in their own case, which they opened with its code.</summary>
    FollowCase,
    LogCase,
    DefineCase,
    ClassifyCase,
    AssignCase,
    Acknowledge,
    NoteContact,
    RecordMessage,

    /// <summary>To say that what came in has been read and seen to.</summary>
    ReadMessages,
    SendHoldingLetter,
    Extend,

    /// <summary>To write to residents, and to print, post and cancel letters.</summary>
    SendLetters,
    DecidePoints,

    /// <summary>To ask a colleague or a service for what a case lacks.</summary>
    Ask,

    /// <summary>To say what was answered, by whoever was asked or whoever heard it, or to give it up.</summary>
    SettleAsk,
    MakeCommitment,

    /// <summary>Approve what a case is to pay, above what whoever answers settles alone.</summary>
    ApproveSettlement,
    KeepCommitment,
    Respond,
    GiveHearingNotice,
    RecordArrival,

    /// <summary>To let a letter go, on the day it is due, that lacks something it should have (ruling 23).</summary>
    OverrideGate,
    Escalate,
    DateMatter,
    ProposeRefusal,

    /// <summary>To refuse a complaint or a request for the next stage, and to decide on a refusal somebody proposed.</summary>
    Refuse,

    /// <summary>To record that a resident agreed to have their complaint handled as a service request.</summary>
    AgreeServiceRequest,
    Reinstate,
    Withdraw,
    CloseCase,

    /// <summary>To add somebody who complains of the same.</summary>
    AddComplainant,

    /// <summary>To record that one of several complainants withdrew, or that another leads.</summary>
    ChangeComplainants,

    /// <summary>To put right how somebody is called and reached.</summary>
    CorrectContact,

    /// <summary>To take down that somebody says they act for a resident, which gives them nothing.</summary>
    NameRepresentative,

    /// <summary>To say what somebody may do for a resident.</summary>
    RecordAuthority,

    /// <summary>To say that somebody may act for a resident no more.</summary>
    EndAuthority,

    /// <summary>To say what somebody needs to be reached and written to, and to forbid a way of reaching them.</summary>
    RecordNeeds,

    /// <summary>To allow a way of reaching somebody again that was forbidden.</summary>
    RelaxNeeds,

    /// <summary>To propose that somebody's contact about a complaint is limited.</summary>
    ProposeRestriction,

    /// <summary>To agree to that, with the grade that the procedure names, or to turn it down.</summary>
    DecideRestriction,

    /// <summary>To lift such a limit before its day of review.</summary>
    LiftRestriction,

    /// <summary>To give somebody who complains a code in place of one they lost.</summary>
    GiveCode,

    /// <summary>To have such a code mailed to the address on record, without being shown it.</summary>
    EmailCode,

    /// <summary>To keep who the resident is from those who work on the case.</summary>
    KeepConfidential,

    /// <summary>To see who a confidential resident is, which is recorded each time.</summary>
    OpenIdentity,

    /// <summary>To say that a confidential resident agreed to be known.</summary>
    EndConfidentiality,

    /// <summary>To see which member of staff a complaint is about.</summary>
    SeeSubject,

    /// <summary>To say which member of staff a complaint is about.</summary>
    NameSubject,

    /// <summary>To agree whom a complaint is about, or to say that it is not about them.</summary>
    DecideSubject,

    /// <summary>To say which decision of policy or permission a complaint is about, and who made it.</summary>
    NameDecision,

    /// <summary>To ask whom a complaint is about for a statement, to choose what is released to them, and to withdraw it.</summary>
    RequestStatement,

    /// <summary>To see what one is asked for a statement on, and to give it: anybody who may be a subject.</summary>
    GiveStatement,

    /// <summary>To open a case again that was closed by mistake.</summary>
    ReopenCase,
    CorrectAnswer,
    ProposeCorrection,
    DecideCorrection,
    PassOnPraise,
    ExportCase,

    /// <summary>To say that a case must be kept, however old it is, and that the reason is over.</summary>
    HoldCase,

    /// <summary>To propose that what is held of the people in a case goes.</summary>
    ProposeErasure,

    /// <summary>To agree to that, which erases it, or to turn it down.</summary>
    DecideErasure,

    /// <summary>To see how many cases are past the years for which they are kept.</summary>
    SeeRetention,

    /// <summary>To have a case exist for those named alone, to say who they are, and to have it be for everybody again.</summary>
    SealCase,
    AdoptCalendar,
    ManageSettings,
    ManageAccounts,

    /// <summary>To see who has an account, and who held which role when.</summary>
    SeeAccounts,

    /// <summary>To say when one is away oneself, and who covers: anybody who works on cases.</summary>
    MarkOwnAbsence,

    /// <summary>To say when a colleague is away, and who covers.</summary>
    MarkAbsence,

    /// <summary>To see the open cases of whoever is away: who sees every case.</summary>
    SeeCover,

    /// <summary>To see how the landlord is made up, and which unit has how many complaints.</summary>
    SeeOrganisation,

    /// <summary>To add units, place teams in them, and give people posts.</summary>
    ManageOrganisation,

    /// <summary>To see who reported that they see another person's data, and who looked at what meanwhile.</summary>
    SeeIncidents,

    /// <summary>To see which cases it is about.</summary>
    SeeWhoseData,

    /// <summary>To hide a part of the product, to show it again with somebody else, and to settle the 72 hours.</summary>
    HandleIncidents,
}
