using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A letter whose day of receipt was typed in wrongly, put right by two people, and then withdrawn.</summary>
public sealed class CorrectionJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(Ways))]
    public async Task One_proposes_the_right_day_another_agrees_and_the_resident_withdraws(
        Device device,
        bool javaScript,
        Kind kind
    )
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);

        await LogAsync(amira);
        await ProposeAsync(amira);
        await AgreeAsync(lena, amira.Reference);
        await amira.GoAsync(amira.Page.Url);
        await WithdrawAsync(amira);
        await CloseAsync(amira);
    }

    private static async Task LogAsync(Walker amira)
    {
        await amira.GoAsync("/cases/new");
        await amira.FillAsync("What the resident says", "The stairs have not been cleaned since March.");
        await amira.ChooseAsync("How did it come?", "Letter");
        await amira.DateAsync("The day it was received", new(2025, 5, 9));
        await amira.FillAsync("Name", "Tomos Pugh");
        await amira.FillAsync("Address of the home", "4 Mill Row");
        await amira.FillAsync("The complaint as we understand it", "The stairs of Mill Row are not cleaned.");
        await amira.FillAsync("What the resident wants done", "Clean stairs, every week.");
        await amira.FillAsync("Category", "Cleaning");
        await amira.PressAsync("Log the case");
        await amira.SeesAsync("Friday 9 May 2025, Letter");
        await amira.SeesAsync("by Friday 16 May 2025");
    }

    private static async Task ProposeAsync(Walker amira)
    {
        await amira.FollowAsync("Correct a day");
        await amira.LookAsync();
        await amira.ChooseAsync("Which day is wrong?", "Day received");
        await amira.DateAsync("What should it be?", new(2025, 5, 1));
        await amira.FillAsync("How did the mistake come about?", "It lay in the tray of the front desk.");
        await amira.PressAsync("Propose correction");
        await amira.IsToldAsync("Enter what shows the right day");
        await amira.FillAsync("What shows the right day?", "The date stamp on the letter.");
        await amira.PressAsync("Propose correction");
        await amira.SeesAsync("The correction is proposed. A second person must agree to it.");
        await amira.SeesAsync("Friday 9 May 2025, Letter");
        await amira.LookAsync();
    }

    private static async Task AgreeAsync(Walker lena, string reference)
    {
        await lena.GoAsync($"/cases/{reference}");
        await lena.FollowAsync("See what it would change");
        await lena.FollowAsync("Agree to it or turn it down");
        await lena.SeesAsync("Proposed by Amira Haddad on Monday 12 May 2025.");
        await lena.SeesAsync("9 May 2025, Overdue");
        await lena.LookAsync();
        await lena.PressAsync("Record decision");
        await lena.IsToldAsync("Choose whether the correction is right");
        await lena.ChooseAsync("Is the correction right?", "Yes, I have seen what shows it");
        await lena.PressAsync("Record decision");
        await lena.SeesAsync("The day is corrected and the clocks are worked out again.");
        await lena.SeesAsync("Thursday 1 May 2025, Letter");
        await lena.SeesAsync("Day received corrected from 9 May 2025 to 1 May 2025. Proposed by Amira Haddad");
        await lena.SeesAsync("Acknowledgement: due 16 May 2025, Open; now due 9 May 2025, Overdue.");
        await lena.LookAsync();
    }

    private static async Task WithdrawAsync(Walker amira)
    {
        await amira.FollowAsync("Resident withdraws");
        await amira.LookAsync();
        await amira.DateAsync("The day they said so", new(2025, 5, 12));
        await amira.ChooseAsync("How did they say so?", "By phone");
        await amira.PressAsync("Record withdrawal");
        await amira.IsToldAsync("Enter why they withdraw");
        await amira.FillAsync("Why do they withdraw?", "The stairs were cleaned this morning.");
        await amira.PressAsync("Record withdrawal");
        await amira.SeesAsync("The withdrawal is recorded.");
        await amira.LookAsync();
    }

    private static async Task CloseAsync(Walker amira)
    {
        await amira.FollowAsync("Close the case");
        await amira.SeesAsync("Withdrawn by the resident");
        await amira.PressAsync("Close case");
        await amira.SeesAsync("The case is closed.");
        await amira.ReadsAsync(
            "History",
            "Case closed",
            "The resident withdrew by phone",
            "Day received corrected from 9 May 2025 to 1 May 2025. Proposed by Amira Haddad, agreed by Lena Novak",
            "Correction proposed: Day received, from 9 May 2025 to 1 May 2025",
            "Complaint defined",
            "Given to Amira Haddad",
            "Logged",
            "Complaint received (Letter)"
        );
    }
}
