using System.Text.Json;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Features.Api;

/// <summary>
/// Reads a JSON object into a form, the same one a page is filled in by, and says of every field at once what is wrong
/// with it. A member that the form does not have is refused by name: a misspelt one must not be lost in silence.
/// </summary>
internal static class Body<T>
    where T : class, new()
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private static readonly BodyField[] Fields =
    [
        .. typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => new BodyField(property)),
    ];

    /// <summary>The form, or what is wrong by the name of each field; the empty name is the body itself.</summary>
    public static (T? Form, Dictionary<string, string[]> Errors) Read(
        ReadOnlyMemory<byte> body,
        IServiceProvider services
    )
    {
        var text = services.GetRequiredService<IStringLocalizer<Text>>();
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors[""] = [text["api.not_object"]];
                return (null, errors);
            }

            return (Read(json.RootElement, services, text, errors), errors);
        }
        catch (JsonException fault)
        {
            errors[""] = [text["api.not_read", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1]];
            return (null, errors);
        }
    }

    private static T? Read(
        JsonElement json,
        IServiceProvider services,
        IStringLocalizer<Text> text,
        Dictionary<string, string[]> errors
    )
    {
        var form = new T();
        foreach (var member in json.EnumerateObject())
        {
            if (Array.Find(Fields, field => member.NameEquals(field.Name)) is not { } field)
            {
                errors[member.Name] = [text["api.unknown_member"]];
            }
            else if (field.Read(member.Value, form, text) is { } fault)
            {
                errors[field.Name] = [fault];
            }
        }

        foreach (var field in Fields)
        {
            if (!errors.ContainsKey(field.Name) && field.Check(form, services, text) is { } fault)
            {
                errors[field.Name] = [fault];
            }
        }

        return errors.Count == 0 ? form : null;
    }
}
