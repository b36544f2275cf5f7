using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Settings;

public sealed class SettingsTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_new_name_and_colour_are_seen_at_once_by_everybody_and_are_in_history(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var office = await Office.OpenAsync(host);
        var dan = await office.VisitAsync("dan");
        var styleBefore = await StyleAsync(host.Visit());

        await dan.OpenAsync("/settings");
        await dan.SubmitAsync(
            ("Form.Name", "Vale Homes"),
            ("Form.Colour", "#5B1A6E"),
            ("Form.Phone", "01234 567890"),
            ("Form.Closures", "24 December 2026\n2026-12-23")
        );

        var visitor = host.Visit();
        var home = await visitor.OpenAsync("/");
        Assert.EndsWith("Vale Homes", home.Title, StringComparison.Ordinal);
        Assert.Contains("01234 567890", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var style = await StyleAsync(visitor);
        Assert.NotEqual(styleBefore.Address, style.Address);
        Assert.Contains("--govuk-brand-colour: #5b1a6e", style.Text, StringComparison.Ordinal);
        Assert.Equal(
            [new(2026, 12, 23), new(2026, 12, 24)],
            host.Services.GetRequiredService<RulesStore>().Current.Closures
        );
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var history = await context
            .History.Where(row => row.Stream == Streams.Settings)
            .Select(row => new { row.StreamId, row.Who })
            .ToListAsync(Cancel);
        Assert.Equal(
            [("closures", "dan"), ("landlord", "dan")],
            history.Select(row => (row.StreamId, row.Who)).Order()
        );
        Assert.Contains("Dan Webb", dan.Page.QuerySelector(".app-aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_at_once_the_second_is_told_and_keeps_what_they_wrote()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(host);
        var (dan, also) = (await office.VisitAsync("dan"), await office.VisitAsync("dan"));
        await dan.OpenAsync("/settings");
        await also.OpenAsync("/settings");
        await also.SubmitAsync(("Form.Phone", "01632 960009"));

        var page = await dan.SubmitAsync(("Form.Name", "Vale Homes"));

        Assert.StartsWith("Somebody else changed the settings", Assert.Single(dan.Errors), StringComparison.Ordinal);
        Assert.Equal("Vale Homes", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        await dan.SubmitAsync();
        Assert.Equal("Vale Homes", host.Services.GetRequiredService<LandlordStore>().Current.Name);
    }

    [Theory]
    [InlineData("Form.Colour", "#ffdd00", "That colour has a contrast of 1.34 to 1 with white.")]
    [InlineData("Form.Colour", "#777777", "That colour has a contrast of 4.47 to 1 with white.")]
    [InlineData("Form.Colour", "teal", "Enter # and six digits")]
    [InlineData("Form.Name", " ", "Enter the name residents know you by")]
    [InlineData("Form.Email", "vale.example", "Enter an email address with an @")]
    [InlineData("Form.Closures", "Christmas", "Enter one day a line")]
    public async Task What_would_not_do_is_refused_beside_its_field(string field, string value, string message)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(host);
        var dan = await office.VisitAsync("dan");

        await dan.OpenAsync("/settings");
        var page = await dan.SubmitAsync((field, value));

        Assert.StartsWith(message, Assert.Single(dan.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#" + field.Replace('.', '_') + "-error"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_acknowledgement_names_the_officer_or_team_where_the_setting_says_so(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var office = await Office.OpenAsync(host);
        var logged = await office.LoggedAsync();
        var dan = await office.VisitAsync("dan");
        await dan.OpenAsync("/settings");
        await dan.SubmitAsync(("Form.NamesHandler", "true"));

        var rules = host.Services.GetRequiredService<RulesStore>().Current;
        var unnamed = new AcknowledgementRequest(
            office.Clock.Today,
            Channel.Email,
            "Dear resident",
            NamesHandler: false
        );
        Assert.Equal(
            CannotAcknowledge.HandlerNotNamed,
            Acknowledgement.Decide(logged, unnamed, rules, office.Clock.Today).Refusal
        );
        Assert.Null(
            Acknowledgement.Decide(logged, unnamed with { NamesHandler = true }, rules, office.Clock.Today).Refusal
        );
    }

    private static async Task<(string Address, string Text)> StyleAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/");
        var address = page.QuerySelector("link[href^='/assets/landlord.css']")!.GetAttribute("href")!;
        return (address, await visitor.Http.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));
    }

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return host;
    }
}
