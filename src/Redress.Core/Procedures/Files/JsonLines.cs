using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Redress.Core.Procedures.Files;

/// <summary>
/// Reads strict JSON and keeps the line of every value and key, which the framework's own document model drops and
/// a message to the person who wrote the file needs.
/// </summary>
internal static class JsonLines
{
    /// <summary>True with the value; otherwise the line of the first fault and what to do about it.</summary>
    public static bool TryRead(
        string json,
        [NotNullWhen(true)] out JsonValue? value,
        out int line,
        [NotNullWhen(false)] out string? fault
    )
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var lines = new LineCounter(bytes);
        (value, line, fault) = (null, 1, null);
        try
        {
            reader.Read();
            value = Read(ref reader, lines);
            reader.Read(); // refuses anything after the value
            return true;
        }
        catch (JsonException exception)
        {
            value = null;
            line = (int)(exception.LineNumber ?? 0) + 1;
            fault = Explain(exception, bytes, lines);
            return false;
        }
        catch (InvalidOperationException)
        {
            // GetString refuses an escape such as \ud800 that stands for no character.
            value = null;
            line = lines.Of(reader.TokenStartIndex);
            fault = "this text holds an escape that stands for no character; write the character itself";
            return false;
        }
    }

    private static JsonValue Read(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.Of(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new JsonMap(line, ReadMembers(ref reader, lines)),
            JsonTokenType.StartArray => new JsonList(line, ReadItems(ref reader, lines)),
            JsonTokenType.String => new JsonText(line, reader.GetString()!),
            JsonTokenType.Number => new JsonNumber(line, reader.TryGetInt32(out var whole) ? whole : null),
            JsonTokenType.True => new JsonFlag(line, true),
            JsonTokenType.False => new JsonFlag(line, false),
            _ => new JsonNothing(line),
        };
    }

    private static List<JsonMember> ReadMembers(ref Utf8JsonReader reader, LineCounter lines)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var line = lines.Of(reader.TokenStartIndex);
            var name = reader.GetString()!;
            reader.Read();
            members.Add(new JsonMember(name, line, Read(ref reader, lines)));
        }
        return members;
    }

    private static List<JsonValue> ReadItems(ref Utf8JsonReader reader, LineCounter lines)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, lines));
        }
        return items;
    }

    private static string Explain(JsonException exception, byte[] bytes, LineCounter lines)
    {
        var at = lines.StartOf((int)(exception.LineNumber ?? 0)) + (int)(exception.BytePositionInLine ?? 0);
        if (at < bytes.Length)
        {
            var before = bytes.AsSpan(0, at).TrimEnd(" \t\r\n"u8);
            if (bytes[at] is (byte)'}' or (byte)']' && before is [.., (byte)','])
            {
                return "a comma stands before the closing bracket; remove the comma";
            }
            if (bytes[at] == '/' || before is [.., (byte)'/'])
            {
                return "JSON has no comments; remove it, or say it in a \"source\" or \"note\" field";
            }
        }
        var reason = exception.Message.Split(" LineNumber:", 2)[0];
        return $"this is not JSON; put it right here and try again ({reason})";
    }

    /// <summary>Which line a byte stands on.</summary>
    private sealed class LineCounter
    {
        private readonly List<int> starts = [0];

        public LineCounter(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == '\n')
                {
                    starts.Add(i + 1);
                }
            }
        }

        /// <summary>The line of a byte, counted from 1.</summary>
        public int Of(long position)
        {
            var found = starts.BinarySearch((int)position);
            return found >= 0 ? found + 1 : ~found;
        }

        /// <summary>The first byte of a line, counted from 0.</summary>
        public int StartOf(int line) => starts[Math.Min(line, starts.Count - 1)];
    }
}
