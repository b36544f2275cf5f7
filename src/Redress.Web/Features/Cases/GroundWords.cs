using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>What a ground for refusing is called. A landlord's own procedure may have any.</summary>
internal static class GroundWords
{
    public static string Of(IStringLocalizer<Text> text, string ground) =>
        text[$"ground.{ground}"] is { ResourceNotFound: false } known
            ? known.Value
            : char.ToUpperInvariant(ground[0]) + ground[1..].Replace('_', ' ');
}
