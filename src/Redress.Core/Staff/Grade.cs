namespace Redress.Core.Staff;

/// <summary>How senior somebody is, lowest first. A procedure says from which grade up a stage may be decided.</summary>
public enum Grade
{
    /// <summary>Whoever handles cases.</summary>
    Officer,

    /// <summary>Whoever handles the harder ones.</summary>
    SeniorOfficer,

    /// <summary>Whoever manages a team.</summary>
    Manager,

    /// <summary>Whoever answers for a service: senior management.</summary>
    HeadOfService,

    /// <summary>Whoever answers to the governing body, the chief executive among them.</summary>
    Director,
}
