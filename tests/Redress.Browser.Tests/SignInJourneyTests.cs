using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Somebody new adds what they prove who they are with, and signs in by it.</summary>
public sealed class SignInJourneyTests(Chromium chromium, TestDatabases databases)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_is_removed(Kind kind)
    {
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind));
        await using var amira = await chromium.VisitAsync(server, device: Device.SmallPhone);
        await VirtualAuthenticator.PlugInAsync(amira.Page);
        await PasswordAsync(amira);
        await amira.SeesAsync("add a second factor");
        await amira.LookAsync();
        await amira.FollowAsync("Add a second factor");
        await amira.LookAsync();

        await amira.FollowAsync("Add a passkey");
        await Assertions.Expect(amira.Page.GetByText("No passkey was made.")).ToBeHiddenAsync();
        await amira.LookAsync();
        await amira.FillAsync("Name (optional)", "My phone");
        await amira.PressAsync("Add a passkey");
        await amira.SeesAsync("These codes are shown this once.");
        await amira.LookAsync();
        await amira.GoAsync("/account/passkeys");
        await amira.SeesAsync("My phone");
        await amira.LookAsync();
        await amira.PressAsync("Remove My phone");
        await amira.IsToldAsync("This is the only second factor you have. Add another before you remove it");

        // What the browser fills in for the email address, chosen at once.
        await SignOutAsync(amira);
        await amira.GoAsync("/sign-in?return=%2Fcases");
        await amira.Page.WaitForURLAsync("**/cases");

        // The button, in a browser that fills in nothing.
        await SignOutAsync(amira);
        await VirtualAuthenticator.FillInNothingAsync(amira.Page);
        await amira.GoAsync("/sign-in?return=%2Fcases");
        await amira.LookAsync();
        await amira.PressAsync("Sign in with a passkey");
        await amira.Page.WaitForURLAsync("**/cases");

        await SignOutAsync(amira);
        await using var context = server.Services.GetRequiredService<Database>().NewContext();
        context.Users.Single(person => person.Id == "amira").DisabledAt = DateTime.UnixEpoch;
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await amira.GoAsync("/sign-in");
        await amira.PressAsync("Sign in with a passkey");
        await amira.IsToldAsync("This passkey opens no account here. Try again, or sign in with your password");
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task An_authenticator_app_is_added_and_signs_in_with_a_password(bool javaScript, Kind kind)
    {
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind));
        await using var amira = await chromium.VisitAsync(server, device: Device.SmallPhone, javaScript: javaScript);
        await PasswordAsync(amira);
        await amira.GoAsync("/cases");
        await amira.FollowAsync("Add an authenticator app");
        await amira.LookAsync();
        await amira.PressAsync("Add the app");
        await amira.IsToldAsync("Enter the code that your authenticator app shows");
        var key = await amira.Page.Locator(".app-key").InnerTextAsync();
        await amira.FillAsync("Code from your authenticator app", CodeOf(key, server.Clock.GetUtcNow()));
        await amira.PressAsync("Add the app");
        await amira.SeesAsync("These codes are shown this once.");
        var recovery = await amira.Page.Locator(".app-recovery-codes code").First.InnerTextAsync();
        await amira.FollowAsync("I have kept them");
        await amira.SeesAsync("Authenticator app");
        await amira.LookAsync();

        await SignOutAsync(amira);
        await PasswordAsync(amira);
        await amira.FollowAsync("I cannot use my authenticator app");
        await amira.LookAsync();
        await amira.FillAsync("Recovery code", recovery);
        await amira.PressAsync("Sign in");
        await amira.GoAsync("/cases");
        await amira.SeesAsync("Work list");
    }

    private static async Task PasswordAsync(Walker amira)
    {
        await amira.GoAsync("/sign-in");
        await amira.FillAsync("Email address", "amira@vale.example");
        await amira.FillAsync("Password", RedressServer.Password);
        await amira.PressAsync("Sign in");
    }

    private static async Task SignOutAsync(Walker amira)
    {
        await amira.FollowAsync("Sign out");
        await amira.PressAsync("Sign out");
    }

    private static string CodeOf(string key, DateTimeOffset now)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var letters = key.Where(char.IsLetterOrDigit);
        var bits = string.Concat(letters.Select(letter => $"{Alphabet.IndexOf(letter):b5}"));
        var secret = bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        return Totp.Code(secret, Totp.StepAt(now));
    }
}
