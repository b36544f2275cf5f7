using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>
/// A phone's fingerprint reader, as Chromium plays it: it makes passkeys, keeps them, and is touched whenever it asks.
/// </summary>
internal static class VirtualAuthenticator
{
    public static async Task PlugInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    /// <summary>The browser offers no passkeys among what it fills in, as not all do.</summary>
    public static Task FillInNothingAsync(IPage page) =>
        page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
}
