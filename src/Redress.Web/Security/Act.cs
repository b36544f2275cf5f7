namespace Redress.Web.Security;

/// <summary>What a person can be allowed to do. Every endpoint names the one it needs.</summary>
public enum Act
{
    /// <summary>Calendars and procedures, which anybody who works by them may read.</summary>
    SeeRules,
    SeeCase,
    SearchCases,

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
    DecidePoints,
    MakeCommitment,
    KeepCommitment,
    Respond,
    GiveHearingNotice,
    RecordArrival,
    Escalate,
    DateMatter,
    ProposeRefusal,

    /// <summary>To refuse a complaint or a request for the next stage, and to decide on a refusal somebody proposed.</summary>
    Refuse,
    Reinstate,
    Withdraw,
    CloseCase,

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
