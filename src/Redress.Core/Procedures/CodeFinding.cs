namespace Redress.Core.Procedures;

/// <summary>What came of holding a procedure against one provision of a Code.</summary>
/// <param name="Provision">The provision's number.</param>
/// <param name="Kind">Whether it is kept.</param>
/// <param name="Message">One or more sentences with both figures and the procedure's own paragraph.</param>
public sealed record CodeFinding(string Provision, FindingKind Kind, string Message);

/// <summary>Whether a provision is kept.</summary>
public enum FindingKind
{
    /// <summary>The procedure allows what the Code does not.</summary>
    Breach,

    /// <summary>The procedure is silent where the Code is not.</summary>
    Gap,

    /// <summary>The procedure asks more of the landlord than the Code does.</summary>
    Stricter,

    /// <summary>The procedure asks for what the Code asks for.</summary>
    Met,
}
