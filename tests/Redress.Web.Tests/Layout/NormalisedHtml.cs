using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Redress.Web.Tests.Layout;

/// <summary>
/// Markup in a form in which two fragments are equal when a browser builds the same page of them: attributes and
/// class names in order, and no white space that only sets out the source.
/// </summary>
internal static class NormalisedHtml
{
    private static readonly HashSet<string> Inline = ["a", "b", "em", "i", "code", "span", "strong", "svg", "label"];

    public static string Of(string html)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        var text = new StringBuilder();
        WriteChildren(text, document.Body!, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, INode node, int depth)
    {
        if (node is IText words)
        {
            Line(text, depth, '"' + words.Data + '"');
        }
        else if (node is IElement element)
        {
            var attributes = element
                .Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)
                .Select(a =>
                    a.Name == "class"
                        ? $" class={string.Join(' ', element.ClassList.Order(StringComparer.Ordinal))}"
                        : $" {a.Name}={a.Value}"
                );
            Line(text, depth, $"<{element.LocalName}{string.Concat(attributes)}>");
            WriteChildren(text, element, depth + 1);
        }
    }

    private static void WriteChildren(StringBuilder text, INode parent, int depth)
    {
        var keep = parent is IElement { LocalName: "textarea" or "pre" };
        foreach (var node in parent.ChildNodes.ToList())
        {
            if (node is IText words && !keep)
            {
                words.Data = Collapse(words);
            }
        }

        foreach (var node in parent.ChildNodes.Where(n => n is not IText { Data: "" }))
        {
            Write(text, node, depth);
        }
    }

    private static string Collapse(IText node)
    {
        var words = node.Data;
        var trimmed = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var start = words.Length - words.TrimStart().Length;
        var end = words.Length - words.TrimEnd().Length;
        if (trimmed.Length == 0)
        {
            return start > 0 && IsInline(node.PreviousSibling) && IsInline(node.NextSibling) ? " " : "";
        }

        return (start > 0 && Matters(words[..start], node.PreviousSibling) ? " " : "")
            + trimmed
            + (end > 0 && Matters(words[^end..], node.NextSibling) ? " " : "");
    }

    /// <summary>Space beside inline content is seen; at the edge of an element, a line break is only layout.</summary>
    private static bool Matters(string space, INode? beside) =>
        beside is null ? !space.Contains('\n', StringComparison.Ordinal) : IsInline(beside);

    private static bool IsInline(INode? node) => node is IText || (node is IElement e && Inline.Contains(e.LocalName));

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(line).Append('\n');
}
