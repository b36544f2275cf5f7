namespace Redress.Web.Security;

/// <summary>What somebody is to the landlord's complaints work. Held from a day to a day.</summary>
public enum Role
{
    /// <summary>Takes calls and visits: logs cases and contacts, sees where they are.</summary>
    FrontLine,

    /// <summary>Investigates and answers the cases they are given.</summary>
    Handler,

    /// <summary>Runs the work from day to day: gives cases to handlers, and sees every one.</summary>
    ComplaintsTeam,

    /// <summary>Leads the complaints team: refuses, corrects, decides what colleagues propose.</summary>
    ComplaintsLead,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Looks after settings, calendars, procedures and accounts; sees no case.</summary>
    Administrator,

    /// <summary>Sees what a safeguarding concern is, and says when it is over.</summary>
    SafeguardingLead,

    /// <summary>Approves what people ask of their own data, and hears of what went wrong with it.</summary>
    DataProtectionOfficer,

    /// <summary>Answers for a service: hears of every request for the next stage.</summary>
    ServiceDirector,

    /// <summary>Works for the landlord under a contract; sees no case.</summary>
    Contractor,

    /// <summary>A member of parliament or a councillor, or their office; sees no case.</summary>
    MemberOfParliament,

    /// <summary>Tenants, or members of the board, who watch over the work; see no case.</summary>
    ScrutinyPanel,
}
