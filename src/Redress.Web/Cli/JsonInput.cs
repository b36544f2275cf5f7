using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Redress.Web.Cli;

/// <summary>JSON handed in by people and programs: read once, and pointed into by line when something is wrong.</summary>
internal static class JsonInput
{
    /// <summary>The text without the byte order mark that Windows puts before it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    /// <summary>Reads JSON in UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <param name="firstLine">What its first line counts as, where it is a part of something longer.</param>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, long firstLine = 1)
    {
        if (!Utf8.IsValid(json.Span))
        {
            throw new BadInputException($"line {firstLine + LinesBeforeFault(json.Span)}: not UTF-8");
        }

        try
        {
            CheckEscapes(json.Span, firstLine);
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            var line = firstLine + (wrong.LineNumber ?? 0);
            throw new BadInputException($"line {line}: not JSON, at byte {wrong.BytePositionInLine}");
        }
    }

    private static int LinesBeforeFault(ReadOnlySpan<byte> text)
    {
        Utf8.ToUtf16(text, new char[text.Length], out var read, out _, replaceInvalidSequences: false);
        return text[..read].Count((byte)'\n');
    }

    /// <summary>
    /// The line of a field, counted from 1, by its path, for example <c>events[2].on</c>; where the field is missing, the
    /// line of what it should be in.
    /// </summary>
    public static int LineOf(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var at = reader.TokenStartIndex;
        foreach (var step in path.Split('.', '['))
        {
            if (!(step.EndsWith(']') ? GoToItem(ref reader, int.Parse(step[..^1])) : GoToField(ref reader, step)))
            {
                break;
            }

            at = reader.TokenStartIndex;
        }

        return 1 + json[..(int)at].Count((byte)'\n');
    }

    private static bool GoToItem(ref Utf8JsonReader reader, int index)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool GoToField(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>Text may hold an escape such as \ud800 that stands for no character, which only reading it finds out.</summary>
    private static void CheckEscapes(ReadOnlySpan<byte> json, long firstLine)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
        }
        catch (InvalidOperationException)
        {
            var line = firstLine + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
            throw new BadInputException($"line {line}: an escape that stands for no character");
        }
    }
}
