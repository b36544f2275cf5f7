using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Backups;

/// <summary>People notice nothing of a move: not their password and their app, not even that they were signed in.</summary>
public sealed class MovedHouseTests(TestDatabases databases)
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task People_stay_signed_in_and_keep_their_passwords(Kind kind)
    {
        await using var old = new RedressHost(await databases.CreateAsync(kind));
        var office = await Office.OpenAsync(old);
        await SignedIn.GivePasswordAsync(old.Services, "amira", Password);
        await SignedIn.GiveAuthenticatorAsync(old.Services, "amira");
        var logged = await office.LoggedAsync();
        var cookie = Assert.Single((await office.VisitAsync()).Http.DefaultRequestHeaders.GetValues("Cookie"));
        var folder = Path.Combine(old.Installation.Folder, "backup");
        await old.Services.GetRequiredService<Backup>().TakeAsync(folder, Cancel);

        var house = await databases.CreateEmptyAsync(kind);
        await using (var database = new Database(house))
        {
            await new Restore(house, database).RunAsync(folder, Cancel);
        }

        await using var moved = new RedressHost(house);
        var browser = moved.CreateClient();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        var page = await new Visitor(browser).OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal("Amira Khan", page.QuerySelector(".app-account bdi")?.TextContent);

        var returning = moved.Visit();
        await returning.OpenAsync("/sign-in");
        await returning.SubmitAsync(("Email", "amira@vale.example"), ("Password", Password));
        await returning.SubmitAsync(("Code", await SignedIn.CodeAsync(moved.Services, "amira")));
        Assert.Equal("Amira Khan", returning.Page.QuerySelector(".app-account bdi")?.TextContent);
    }
}
