using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Redress.Web.Layout.GovUk;

namespace Redress.Web.Tests.Layout;

/// <summary>
/// Reads the options of a govuk-frontend fixture into our component. Names differ in three ways: <c>text</c> and
/// <c>html</c> are one <c>Content</c>; what Nunjucks counts as nothing is left out; a date's parts are items.
/// </summary>
internal static class FixtureOptions
{
    private static readonly string[] Contents = ["", "title", "summary", "description", "logo"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ContentConverter(), new HtmlConverter(), new AttributesConverter(), new ScalarConverter() },
    };

    public static Component Read(string component, Type type, JsonElement options)
    {
        var node = JsonNode.Parse(options.GetRawText())!.AsObject();
        switch (component)
        {
            case "fieldset":
                node["body"] = node["html"] is { } body ? new JsonObject { ["html"] = body.DeepClone() } : null;
                break;
            case "character-count":
                node["countMessageClasses"] = node["countMessage"]?["classes"]?.DeepClone();
                break;
            case "service-navigation":
                FlattenSlots(node);
                break;
            case "date-input":
                node["items"] = DateItems(node);
                break;
            default:
                break;
        }

        Adapt(node, keepsPlaces: component is "radios" or "checkboxes");
        return (Component)node.Deserialize(type, Json)!;
    }

    private static void Adapt(JsonNode? node, bool keepsPlaces)
    {
        if (node is JsonArray array)
        {
            for (var i = array.Count - 1; i >= 0; i--)
            {
                if (!IsNothing(array[i]))
                {
                    Adapt(array[i], keepsPlaces);
                }
                else if (keepsPlaces)
                {
                    array[i] = null;
                }
                else
                {
                    array.RemoveAt(i);
                }
            }
        }
        else if (node is JsonObject all)
        {
            if (all["conditional"] is { } conditional)
            {
                all["conditional"] = conditional is JsonObject ? Something(conditional["html"]) : null;
            }

            foreach (var name in Contents)
            {
                var html = name.Length == 0 ? "html" : name + "Html";
                var text = name.Length == 0 ? "text" : name + "Text";
                if (Something(all[html]) is { } markup)
                {
                    all[name.Length == 0 ? "content" : name] = new JsonObject { ["html"] = markup };
                }
                else if (all[text] is JsonValue words)
                {
                    all[name.Length == 0 ? "content" : name] = words.DeepClone();
                }
            }

            foreach (var (name, value) in all.Where(pair => pair.Key is not ("content" or "attributes")).ToList())
            {
                Adapt(value, keepsPlaces);
            }
        }
    }

    private static JsonArray DateItems(JsonObject node)
    {
        var prefix = (string?)node["namePrefix"] is { } text ? text + "-" : "";
        var items = new JsonArray();
        var given = node["items"] as JsonArray;
        foreach (var item in given is { Count: > 0 } ? given : Parts(node))
        {
            var part = item!.AsObject();
            var name = (string)part["name"]!;
            var value =
                part["value"]
                ?? (node[name] as JsonObject)?["value"]
                ?? node["values"]?[name]
                ?? node["values"]?[prefix + name];
            var copy = (JsonObject)part.DeepClone();
            copy["id"] ??= $"{node["id"]}-{name}";
            copy["name"] = prefix + name;
            copy["label"] ??= char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
            copy["value"] = value?.DeepClone();
            copy["width"] =
                name == ((string?)(node["year"] as JsonObject)?["name"] ?? "year") || name == "year" ? 4 : 2;
            items.Add(copy);
        }

        return items;
    }

    private static IEnumerable<JsonNode?> Parts(JsonObject node)
    {
        foreach (var name in new[] { "day", "month", "year" })
        {
            if (node[name] is JsonObject part)
            {
                part["name"] ??= name;
                yield return part;
            }
            else if (!node.ContainsKey(name))
            {
                yield return new JsonObject { ["name"] = name };
            }
        }
    }

    private static void FlattenSlots(JsonObject node)
    {
        if (node["slots"] is JsonObject slots)
        {
            foreach (var (name, slot) in slots)
            {
                node[name] = (slot is JsonObject inner ? inner["html"] : slot)?.DeepClone();
            }

            node["endIsInline"] = (string?)(slots["end"] as JsonObject)?["align"] == "inline";
        }
    }

    private static JsonNode? Something(JsonNode? node) => IsNothing(node) ? null : node!.DeepClone();

    private static bool IsNothing(JsonNode? node) =>
        node is null
        || node is JsonObject { Count: 0 }
        || node.GetValueKind() == JsonValueKind.False
        || (node.GetValueKind() == JsonValueKind.String && (string)node! == "");

    private sealed class ContentConverter : JsonConverter<Content>
    {
        public override Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartObject
                ? new Content(new HtmlString((string)JsonNode.Parse(ref reader)!["html"]!))
                : new Content(Scalar(ref reader));

        public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    private sealed class HtmlConverter : JsonConverter<IHtmlContent>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(IHtmlContent);

        public override IHtmlContent Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => new HtmlString(reader.GetString());

        public override void Write(Utf8JsonWriter writer, IHtmlContent value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    private sealed class ScalarConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Scalar(ref reader);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    private sealed class AttributesConverter : JsonConverter<IReadOnlyList<TagHelperAttribute>>
    {
        public override IReadOnlyList<TagHelperAttribute> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            [
                .. JsonNode
                    .Parse(ref reader)!
                    .AsObject()
                    .Select(pair => new TagHelperAttribute(pair.Key, $"{pair.Value}")),
            ];

        public override void Write(
            Utf8JsonWriter writer,
            IReadOnlyList<TagHelperAttribute> value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    private static string? Scalar(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.GetDecimal().ToString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
}
