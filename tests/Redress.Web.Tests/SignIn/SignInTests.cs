using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.SignIn;

public sealed class SignInTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Password = "correct horse battery";
    private const string Refusal =
        "Check your email address and password. If you have tried several times, wait 15 minutes and try again";

    [Fact]
    public async Task With_the_right_password_the_start_page_greets_by_name_and_signing_out_ends_it()
    {
        var visitor = await VisitorAsync("amira");
        await visitor.OpenAsync("/sign-in");
        var start = await SignInAsync(visitor, "amira");

        Assert.Equal("/", visitor.At.AbsolutePath);
        Assert.Equal("amira", start.QuerySelector(".app-account bdi")!.TextContent);
        Assert.Equal("/cases", start.QuerySelector(".app-card a")!.GetAttribute("href"));

        await visitor.OpenAsync(start.QuerySelector(".app-account a:last-of-type")!.GetAttribute("href")!);
        await visitor.SubmitAsync();
        Assert.Null((await visitor.OpenAsync("/")).QuerySelector(".app-account"));
    }

    [Theory]
    [InlineData("noor@vale.example", "wrong password")]
    [InlineData("nobody@vale.example", Password)]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_in_the_same_words(
        string email,
        string password
    )
    {
        var visitor = await VisitorAsync("noor");
        await visitor.OpenAsync("/sign-in");
        var page = await visitor.SubmitAsync(("Email", email), ("Password", password));

        Assert.Equal([Refusal], visitor.Errors);
        Assert.StartsWith("Error: Sign in", page.Title, StringComparison.Ordinal);
        Assert.Equal(email, ((IHtmlInputElement)page.QuerySelector("#Email")!).Value);
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("#Password")!).Value);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_must_wait()
    {
        var visitor = await VisitorAsync("ben");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await visitor.OpenAsync("/sign-in");
            await visitor.SubmitAsync(("Email", "ben@vale.example"), ("Password", "wrong password"));
        }

        await visitor.SubmitAsync(("Email", "ben@vale.example"), ("Password", Password));
        Assert.Equal([Refusal], visitor.Errors);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        var visitor = await VisitorAsync("cleo");
        await visitor.OpenAsync("/sign-in");
        await visitor.SubmitAsync();
        Assert.Equal(["Enter your email address", "Enter your password"], visitor.Errors);
    }

    [Theory]
    [InlineData("/error", "/error")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    public async Task Signing_in_goes_on_to_the_page_asked_for_and_never_elsewhere(string asked, string reached)
    {
        var visitor = await VisitorAsync("dev");
        await visitor.OpenAsync($"/sign-in?return={Uri.EscapeDataString(asked)}");
        await SignInAsync(visitor, "dev");
        Assert.Equal(reached, visitor.At.AbsolutePath);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        var visitor = await VisitorAsync("eve");
        using var form = new FormUrlEncodedContent([new("Email", "eve@vale.example"), new("Password", Password)]);
        using var answer = await visitor.Http.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task People_are_shown_the_parts_of_the_work_that_their_roles_allow()
    {
        var lead = await VisitorAsync("grace", Role.ComplaintsLead);
        var administrator = await VisitorAsync("hugo", Role.Administrator);

        Assert.Equal(
            [
                "/cases",
                "/cases/due-soon",
                "/asks",
                "/cases/new",
                "/letters",
                "/staff",
                "/cover",
                "/calendar",
                "/procedures",
                "/incidents",
                "/retention",
            ],
            await PartsAsync(lead, "grace")
        );
        Assert.Equal(
            ["/calendar", "/procedures", "/accounts", "/incidents", "/retention", "/settings"],
            await PartsAsync(administrator, "hugo")
        );
    }

    private async Task<IEnumerable<string?>> PartsAsync(Visitor visitor, string name)
    {
        await visitor.OpenAsync("/sign-in");
        var start = await SignInAsync(visitor, name);
        return start.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href"));
    }

    private async Task<IHtmlDocument> SignInAsync(Visitor visitor, string name)
    {
        var services = (await hosts.OnAsync(Kind.Sqlite)).Services;
        await visitor.SubmitAsync(("Email", $"{name}@vale.example"), ("Password", Password));
        return await visitor.SubmitAsync(("Code", await SignedIn.CodeAsync(services, name)));
    }

    private async Task<Visitor> VisitorAsync(string name, Role role = Role.Handler)
    {
        var host = await hosts.OnAsync(Kind.Sqlite);
        using var scope = host.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{name}@vale.example";
        if (await people.FindByEmailAsync(email) is null)
        {
            var person = new Person
            {
                Id = name,
                Name = name,
                UserName = email,
                Email = email,
            };
            Assert.True((await people.CreateAsync(person, Password)).Succeeded);
            var context = scope.ServiceProvider.GetRequiredService<RedressContext>();
            context.RoleGrants.Add(
                new RoleGrantRow
                {
                    PersonId = person.Id,
                    Role = role,
                    HeldFrom = new DateOnly(2020, 1, 1),
                }
            );
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            await SignedIn.GiveAuthenticatorAsync(host.Services, name);
        }

        return host.Visit();
    }
}
