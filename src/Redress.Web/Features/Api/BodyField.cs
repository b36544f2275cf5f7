using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;

namespace Redress.Web.Features.Api;

/// <summary>One field of a body: how it is read, and what its form asks of it. Worked out once for each form.</summary>
internal sealed class BodyField
{
    private readonly PropertyInfo property;
    private readonly Reader read;
    private readonly ValidationAttribute[] checks;
    private readonly bool isLine;

    public BodyField(PropertyInfo property)
    {
        this.property = property;
        Name = NameOf(property.Name);
        read = ReaderOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        checks = [.. property.GetCustomAttributes<ValidationAttribute>()];
        isLine = checks.OfType<LineAttribute>().Any();
    }

    /// <summary>The value, or the key of what is wrong with it, and what completes that text.</summary>
    private delegate (object? Value, string? Fault, string? With) Reader(JsonElement json);

    public string Name { get; }

    public static string NameOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    /// <summary>Puts the value into the form, or says what is wrong with it. Null is the same as left out.</summary>
    public string? Read(JsonElement json, object form, IStringLocalizer<Text> text)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var (value, fault, with) = read(json);
        if (fault is not null)
        {
            return with is null ? text[fault] : text[fault, with];
        }

        property.SetValue(form, isLine ? LineAttribute.Tidy((string?)value) : value);
        return null;
    }

    /// <summary>What the form asks of the field and does not get.</summary>
    public string? Check(object form, IServiceProvider services, IStringLocalizer<Text> text)
    {
        var value = property.GetValue(form);
        foreach (var check in checks)
        {
            var context = new ValidationContext(form, services, items: null)
            {
                MemberName = property.Name,
                DisplayName = Name,
            };
            if (check.GetValidationResult(value, context) is { } result)
            {
                return check.ErrorMessage is { } key ? text[key] : result.ErrorMessage;
            }
        }

        return null;
    }

    private static Reader ReaderOf(Type type) =>
        type switch
        {
            _ when type == typeof(string) => String,
            _ when type == typeof(DateOnly) => json =>
                Written(json) is { } day && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date)
                    ? (date, null, null)
                    : (null, "api.not_date", null),
            _ when type == typeof(TimeOnly) => json =>
                Written(json) is { } time && TimeOnly.TryParseExact(time, "HH:mm", out var at)
                    ? (at, null, null)
                    : (null, "api.not_time", null),
            _ when type == typeof(int) => json =>
                json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)
                    ? (number, null, null)
                    : (null, "api.not_number", null),
            _ when type == typeof(decimal) => json =>
                json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var sum)
                    ? (sum, null, null)
                    : (null, "api.not_sum", null),
            _ when type == typeof(bool) => json =>
                json.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? (json.GetBoolean(), null, null)
                    : (null, "api.not_boolean", null),
            _ when type == typeof(string[]) => Strings,
            { IsEnum: true } => typeof(BodyField)
                .GetMethod(nameof(Choice), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .CreateDelegate<Reader>(),
            _ => throw new NotSupportedException($"A body cannot hold a {type.Name}."),
        };

    private static (object?, string?, string?) String(JsonElement json) =>
        Written(json) is { } words ? (words, null, null) : (null, "api.not_string", null);

    private static (object?, string?, string?) Strings(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return (null, "api.not_strings", null);
        }

        var all = json.EnumerateArray().Select(Written).ToList();
        return all.Contains(null) ? (null, "api.not_strings", null) : (all.OfType<string>().ToArray(), null, null);
    }

    private static (object?, string?, string?) Choice<T>(JsonElement json)
        where T : struct, Enum =>
        WireName.TryParse<T>(Written(json), out var choice)
            ? (choice, null, null)
            : (null, "api.not_choice", string.Join(", ", WireName.All<T>()));

    /// <summary>None where it is no string, or holds half a character.</summary>
    private static string? Written(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
