using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Cli;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.SignIn;

/// <summary>A link lets the owner of an account choose a password: once, for a while, and nothing else.</summary>
public sealed class ChoosePasswordTests(TestDatabases databases)
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_invitation_is_good_for_72_hours_and_once(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var links = host.Services.GetRequiredService<AccountLinks>();
        var earlier = await links.MakeAsync("amira", AccountLinkPurpose.Invitation, Cancel);
        var token = await links.MakeAsync("amira", AccountLinkPurpose.Invitation, Cancel);
        await using (var context = host.Services.GetRequiredService<Database>().NewContext())
        {
            Assert.DoesNotContain(token, await context.AccountLinks.Select(row => row.Hash).ToListAsync(Cancel));
        }

        host.Clock.Advance(TimeSpan.FromHours(71));
        var amira = host.Visit();
        await amira.OpenAsync($"/choose-password/{earlier}");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
        await amira.OpenAsync($"/choose-password/{token}");
        await amira.SubmitAsync(("New", "too short"));
        Assert.Equal(["Your new password must have at least 12 characters"], amira.Errors);
        var form = amira.Page;
        await amira.SubmitAsync(("New", Password));
        Assert.Equal("/sign-in", amira.At.AbsolutePath);
        amira.Return(form);
        await amira.SubmitAsync(("New", "another four plain words"));
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);

        await amira.OpenAsync("/sign-in");
        await amira.SubmitAsync(("Email", "amira@vale.example"), ("Password", Password));
        Assert.Contains("add a second factor", amira.Page.Body!.TextContent, StringComparison.Ordinal);

        var late = await links.MakeAsync("ben", AccountLinkPurpose.Invitation, Cancel);
        host.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Null(await links.FindAsync(late, Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_reset_is_good_for_half_an_hour_ends_every_session_and_keeps_the_second_factor(Kind kind)
    {
        await using var host = await HostAsync(kind);
        await SignedIn.GivePasswordAsync(host.Services, "amira", Password);
        await SignedIn.GiveAuthenticatorAsync(host.Services, "amira");
        var links = host.Services.GetRequiredService<AccountLinks>();
        var office = await Office.OpenAsync(host);
        var thief = await office.VisitAsync();
        await thief.OpenAsync("/cases");
        Assert.Equal("/cases", thief.At.AbsolutePath);
        var old = await links.MakeAsync("amira", AccountLinkPurpose.Reset, Cancel);
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await links.FindAsync(old, Cancel));

        var amira = host.Visit();
        await amira.OpenAsync($"/choose-password/{await links.MakeAsync("amira", AccountLinkPurpose.Reset, Cancel)}");
        await amira.SubmitAsync(("New", "four words without sense"));
        await thief.OpenAsync("/cases");
        Assert.Equal("/sign-in", thief.At.AbsolutePath);
        await amira.SubmitAsync(("Email", "amira@vale.example"), ("Password", "four words without sense"));
        Assert.Equal("/sign-in/code", amira.At.AbsolutePath);
    }

    [Fact]
    public async Task A_link_is_bound_to_its_purpose_and_opens_no_disabled_account()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var links = host.Services.GetRequiredService<AccountLinks>();
        Assert.Null(await links.FindAsync(await links.MakeAsync("ben", AccountLinkPurpose.Reset, Cancel), Cancel));
        await SignedIn.GivePasswordAsync(host.Services, "ben", Password);
        Assert.Null(await links.FindAsync(await links.MakeAsync("ben", AccountLinkPurpose.Invitation, Cancel), Cancel));

        var token = await links.MakeAsync("ben", AccountLinkPurpose.Reset, Cancel);
        Assert.Equal("ben", await links.FindAsync(token, Cancel));
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        (await context.Users.SingleAsync(person => person.Id == "ben", Cancel)).DisabledAt = DateTime.UnixEpoch;
        await context.SaveChangesAsync(Cancel);
        Assert.Null(await links.FindAsync(token, Cancel));

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => links.TakeAsync(token, Cancel)));
        Assert.Single(taken, one => one);
    }

    [Theory]
    [InlineData("Password12345!")]
    [InlineData("qwertyuiop1234567890")]
    [InlineData("Summer-2025-Summer")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("YourLandlord2025")]
    [InlineData("amira-vale-khan")]
    [InlineData("Redress-complaints")]
    public async Task What_everybody_tries_first_is_refused(string password)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var links = host.Services.GetRequiredService<AccountLinks>();
        var amira = host.Visit();
        await amira.OpenAsync(
            $"/choose-password/{await links.MakeAsync("amira", AccountLinkPurpose.Invitation, Cancel)}"
        );

        await amira.SubmitAsync(("New", password));

        Assert.StartsWith("This is made of words", Assert.Single(amira.Errors), StringComparison.Ordinal);
        await amira.SubmitAsync(("New", new string('x', 129)));
        Assert.Equal(["Your new password must have no more than 128 characters"], amira.Errors);
    }

    [Fact]
    public async Task The_command_line_makes_the_first_administrator()
    {
        var folder = Directory.CreateTempSubdirectory("redress-account-").FullName;
        string[] verb = ["account", "--email", "Ruth@vale.example", "--data", folder, "--json"];
        var unnamed = await CommandLine.RunAsync(verb);
        Assert.Equal(Exit.BadInput, unnamed.Exit);
        Assert.Contains("nobody has the address", unnamed.Error, StringComparison.Ordinal);

        var made = await CommandLine.RunAsync([.. verb, "--name", "Ruth Bell", "--role", "administrator"]);
        var again = await CommandLine.RunAsync([.. verb, "--role", "administrator"]);

        Assert.Equal((Exit.Done, Exit.Done), (made.Exit, again.Exit));
        Assert.NotEqual(made.Json.GetProperty("link").GetString(), again.Json.GetProperty("link").GetString());
        Assert.Equal(made.Json.GetProperty("id").GetString(), again.Json.GetProperty("id").GetString());
        Assert.Equal(0, (await CommandLine.RunAsync("verify", "--data", folder, "--json")).Exit);
        await using (var host = new RedressHost(new Installation(folder)))
        {
            host.StartServer();
            var ruth = host.Visit();
            host.Clock.Advance(TimeProvider.System.GetUtcNow() - host.Clock.GetUtcNow());
            await ruth.OpenAsync(again.Json.GetProperty("link").GetString()!);
            await ruth.SubmitAsync(("New", Password));
            Assert.Equal("/sign-in", ruth.At.AbsolutePath);
            await using var context = host.Services.GetRequiredService<Database>().NewContext();
            var grant = await context.RoleGrants.SingleAsync(Cancel);
            Assert.Equal(Redress.Web.Security.Role.Administrator, grant.Role);
            Assert.Equal(
                ["role_given"],
                await context
                    .History.Where(row => row.Stream == Streams.Person)
                    .Select(row => row.Event)
                    .ToListAsync(Cancel)
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        await Office.OpenAsync(host);
        using var scope = host.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>();
        foreach (var person in await people.Users.ToListAsync(Cancel))
        {
            await people.UpdateNormalizedEmailAsync(person);
            await people.UpdateAsync(person);
        }

        return host;
    }
}
