using System.Net.Http.Headers;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident has lost their code, or never had one because they rang.</summary>
public sealed class GiveCodeTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_new_code_opens_the_complaint_and_the_old_one_stops_at_once(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, old) = await ComplainAsync(office);
        var (still, program) = (new Visitor(office.Stranger()), office.Stranger());
        await FollowTests.OpenAsync(still, reference, old);
        Assert.Equal("/follow/complaint", still.At.AbsolutePath);
        await LetInAsync(program, reference, old);
        var address = new Uri($"/api/v1/complaints/{reference}", UriKind.Relative);
        using (var open = await program.GetAsync(address, TestContext.Current.CancellationToken))
        {
            Assert.Equal(200, (int)open.StatusCode);
        }

        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{reference}/access-code");
        var given = await cora.SubmitAsync();
        var code = given.QuerySelector(".app-access-code")!.TextContent.Trim();

        Assert.NotEqual(old, code);
        await still.OpenAsync("/follow/complaint");
        Assert.Equal("/follow", still.At.AbsolutePath);
        Assert.Contains("You have been given a new code", still.Page.Body!.TextContent, Ordinal);
        using (var shut = await program.GetAsync(address, TestContext.Current.CancellationToken))
        {
            Assert.Equal(404, (int)shut.StatusCode);
        }

        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, old);
        Assert.Equal("/follow", resident.At.AbsolutePath);
        await FollowTests.OpenAsync(resident, reference, code);
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        var page = await cora.OpenAsync($"/cases/{reference}");
        Assert.Contains("Mrs Shah was given a new code to follow the case", page.Body!.TextContent, Ordinal);
        Assert.DoesNotContain(code, page.Body.TextContent, Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_rang_is_given_their_first_code_and_no_more_than_three_a_day(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = await office.ProgramAsync("cora");
        var logged = await program.SendAsync(
            "/api/v1/cases",
            new
            {
                kind = "complaint",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
                summary = "The lift",
                name = "Mrs Shah",
            }
        );
        var reference = logged.Json.GetProperty("reference").GetString()!;
        var address = $"/api/v1/cases/{reference}/access-code";

        var first = await program.SendAsync(address, new { }, $"first-{reference}");
        var again = await program.SendAsync(address, new { }, $"first-{reference}");

        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, first.Json.GetProperty("code").GetString()!);
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        Assert.Equal((201, first.Location), (again.Status, again.Location));
        Assert.False(again.Json.TryGetProperty("code", out _));
        Assert.Equal(201, (await program.SendAsync(address, new { })).Status);
        Assert.Equal(201, (await program.SendAsync(address, new { })).Status);
        var often = await program.SendAsync(address, new { });
        Assert.Equal((409, "too_often"), (often.Status, often.Json.Code()));
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{reference}/access-code");
        await lena.SubmitAsync();
        Assert.StartsWith("They were given three codes today", Assert.Single(lena.Errors), Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_again_shows_no_code_and_leaves_the_one_it_gave()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, _) = await ComplainAsync(office);
        var cora = await office.VisitAsync("cora");
        var form = await cora.OpenAsync($"/cases/{reference}/access-code");
        var code = (await cora.SubmitAsync()).QuerySelector(".app-access-code")!.TextContent.Trim();

        cora.Return(form);
        var again = await cora.SubmitAsync();

        Assert.Equal($"/cases/{reference}", cora.At.AbsolutePath);
        Assert.DoesNotContain(code, again.Body!.TextContent, Ordinal);
        Assert.Single((await office.CaseAsync(reference)).History, one => one.Event is AccessCodeGiven);
        await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, code);
    }

    [Fact]
    public async Task One_of_several_gets_theirs_and_the_others_keep_their_own()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, hers) = await ComplainAsync(office);
        var program = await office.ProgramAsync("cora");
        var joined = await program.SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new { on = $"{office.Clock.Today:yyyy-MM-dd}", name = "Mr Hall" }
        );
        var person = joined.Json.GetProperty("person").GetString();

        var address = $"/api/v1/cases/{reference}/access-code";
        var nobody = await program.SendAsync(address, new { });
        Assert.Equal((409, "nobody_chosen"), (nobody.Status, nobody.Json.Code()));
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{reference}/access-code");
        await cora.SubmitAsync();
        Assert.Equal(["Choose who gets the code"], cora.Errors);

        var given = await program.SendAsync(address, new { person });

        Assert.Equal(person, given.Json.GetProperty("person").GetString());
        var (shah, hall) = (new Visitor(office.Stranger()), new Visitor(office.Stranger()));
        await FollowTests.OpenAsync(shah, reference, hers);
        await FollowTests.OpenAsync(hall, reference, given.Json.GetProperty("code").GetString()!);
        Assert.Equal(("/follow/complaint", "/follow/complaint"), (shah.At.AbsolutePath, hall.At.AbsolutePath));
    }

    [Fact]
    public async Task Nobody_gets_one_to_a_complaint_that_nobody_can_show_is_theirs_nor_from_whoever_may_not()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var sent = await office
            .Stranger()
            .SendAsync("/api/v1/complaints", new { summary = "Shouting", anonymous = true }, $"{Guid.NewGuid():N}");
        var address = $"/api/v1/cases/{sent.Json.GetProperty("reference").GetString()}/access-code";

        var refused = await (await office.ProgramAsync("lena")).SendAsync(address, new { });

        Assert.Equal((409, "not_a_complainant"), (refused.Status, refused.Json.Code()));
        Assert.Equal(403, (await (await office.ProgramAsync("frank")).SendAsync(address, new { })).Status);
        Assert.Equal(403, (await (await office.ProgramAsync("ada")).SendAsync(address, new { })).Status);
    }

    [Fact]
    public async Task Without_a_mail_server_none_is_emailed_and_that_is_said()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, code) = await ComplainAsync(office);
        var frank = await office.VisitAsync("frank");

        await frank.OpenAsync($"/cases/{reference}/emailed-code");
        await frank.SubmitAsync();

        Assert.StartsWith("No mail server is set up", Assert.Single(frank.Errors), Ordinal);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, code);
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
    }

    private static async Task<(string Reference, string Code)> ComplainAsync(Office office)
    {
        var sent = await office
            .Stranger()
            .SendAsync(
                "/api/v1/complaints",
                new
                {
                    summary = "The lift",
                    anonymous = false,
                    name = "Mrs Shah",
                    phone = "01632 960001",
                },
                $"{Guid.NewGuid():N}"
            );
        return (sent.Json.GetProperty("reference").GetString()!, sent.Json.GetProperty("code").GetString()!);
    }

    private static async Task LetInAsync(HttpClient program, string reference, string code)
    {
        var token = await program.SendAsync("/api/v1/complaints/tokens", new { reference, code });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Json.GetProperty("token").GetString()
        );
    }
}
