using System.Globalization;
using Redress.Core;

namespace Redress.Web.Features.Api;

/// <summary>Reads what a list is asked for in its address, and says what else could be.</summary>
internal static class QueryChoices
{
    public static int? Number(string name, string? value, Dictionary<string, string[]> errors)
    {
        if (value is null)
        {
            return null;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors[name] = ["0, 1, 2"];
            return null;
        }

        return number;
    }

    public static T? Choice<T>(string name, string? value, Dictionary<string, string[]> errors)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        if (!WireName.TryParse<T>(value, out var choice))
        {
            errors[name] = [string.Join(", ", WireName.All<T>())];
        }

        return choice;
    }
}
