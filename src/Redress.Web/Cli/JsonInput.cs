using System.Text.Json;

namespace Redress.Web.Cli;

/// <summary>JSON handed in by people and programs: read once, and pointed into by line when something is wrong.</summary>
internal static class JsonInput
{
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            CheckEscapes(json.Span);
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw new BadInputException($"line {wrong.LineNumber + 1}: not JSON, at byte {wrong.BytePositionInLine}");
        }
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
    private static void CheckEscapes(ReadOnlySpan<byte> json)
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
            var line = 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
            throw new BadInputException($"line {line}: an escape that stands for no character");
        }
    }
}
