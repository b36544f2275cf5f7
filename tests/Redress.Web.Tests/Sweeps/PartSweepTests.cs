using Redress.Web.Security;
using Redress.Web.Tests.Layout;

namespace Redress.Web.Tests.Sweeps;

/// <summary>Every door belongs to a part that can be hidden, or is one of those that never are.</summary>
public sealed class PartSweepTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    /// <summary>How these addresses begin, and nobody's case is in any of them.</summary>
    private static readonly string[] NeverHidden =
    [
        "/account",
        "/api/v1/calendars",
        "/api/v1/incidents",
        "/api/v1/leaks",
        "/calendar",
        "/choose-password",
        "/complain",
        "/error",
        "/follow/leave",
        "/health",
        "/incidents",
        "/openapi",
        "/procedures",
        "/report-data",
        "/settings",
        "/sign-in",
        "/sign-out",
    ];

    [Fact]
    public async Task Every_door_can_be_hidden_or_shows_nobodys_data()
    {
        var doors = await Door.AllOfAsync(host.Services);
        Assert.NotEmpty(doors);
        Faults.AssertNone(
            doors
                .Where(door => (ProductParts.Of(door.Pattern) is null) != IsNeverHidden(door.Pattern))
                .Select(door => $"{door} is in {ProductParts.Of(door.Pattern)?.ToString() ?? "no part"}")
        );
    }

    /// <summary>To complain anew, by page or program, and to show a code.</summary>
    private static bool IsNeverHidden(string pattern) =>
        pattern is "/" or "/follow" or "/api/v1/complaints/" or "/api/v1/complaints/tokens"
        || NeverHidden.Any(start =>
            pattern == start || pattern.StartsWith(start + "/", StringComparison.OrdinalIgnoreCase)
        );
}
