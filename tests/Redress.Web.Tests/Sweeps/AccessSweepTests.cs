using System.Net;
using Microsoft.AspNetCore.Http;
using Redress.Web.Security;

namespace Redress.Web.Tests.Sweeps;

/// <summary>Who gets in, at every door of the application: once here, and not again with every page.</summary>
public sealed class AccessSweepTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public void Every_door_names_its_act_or_is_known_to_be_public()
    {
        Assert.NotEmpty(site.Doors);
        Faults.AssertNone(site.Doors.Select(Unnamed).OfType<string>());
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_sent_to_do_so_and_programs_are_told()
    {
        var faults = new List<string?>();
        foreach (var door in site.Doors)
        {
            using var answer = await site.AskAsync(door, role: null);
            faults.Add(WrongToStranger(door, answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        Faults.AssertNone(faults.OfType<string>());
    }

    [Fact]
    public async Task Who_has_shown_a_password_alone_opens_nothing_but_their_own_account()
    {
        var faults = new List<string>();
        foreach (var door in site.Doors.Where(door => door.Needs is not null and not Act.KeepOwnAccount))
        {
            using var answer = await site.AskUnprovenAsync(door);
            var led = answer.Headers.Location?.ToString();
            if (
                answer.StatusCode != HttpStatusCode.Unauthorized
                && led?.StartsWith("/account/second-factor", StringComparison.Ordinal) is not true
                && led?.Contains("/follow?return=", StringComparison.Ordinal) is not true
            )
            {
                faults.Add($"{door} answers {answer.StatusCode} {led}");
            }
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public void A_door_that_names_no_act_is_found()
    {
        var forgotten = Made("/forgotten");
        Assert.Equal("GET /forgotten names no act", Unnamed(forgotten));
        Assert.Null(Unnamed(Made("/named", new NeedsAttribute(Act.SeeCase))));
        Assert.Null(Unnamed(Made("/")));
    }

    [Theory]
    [InlineData("/cases", HttpStatusCode.OK, null)]
    [InlineData("/cases", HttpStatusCode.Redirect, "http://localhost/")]
    [InlineData("/cases", HttpStatusCode.Unauthorized, null)]
    [InlineData("/api/v1/cases", HttpStatusCode.OK, null)]
    [InlineData("/api/v1/cases", HttpStatusCode.Redirect, "http://localhost/sign-in?return=%2F")]
    [InlineData("/", HttpStatusCode.Redirect, "http://localhost/sign-in?return=%2F")]
    public void A_stranger_let_in_or_turned_away_wrongly_is_found(string pattern, HttpStatusCode status, string? to) =>
        Assert.NotNull(WrongToStranger(Made(pattern), status, to));

    private static string? Unnamed(Door door) =>
        door.IsPublic || door.Needs is not null ? null : $"{door} names no act";

    private static string? WrongToStranger(Door door, HttpStatusCode status, string? location)
    {
        var toSignIn =
            status == HttpStatusCode.Redirect
            && location?.Contains(door.IsResidents ? "/follow?return=" : "/sign-in?return=", StringComparison.Ordinal)
                is true;
        var turnedAway = door.IsApi ? status == HttpStatusCode.Unauthorized : toSignIn;
        var failed = (int)status >= 500;
        return turnedAway != door.IsPublic && !failed ? null : $"{door} answers a stranger with {status} {location}";
    }

    private static Door Made(string pattern, params object[] metadata) =>
        new("GET", pattern, new EndpointMetadataCollection(metadata));
}
