using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Redress.Core.Cases;

/// <summary>
/// What a person wrote or said. A decision returns the text; recording stores the text apart, with a salt, and leaves
/// in history only an id and a salted hash, so that the text can be erased one day without breaking history.
/// </summary>
[JsonConverter(typeof(WordsJson))]
public sealed record Words
{
    private Words(string? text, string? id, string? hash) => (Text, Id, Hash) = (text, id, hash);

    /// <summary>The text, until it is recorded; afterwards none.</summary>
    public string? Text { get; }

    /// <summary>Where the text is stored, once it is recorded.</summary>
    public string? Id { get; }

    /// <summary>The salted hash of the text, once it is recorded: see <see cref="HashOf"/>.</summary>
    public string? Hash { get; }

    /// <summary>Words about to be recorded, without space around them.</summary>
    public static Words Of(string text) => new(text.Trim(), id: null, hash: null);

    /// <summary>Words about to be recorded, or none where nothing but space was written.</summary>
    public static Words? From(string? text) => string.IsNullOrWhiteSpace(text) ? null : Of(text);

    /// <summary>Words as history holds them.</summary>
    public static Words Stored(string id, string hash) => new(text: null, id, hash);

    /// <summary>These words as history will hold them, once their text is stored under this id with this salt.</summary>
    public Words Store(string id, ReadOnlySpan<byte> salt) =>
        Stored(id, HashOf(Text ?? throw new InvalidOperationException("These words are stored already."), salt));

    /// <summary>HMAC-SHA256 of the text in UTF-8, keyed with the salt, in lower-case hexadecimal.</summary>
    public static string HashOf(string text, ReadOnlySpan<byte> salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));

    /// <summary>Never the text: words must not reach a log by way of an event.</summary>
    public override string ToString() => Id is null ? "words" : $"words {Id}";
}

/// <summary>Reads and writes the id and the hash, and refuses to write a text.</summary>
internal sealed class WordsJson : JsonConverter<Words>
{
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var words = JsonDocument.ParseValue(ref reader);
        return Words.Stored(Member(words.RootElement, "id"), Member(words.RootElement, "hash"));
    }

    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options)
    {
        if (value.Id is null || value.Hash is null)
        {
            throw new InvalidOperationException("Words must be stored before their event is written.");
        }

        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteString("hash", value.Hash);
        writer.WriteEndObject();
    }

    private static string Member(JsonElement words, string name) =>
        words.TryGetProperty(name, out var member) && member.GetString() is { } text
            ? text
            : throw new JsonException($"Words need \"{name}\".");
}
