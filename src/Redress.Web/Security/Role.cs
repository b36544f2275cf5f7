namespace Redress.Web.Security;

/// <summary>What somebody is to the landlord's complaints work. Held from a day to a day.</summary>
public enum Role
{
    /// <summary>Takes calls and visits: logs cases and contacts, sees where they are.</summary>
    FrontLine,

    /// <summary>Investigates and answers.</summary>
    Handler,

    /// <summary>Runs the complaints team: assigns, refuses, corrects.</summary>
    ComplaintsLead,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Looks after settings, calendars, procedures and accounts; sees no case.</summary>
    Administrator,
}
