using System.Text;

namespace Redress.Bench.Load;

/// <summary>Text with holes for a reference and for something unique, written as bytes without making garbage.</summary>
internal sealed class Template
{
    private const string Reference = "{reference}";
    private const string Unique = "{unique}";
    public const int UniqueLength = 24;

    private readonly List<(byte[] Before, bool ThenReference, bool ThenUnique)> parts = [];

    public Template(string text)
    {
        while (true)
        {
            var reference = text.IndexOf(Reference, StringComparison.Ordinal);
            var unique = text.IndexOf(Unique, StringComparison.Ordinal);
            if (reference < 0 && unique < 0)
            {
                parts.Add((Encoding.UTF8.GetBytes(text), false, false));
                return;
            }

            var isReference = unique < 0 || (reference >= 0 && reference < unique);
            var at = isReference ? reference : unique;
            parts.Add((Encoding.UTF8.GetBytes(text[..at]), isReference, !isReference));
            text = text[(at + (isReference ? Reference : Unique).Length)..];
        }
    }

    public int Write(Span<byte> target, ReadOnlySpan<byte> reference, ReadOnlySpan<byte> unique)
    {
        var length = 0;
        foreach (var (before, thenReference, thenUnique) in parts)
        {
            before.CopyTo(target[length..]);
            length += before.Length;
            if (thenReference)
            {
                reference.CopyTo(target[length..]);
                length += reference.Length;
            }

            if (thenUnique)
            {
                unique.CopyTo(target[length..]);
                length += unique.Length;
            }
        }

        return length;
    }
}
