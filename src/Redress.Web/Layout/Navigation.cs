using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout;

/// <summary>The parts of the staff side that a person can go to, in the order of a working day.</summary>
internal static class Navigation
{
    private static readonly (string Path, string Key)[] Staff =
    [
        ("/cases", "nav.cases"),
        ("/cases/new", "nav.new_case"),
        ("/calendar", "nav.calendar"),
        ("/procedures", "nav.procedures"),
        ("/settings", "nav.settings"),
    ];

    public static IReadOnlyList<NavigationItem> For(
        ClaimsPrincipal person,
        PathString here,
        IStringLocalizer<Text> text
    )
    {
        if (person.Identity is not { IsAuthenticated: true })
        {
            return [];
        }

        var active = Staff
            .Where(part => here.StartsWithSegments(part.Path, StringComparison.OrdinalIgnoreCase))
            .MaxBy(part => part.Path.Length)
            .Path;
        return
        [
            .. Staff.Select(part => new NavigationItem
            {
                Content = text[part.Key].Value,
                Href = part.Path,
                Current = here == part.Path,
                Active = active == part.Path,
            }),
        ];
    }
}
