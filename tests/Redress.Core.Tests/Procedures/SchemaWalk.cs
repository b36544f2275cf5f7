using System.Text.Json;
using System.Text.RegularExpressions;

namespace Redress.Core.Tests.Procedures;

/// <summary>As much of JSON Schema as the procedure schema uses; a keyword it does not know is a fault, not a pass.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<string> Faults(
        JsonElement schema,
        JsonElement definitions,
        JsonElement value,
        string path
    )
    {
        var faults = new List<string>();
        foreach (var rule in schema.EnumerateObject())
        {
            var holds = rule.Name switch
            {
                "$schema" or "$defs" or "title" or "description" or "additionalProperties" => true,
                "$ref" => Collect(definitions.GetProperty(rule.Value.GetString()!["#/$defs/".Length..]), value, path),
                "type" => IsOfType(value, rule.Value.GetString()!),
                "required" => rule.Value.EnumerateArray().All(key => value.TryGetProperty(key.GetString()!, out _)),
                "properties" => value.ValueKind != JsonValueKind.Object
                    || value
                        .EnumerateObject()
                        .All(key =>
                            rule.Value.TryGetProperty(key.Name, out var child)
                            && Collect(child, key.Value, $"{path}.{key.Name}")
                        ),
                "items" => value.EnumerateArray().All(item => Collect(rule.Value, item, path)),
                "oneOf" => rule.Value.EnumerateArray().Count(one => !Faults(one, definitions, value, path).Any()) == 1,
                "enum" => rule.Value.EnumerateArray().Any(name => name.GetString() == value.GetString()),
                "pattern" => value.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(
                        value.GetString()!,
                        rule.Value.GetString()!,
                        RegexOptions.None,
                        TimeSpan.FromSeconds(5)
                    ),
                "format" => value.ValueKind != JsonValueKind.String
                    || DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetInt32() >= rule.Value.GetInt32(),
                "minItems" => value.GetArrayLength() >= rule.Value.GetInt32(),
                "minProperties" => value.EnumerateObject().Count() >= rule.Value.GetInt32(),
                "uniqueItems" => value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count()
                    == value.GetArrayLength(),
                _ => false,
            };
            if (!holds)
            {
                faults.Add($"{path}: {rule.Name}");
            }
        }
        return faults;

        bool Collect(JsonElement child, JsonElement part, string where)
        {
            var found = Faults(child, definitions, part, where).ToList();
            faults.AddRange(found);
            return found.Count == 0;
        }
    }

    private static bool IsOfType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => false,
        };
}
