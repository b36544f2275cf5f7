using System.Security.Cryptography;

namespace Redress.Web.Data;

/// <summary>Who recorded something, when, and for whom if not for themselves.</summary>
/// <param name="Who">A person's id, or the name of a job.</param>
/// <param name="At">The instant, in UTC.</param>
/// <param name="OnBehalfOf">The person they recorded it for.</param>
public sealed record Signature(string Who, DateTime At, string? OnBehalfOf = null)
{
    /// <summary>Fills the salt of each of the person's words; a seed brings its own, to be the same every time.</summary>
    public Action<Span<byte>> Salt { get; init; } = RandomNumberGenerator.Fill;
}
