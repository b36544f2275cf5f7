using System.Collections.Frozen;

namespace Redress.Web.Security;

/// <summary>
/// Who may do what: the only place that decides it. A list of cases and a single case are asked the same question, so
/// that what is not listed cannot be opened either.
/// </summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Act>> Allowed = new Dictionary<Role, FrozenSet<Act>>
    {
        [Role.FrontLine] =
        [
            Act.SeeRules,
            Act.SeeCase,
            Act.SearchCases,
            Act.LogCase,
            Act.NoteContact,
            Act.RecordMessage,
            Act.AddComplainant,
            Act.KeepConfidential,
            Act.SettleAsk,
            Act.PassOnPraise,
        ],
        [Role.Handler] =
        [
            Act.SeeRules,
            Act.SeeCase,
            Act.SearchCases,
            Act.LogCase,
            Act.DefineCase,
            Act.ClassifyCase,
            Act.Acknowledge,
            Act.NoteContact,
            Act.RecordMessage,
            Act.ReadMessages,
            Act.AddComplainant,
            Act.ChangeComplainants,
            Act.CorrectContact,
            Act.GiveCode,
            Act.KeepConfidential,
            Act.SendHoldingLetter,
            Act.SendLetters,
            Act.Extend,
            Act.DecidePoints,
            Act.Ask,
            Act.SettleAsk,
            Act.MakeCommitment,
            Act.KeepCommitment,
            Act.Respond,
            Act.GiveHearingNotice,
            Act.RecordArrival,
            Act.Escalate,
            Act.DateMatter,
            Act.ProposeRefusal,
            Act.Withdraw,
            Act.CloseCase,
            Act.CorrectAnswer,
            Act.ProposeCorrection,
            Act.PassOnPraise,
            Act.ExportCase,
        ],
        [Role.ComplaintsLead] =
        [
            .. Enum.GetValues<Act>().Except([Act.ManageSettings, Act.ManageAccounts, Act.FollowCase]),
        ],
        [Role.Auditor] =
        [
            Act.SeeRules,
            Act.SeeCase,
            Act.SearchCases,
            Act.ExportCase,
            Act.SeeReports,
            Act.VerifyHistory,
        ],
        [Role.Administrator] =
        [
            Act.SeeRules,
            Act.ManageSettings,
            Act.ManageAccounts,
            Act.AdoptCalendar,
            Act.VerifyHistory,
        ],
    }.ToFrozenDictionary();

    /// <summary>Whether the person may do it at all, whichever the case.</summary>
    public static bool May(this CurrentPerson person, Act act) =>
        person.Follows is null ? May(person.Roles, act) : act == Act.FollowCase;

    /// <summary>Whether somebody in one of these roles may.</summary>
    public static bool May(IEnumerable<Role> roles, Act act) => roles.Any(role => Allowed[role].Contains(act));

    /// <summary>Whether the person may know of that case.</summary>
    public static bool MaySee(this CurrentPerson person, string caseId) =>
        person.MaySeeEveryCase() || person.Follows == caseId;

    /// <summary>Whether the person may know of cases: of all or, until cases have people of their own, of none.</summary>
    public static bool MaySeeEveryCase(this CurrentPerson person) => person.May(Act.SeeCase);
}
