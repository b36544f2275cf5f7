using System.Net;
using Microsoft.AspNetCore.Http;
using Redress.Web.Security;

namespace Redress.Web.Tests.Sweeps;

/// <summary>Who gets in, at every door of the application: once here, and not again with every page.</summary>
public sealed class AccessSweepTests(SweptSite site) : IClassFixture<SweptSite>
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

    [Theory]
    [InlineData(Role.FrontLine)]
    [InlineData(Role.Handler)]
    [InlineData(Role.ComplaintsLead)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task A_role_opens_the_doors_of_its_acts_and_no_others(Role role)
    {
        var person = new CurrentPerson("somebody", "Somebody", new HashSet<Role> { role });
        var faults = new List<string?>();
        foreach (var door in site.Doors.Where(door => door.Needs is not null))
        {
            using var answer = await site.AskAsync(door, role);
            var askedForCode = answer.RequestMessage!.RequestUri!.AbsolutePath == "/follow";
            var status = askedForCode ? HttpStatusCode.Unauthorized : answer.StatusCode;
            faults.Add(Wrong(door, person.May(door.Needs!.Value), status));
        }

        Faults.AssertNone(faults.OfType<string>());
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

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.BadRequest)]
    [InlineData(true, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.NotFound)]
    [InlineData(true, HttpStatusCode.InternalServerError)]
    public void A_role_let_in_or_turned_away_wrongly_is_found(bool may, HttpStatusCode status) =>
        Assert.NotNull(Wrong(Made("/cases"), may, status));

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

    private static string? Wrong(Door door, bool may, HttpStatusCode status)
    {
        var turnedAway = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
        return may != turnedAway && (int)status < 500
            ? null
            : $"{door} answers somebody who {(may ? "may" : "may not")} with {status}";
    }

    private static Door Made(string pattern, params object[] metadata) =>
        new("GET", pattern, new EndpointMetadataCollection(metadata));
}
