using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>The words for a choice, under a key such as <c>channel.in_person</c>.</summary>
internal static class Choose
{
    /// <summary>What people call it.</summary>
    public static string Word<T>(this IStringLocalizer<Text> text, T choice)
        where T : struct, Enum => text[Keys<T>.Of[choice]].Value;

    /// <summary>Every choice, or those that fit, to choose from in a form.</summary>
    public static IReadOnlyList<SelectListItem> From<T>(IStringLocalizer<Text> text, Func<T, bool>? fits = null)
        where T : struct, Enum =>
        [
            .. Enum.GetValues<T>()
                .Where(choice => fits?.Invoke(choice) ?? true)
                .Select(choice => new SelectListItem(text.Word(choice), choice.ToString())),
        ];

    private static class Keys<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
            .ToFrozenDictionary(
                choice => choice,
                choice => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name)}.{WireName.Of(choice)}"
            );
    }
}
