using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Backups;

/// <summary>People notice nothing of a move: not their password, not even that they were signed in.</summary>
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
        await GivePasswordAsync(old);
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
        Assert.Equal("Amira Khan", returning.Page.QuerySelector(".app-account bdi")?.TextContent);
    }

    private static async Task GivePasswordAsync(RedressHost host)
    {
        using var scope = host.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var amira = await people.FindByIdAsync("amira");
        await people.UpdateNormalizedEmailAsync(amira!);
        await people.UpdateNormalizedUserNameAsync(amira!);
        Assert.True((await people.AddPasswordAsync(amira!, Password)).Succeeded);
    }
}
