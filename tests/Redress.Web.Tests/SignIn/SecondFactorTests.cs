using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.SignIn;

/// <summary>A password alone opens no case; what opens them is taken once.</summary>
public sealed class SecondFactorTests(TestDatabases databases)
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_has_none_is_led_to_one_and_then_to_their_work(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var elsewhere = await PasswordAsync(host);
        var amira = await PasswordAsync(host);
        Assert.Equal("/", amira.At.AbsolutePath);
        Assert.Contains("add a second factor", amira.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(amira.Page.QuerySelectorAll("nav a"));

        await amira.OpenAsync("/cases");
        Assert.Equal("/account/second-factor", amira.At.AbsolutePath);
        var page = await amira.OpenAsync("/account/authenticator");
        Assert.NotNull(page.QuerySelector("svg[role=img][aria-label] path[fill='#000000']"));
        await amira.SubmitAsync(("Code", "000000"));
        Assert.StartsWith("This is not the code", Assert.Single(amira.Errors), StringComparison.Ordinal);
        page = await amira.SubmitAsync(("Code", CodeOf(amira.Page, host)));

        var codes = page.QuerySelectorAll(".app-recovery-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(8, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", code));
        await amira.OpenAsync("/cases");
        Assert.Equal("/cases", amira.At.AbsolutePath);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await elsewhere.OpenAsync("/account");
        Assert.Equal("/sign-in", elsewhere.At.AbsolutePath);
        page = await amira.OpenAsync("/account/second-factor");
        Assert.Empty(page.QuerySelectorAll(".app-recovery-codes"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_code_lets_in_once_even_when_shown_twenty_times_at_once(Kind kind)
    {
        await using var host = await HostAsync(kind, withApp: true);
        var factors = host.Services.GetRequiredService<SecondFactors>();
        var code = await SignedIn.CodeAsync(host.Services, "amira");

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => factors.TakeCodeAsync("amira", code, Cancel), Cancel))
        );

        Assert.Equal(1, taken.Count(one => one));
        Assert.False(await factors.TakeCodeAsync("ben", code, Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed(Kind kind)
    {
        await using var host = await HostAsync(kind, withApp: true);
        var factors = host.Services.GetRequiredService<SecondFactors>();
        var old = await factors.RenewRecoveryCodesAsync("amira", Cancel);
        var codes = await factors.RenewRecoveryCodesAsync("amira", Cancel);

        var amira = await PasswordAsync(host);
        Assert.Equal("/sign-in/code", amira.At.AbsolutePath);
        await amira.OpenAsync("/sign-in/recovery-code");
        await amira.SubmitAsync(("Code", old[0]));
        Assert.StartsWith("This is not one of your", Assert.Single(amira.Errors), StringComparison.Ordinal);
        await amira.SubmitAsync(("Code", codes[3].ToLowerInvariant().Replace('-', ' ')));
        await amira.OpenAsync("/cases");
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        Assert.False(await factors.TakeRecoveryCodeAsync("amira", codes[3], Cancel));
        Assert.False(await factors.TakeRecoveryCodeAsync("ben", codes[4], Cancel));
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(7, (await SecondFactors.OfAsync(context, "amira", Cancel)).RecoveryCodes);
        Assert.DoesNotContain(codes[4], await context.RecoveryCodes.Select(row => row.Hash).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Wrong_codes_count_on_however_often_the_password_is_right()
    {
        await using var host = await HostAsync(Kind.Sqlite, withApp: true);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var stranger = await PasswordAsync(host);
            await stranger.SubmitAsync(("Code", "12345"));
            Assert.StartsWith("This code is wrong", Assert.Single(stranger.Errors), StringComparison.Ordinal);
        }

        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        Assert.NotNull(
            await context.Users.Where(row => row.Id == "amira").Select(row => row.LockoutEnd).SingleAsync(Cancel)
        );
        var amira = await PasswordAsync(host);
        Assert.Equal("/sign-in", amira.At.AbsolutePath);
    }

    [Fact]
    public async Task The_second_step_must_follow_within_five_minutes_and_nothing_opens_before_it()
    {
        await using var host = await HostAsync(Kind.Sqlite, withApp: true);
        var amira = await PasswordAsync(host);
        await amira.OpenAsync("/cases");
        Assert.Equal("/sign-in", amira.At.AbsolutePath);

        await amira.OpenAsync("/sign-in/code");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await amira.SubmitAsync(("Code", await SignedIn.CodeAsync(host.Services, "amira")));

        Assert.Equal("/sign-in", amira.At.AbsolutePath);
    }

    [Fact]
    public async Task The_secret_is_encrypted_for_its_owner_alone()
    {
        await using var host = await HostAsync(Kind.Sqlite, withApp: true);
        var factors = host.Services.GetRequiredService<SecondFactors>();
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var row = await context.Authenticators.SingleAsync(Cancel);
        var secret = factors.Open("amira", row.Secret);

        Assert.Equal(Totp.SecretBytes, secret!.Length);
        Assert.Null(factors.Open("ben", row.Secret));
        Assert.False(Holds(System.Buffers.Text.Base64Url.DecodeFromChars(row.Secret), secret));

        static bool Holds(byte[] all, byte[] part) => all.AsSpan().IndexOf(part) >= 0;
    }

    [Fact]
    public async Task The_only_one_is_not_removed_and_ten_minutes_after_signing_in_it_is_asked_who_this_is()
    {
        await using var host = await HostAsync(Kind.Sqlite, withApp: true);
        var amira = await PasswordAsync(host);
        await amira.SubmitAsync(("Code", await SignedIn.CodeAsync(host.Services, "amira")));
        await amira.OpenAsync("/account/second-factor");
        await amira.SubmitAsync("form[action$='RemoveAuthenticator']", []);
        Assert.StartsWith("This is the only second factor", Assert.Single(amira.Errors), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await amira.OpenAsync("/account/second-factor");
        Assert.Equal("/account/confirm", amira.At.AbsolutePath);
        await amira.SubmitAsync(("Password", "wrong password"));
        Assert.StartsWith("This is not your password", Assert.Single(amira.Errors), StringComparison.Ordinal);
        await amira.SubmitAsync(("Password", Password));

        Assert.Equal("/account/second-factor", amira.At.AbsolutePath);
        await amira.OpenAsync("/cases");
        Assert.Equal("/cases", amira.At.AbsolutePath);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "")]
    [InlineData(true, "{}")]
    [InlineData(true, "not even JSON")]
    public async Task What_is_no_passkey_is_refused_whether_or_not_one_was_asked_for(bool asked, string credential)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var stranger = host.Visit();
        await stranger.OpenAsync("/sign-in");
        if (asked)
        {
            var options = await HandlerAsync(stranger, "PasskeyOptions", "");
            Assert.Contains("\"userVerification\":\"required\"", options, StringComparison.Ordinal);
            Assert.DoesNotContain("amira", options, StringComparison.Ordinal);
        }

        Assert.Contains(
            "This passkey opens no account",
            await HandlerAsync(stranger, "Passkey", credential),
            StringComparison.Ordinal
        );
        await stranger.OpenAsync("/account");
        Assert.Equal("/sign-in", stranger.At.AbsolutePath);
    }

    private static async Task<string> HandlerAsync(Visitor visitor, string handler, string credential)
    {
        var token = visitor.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("Credential", credential),
        ]);
        using var answer = await visitor.Http.PostAsync(
            new Uri($"/sign-in?handler={handler}", UriKind.Relative),
            form,
            Cancel
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    [Fact]
    public async Task In_the_demonstration_a_password_alone_opens_everything_and_the_page_says_so()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var settings = host.Services.GetRequiredService<SettingsStore>();
        var page = await host.Visit().OpenAsync("/sign-in");
        Assert.Null(page.QuerySelector(".govuk-inset-text"));
        await settings.SetAsync(SettingKeys.DemoLandlord, "Vale", new("demo", DateTime.UnixEpoch), Cancel);

        page = await host.Visit().OpenAsync("/sign-in");
        Assert.Contains(
            "demonstration",
            page.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );
        var amira = await PasswordAsync(host);
        await amira.OpenAsync("/cases");
        Assert.Equal("/cases", amira.At.AbsolutePath);
    }

    /// <summary>What an app that was given the key on the page shows.</summary>
    private static string CodeOf(IDocument page, RedressHost host)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var key = page.QuerySelector(".app-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(key.Select(letter => Convert.ToString(Alphabet.IndexOf(letter), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        return Totp.Code(secret, Totp.StepAt(host.Clock.GetUtcNow()));
    }

    private static async Task<Visitor> PasswordAsync(RedressHost host)
    {
        var visitor = host.Visit();
        await visitor.OpenAsync("/sign-in");
        await visitor.SubmitAsync(("Email", "amira@vale.example"), ("Password", Password));
        return visitor;
    }

    private async Task<RedressHost> HostAsync(Kind kind, bool withApp = false)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        await Office.OpenAsync(host);
        await SignedIn.GivePasswordAsync(host.Services, "amira", Password);
        if (withApp)
        {
            await SignedIn.GiveAuthenticatorAsync(host.Services, "amira");
        }

        return host;
    }
}
