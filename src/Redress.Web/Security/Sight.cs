namespace Redress.Web.Security;

/// <summary>Which cases somebody may do something about. A case that fits any of it is in sight.</summary>
/// <param name="Every">All, for the complaints team and the auditor.</param>
/// <param name="Known">Those in which nobody is kept confidential, for the front line.</param>
/// <param name="Own">
/// Those one has: given to them, waiting for their answer, or logged by them and not given to anybody yet. Who had one before
/// sees no more of it than who never had.
/// </param>
/// <param name="Only">The id of the one case that a resident follows.</param>
public sealed record Sight(bool Every = false, bool Known = false, bool Own = false, string? Only = null)
{
    public static readonly Sight None = new();

    /// <summary>What the program does by itself is about every case.</summary>
    public static readonly Sight Whole = new(Every: true);
}
