namespace Redress.Core.Procedures.Files;

/// <summary>The closed set of keys an object of a file may have. The JSON schema says the same; a test holds the two together.</summary>
/// <param name="Name">What the object is called in the schema's <c>$defs</c> and in messages.</param>
/// <param name="Required">Keys that must be there.</param>
/// <param name="Optional">Keys that may be.</param>
internal sealed record Shape(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> Keys => Required.Concat(Optional);
}
