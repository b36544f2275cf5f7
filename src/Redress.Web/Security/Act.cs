namespace Redress.Web.Security;

/// <summary>What a person can be allowed to do. Every endpoint names the one it needs.</summary>
public enum Act
{
    /// <summary>Calendars and procedures, which anybody who works by them may read.</summary>
    SeeRules,
    SeeCase,
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
    Reinstate,
    Withdraw,
    CloseCase,

    /// <summary>To add somebody who complains of the same.</summary>
    AddComplainant,

    /// <summary>To record that one of several complainants withdrew, or that another leads.</summary>
    ChangeComplainants,

    /// <summary>To put right how somebody is called and reached.</summary>
    CorrectContact,

    /// <summary>To give somebody who complains a code in place of one they lost.</summary>
    GiveCode,

    /// <summary>To keep who the resident is from those who work on the case.</summary>
    KeepConfidential,

    /// <summary>To see who a confidential resident is, which is recorded each time.</summary>
    OpenIdentity,

    /// <summary>To say that a confidential resident agreed to be known.</summary>
    EndConfidentiality,

    /// <summary>To open a case again that was closed by mistake.</summary>
    ReopenCase,
    CorrectAnswer,
    ProposeCorrection,
    DecideCorrection,
    PassOnPraise,
    ExportCase,
    SeeReports,
    AdoptCalendar,
    ManageSettings,
    ManageAccounts,
    VerifyHistory,
}
