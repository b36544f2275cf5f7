using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Background;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What residents of a journey do over and over, and the mail they get.</summary>
internal static class Residents
{
    /// <summary>Complains of a lift, and says who they are.</summary>
    /// <param name="resident">Somebody who has not been here before.</param>
    /// <param name="known">Whether they give their name, and to whom, as the form says it.</param>
    /// <param name="name">Their name.</param>
    /// <param name="email">Where they are mailed.</param>
    /// <returns>What lets them in.</returns>
    public static async Task<(string Reference, string Code)> ComplainAsync(
        Walker resident,
        string known,
        string name,
        string email
    )
    {
        await resident.GoAsync("/complain");
        await resident.FollowAsync("Start");
        await resident.FillAsync("What has gone wrong?", "The lift has stood still since Friday.");
        await resident.PressAsync("Continue");
        await resident.PressAsync("Continue");
        await resident.PressAsync("Continue");
        await resident.ChooseAsync("Do you want to give your name?", known);
        await resident.PressAsync("Continue");
        await resident.FillAsync("Your name", name);
        await resident.FillAsync("Email address", email);
        await resident.PressAsync("Continue");
        await resident.PressAsync("Send my complaint");
        return (
            await resident.Page.Locator(".app-reference").InnerTextAsync(),
            await resident.Page.Locator(".app-access-code").InnerTextAsync()
        );
    }

    /// <summary>Shows reference and code.</summary>
    public static async Task FollowAsync(Walker resident, string reference, string code)
    {
        await resident.GoAsync("/follow");
        await resident.FillAsync("Your reference", reference);
        await resident.FillAsync("Your code", code);
        await resident.PressAsync("Show my complaint");
    }

    /// <summary>An officer writes to whoever complains, and the mail leaves.</summary>
    /// <returns>Where the letters went, in order of the address.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        Walker officer,
        string reference,
        RedressServer server,
        SmtpServer mail
    )
    {
        await officer.GoAsync($"/cases/{reference}/letter");
        await officer.FillAsync("What it says", "Dear resident, the engineer comes on Thursday.");
        await officer.PressAsync("Send it");
        await server.Services.GetRequiredService<Postman>().RunAsync(TestContext.Current.CancellationToken);
        var went = mail.Taken.Select(taken => taken.To).Order(StringComparer.Ordinal).ToList();
        mail.Taken.Clear();
        return went;
    }
}
