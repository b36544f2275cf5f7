using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.SignIn;

/// <summary>A session is what the database says it is, on every node, whatever cookie is shown.</summary>
public sealed class SessionTests(TestDatabases databases)
{
    private const string Password = "correct horse battery";

    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_ends_or_begins_on_one_node_holds_on_the_other_within_five_seconds(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        await using var one = Started(place);
        await using var other = Started(place);
        var office = await Office.OpenAsync(one);
        var amira = await office.VisitAsync("amira");
        var ben = await office.VisitAsync("ben");
        var lena = await office.VisitAsync("lena");
        var lenaAtHome = await office.VisitAsync("lena");
        var frank = await office.VisitAsync("frank");
        var dan = await office.VisitAsync("dan");
        var there = new[] { amira, ben, lena, lenaAtHome, frank, dan }.Select(who => On(other, who)).ToList();
        foreach (var visitor in there)
        {
            Assert.Equal("/account", await AtAsync(visitor, "/account"));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there[4], "/cases"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(there[5], "/cases"));

        await amira.OpenAsync("/sign-out");
        await amira.SubmitAsync();
        await lena.OpenAsync("/account");
        await lena.SubmitAsync("form[action='/account?handler=EndOthers']", []);
        await using (var context = one.Services.GetRequiredService<Database>().NewContext())
        {
            (await context.Users.SingleAsync(person => person.Id == "ben", Cancel)).DisabledAt = DateTime.UnixEpoch;
            context.Add(Grant("dan", Role.ComplaintsLead, one.Clock.Today));
            await context.SaveChangesAsync(Cancel);
            await context
                .RoleGrants.Where(grant => grant.PersonId == "frank")
                .ExecuteUpdateAsync(
                    row => row.SetProperty(grant => grant.HeldUntil, one.Clock.Today.AddDays(-1)),
                    Cancel
                );
        }

        one.Clock.Advance(FiveSeconds);
        other.Clock.Advance(FiveSeconds);

        var at = new List<string>();
        foreach (var visitor in there)
        {
            at.Add(await AtAsync(visitor, "/account"));
        }

        Assert.Equal(["/sign-in", "/sign-in", "/account", "/sign-in", "/account", "/account"], at);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(there[4], "/cases"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there[5], "/cases"));
        // A cookie kept from before opens nothing on the node of the sign-out either.
        Assert.Equal("/sign-in", await AtAsync(amira, "/account"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Half_an_hour_without_use_ends_it_and_twelve_hours_do_however_busy(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var amira = await SignInAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/account", await AtAsync(amira, "/account"));
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/account", await AtAsync(amira, "/account"));
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/sign-in", await AtAsync(amira, "/account"));

        amira = await SignInAsync(host);
        for (var spent = 0; spent < 12 * 60; spent += 20)
        {
            Assert.Equal("/account", await AtAsync(amira, "/account"));
            host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        host.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("/sign-in", await AtAsync(amira, "/account"));
    }

    [Fact]
    public async Task Somebody_sees_where_they_are_signed_in_and_ends_what_they_do_not_know()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var phone = await SignInAsync(
            host,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Version/18.5 Mobile Safari/604.1"
        );
        var desk = await SignInAsync(host, "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0");

        var page = await desk.OpenAsync("/account");
        Assert.Equal(
            ["Firefox, Windows", "Safari, iPhone"],
            page.QuerySelectorAll(".app-point bdi").Select(browser => browser.TextContent).Order()
        );
        await desk.SubmitAsync("form[action='/account?handler=End']", []);

        Assert.Equal("/sign-in", await AtAsync(phone, "/account"));
        Assert.Equal("/account", await AtAsync(desk, "/account"));
        Assert.Null(desk.Page.QuerySelector("form[action='/account?handler=EndOthers']"));
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(host);
        var ben = await office.VisitAsync("ben");
        var amira = await SignInAsync(host);
        var second = await SignInAsync(host);
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var his = await context.Sessions.Where(row => row.PersonId == "ben").Select(row => row.Id).SingleAsync(Cancel);

        await amira.OpenAsync("/account");
        await amira.SubmitAsync("form[action='/account?handler=End']", [("id", his)]);

        Assert.Equal("/account", await AtAsync(ben, "/account"));
        Assert.Equal("/account", await AtAsync(second, "/account"));
    }

    [Fact]
    public async Task Another_password_ends_every_other_session_and_this_one_gets_another_id()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var phone = await SignInAsync(host);
        var desk = await SignInAsync(host);

        await desk.OpenAsync("/account/password");
        await desk.SubmitAsync(("Current", "wrong password"), ("New", "four words without sense"));
        Assert.StartsWith("This is not your password", Assert.Single(desk.Errors), StringComparison.Ordinal);
        await desk.SubmitAsync(("Current", Password), ("New", "too short"));
        Assert.Equal(["Your new password must have at least 12 characters"], desk.Errors);
        var before = await SessionsAsync(host);
        await desk.SubmitAsync(("Current", Password), ("New", "four words without sense"));

        Assert.Equal("/account", desk.At.AbsolutePath);
        Assert.DoesNotContain(Assert.Single(await SessionsAsync(host)), before);
        Assert.Equal("/sign-in", await AtAsync(phone, "/account"));
    }

    [Fact]
    public async Task Over_https_the_cookie_belongs_to_this_host_alone()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        using var client = host.CreateClient(
            new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }
        );
        var visitor = new Visitor(client);
        await FillInAsync(host, visitor);

        var cookie = visitor.SetCookies.Single(set => set.Contains("-redress=", StringComparison.Ordinal));
        Assert.StartsWith("__Host-redress=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "path=/;", "secure", "httponly", "samesite=lax" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_somebody_is_costs_one_query_in_three_seconds()
    {
        var counter = new QueryCounter();
        await using var host = await HostAsync(Kind.Sqlite);
        await using var counted = host.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(counter))
        );
        var amira = await (await Office.OpenAsync(counted, host.Clock)).VisitAsync();
        var counts = new List<int>();
        foreach (var later in new[] { 0, 1, 1, 2, 1 })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(later));
            counter.Reset();
            await amira.OpenAsync("/account/password");
            counts.Add(counter.Count);
        }

        Assert.Equal([1, 0, 0, 1, 0], counts);
    }

    private static RoleGrantRow Grant(string who, Role role, DateOnly from) =>
        new()
        {
            PersonId = who,
            Role = role,
            HeldFrom = from,
        };

    private static async Task<IReadOnlyList<string>> SessionsAsync(RedressHost host)
    {
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        return await context.Sessions.Select(row => row.Id).ToListAsync(Cancel);
    }

    /// <summary>The same browser, which reaches another node.</summary>
    private static Visitor On(RedressHost node, Visitor visitor)
    {
        var http = node.CreateClient();
        http.DefaultRequestHeaders.Add("Cookie", visitor.Http.DefaultRequestHeaders.GetValues("Cookie"));
        return new Visitor(http);
    }

    private static async Task<string> AtAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        return visitor.At.AbsolutePath;
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        return visitor.Status;
    }

    private static async Task<Visitor> SignInAsync(RedressHost host, string browser = "")
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        var visitor = new Visitor(http);
        await FillInAsync(host, visitor);
        return visitor;
    }

    private static async Task FillInAsync(RedressHost host, Visitor visitor)
    {
        await visitor.OpenAsync("/sign-in");
        await visitor.SubmitAsync(("Email", "amira@vale.example"), ("Password", Password));
        await visitor.OpenAsync("/sign-in/code");
        await visitor.SubmitAsync(("Code", await SignedIn.CodeAsync(host.Services, "amira")));
    }

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = Started(await databases.CreateAsync(kind));
        await Office.OpenAsync(host);
        await SignedIn.GivePasswordAsync(host.Services, "amira", Password);
        await SignedIn.GiveAuthenticatorAsync(host.Services, "amira");
        return host;
    }

    private static RedressHost Started(Installation place)
    {
        var host = new RedressHost(place);
        host.StartServer();
        return host;
    }
}
