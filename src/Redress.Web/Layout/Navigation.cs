using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Layout;

/// <summary>The parts of the staff side that a person can go to, in the order of a working day.</summary>
internal static class Navigation
{
    private static readonly Part[] Parts =
    [
        new("/cases", "cases", Act.SeeCase),
        new("/cases/due-soon", "due_soon", Act.Respond),
        new("/asks", "asks", Act.SettleAsk),
        new("/cases/new", "new_case", Act.LogCase),
        new("/letters", "letters", Act.SendLetters),
        new("/staff", "staff", Act.AssignCase),
        new("/cover", "cover", Act.SeeCover),
        new("/calendar", "calendar", Act.SeeRules),
        new("/procedures", "procedures", Act.SeeRules),
        new("/accounts", "accounts", Act.SeeAccounts),
        new("/incidents", "incidents", Act.SeeIncidents),
        new("/retention", "retention", Act.SeeRetention),
        new("/settings", "settings", Act.ManageSettings),
    ];

    public static IEnumerable<Part> Of(CurrentPerson person) => Parts.Where(part => person.May(part.Needs));

    public static IReadOnlyList<NavigationItem> For(CurrentPerson person, PathString here, IStringLocalizer<Text> text)
    {
        // The start of the longest match: logging a case is not the work list, though its address begins the same.
        var inside = Parts.Where(part => here.StartsWithSegments(part.Path, StringComparison.OrdinalIgnoreCase));
        var active = inside.MaxBy(part => part.Path.Length);
        return
        [
            .. Of(person)
                .Select(part => new NavigationItem
                {
                    Content = text[part.Title].Value,
                    Href = part.Path,
                    Current = here == part.Path,
                    Active = part == active,
                }),
        ];
    }

    /// <param name="Path">Where it begins.</param>
    /// <param name="Name">Names its texts.</param>
    /// <param name="Needs">What somebody must be allowed to do to have use for it.</param>
    public sealed record Part(string Path, string Name, Act Needs)
    {
        public string Title { get; } = "nav." + Name;

        public string Purpose { get; } = "start." + Name;
    }
}
