using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>One complaint on its way, by somebody who has only the pages to go by.</summary>
public sealed class ComplaintJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    private static readonly DateOnly Received = new(2025, 4, 14);

    [Theory]
    [InlineData(Device.Phone, true, Kind.Sqlite)]
    [InlineData(Device.Phone, false, Kind.Sqlite)]
    [InlineData(Device.Desk, true, Kind.Sqlite)]
    [InlineData(Device.Desk, false, Kind.Sqlite)]
    [InlineData(Device.Desk, true, Kind.Postgres)]
    public async Task A_complaint_is_acknowledged_and_handed_over(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        var amira = await chromium.VisitAsync(server, device: device, javaScript: javaScript);

        await SignInAsync(amira);
        var reference = await server.LoggedAsync(Received);
        await amira.GoAsync($"/cases/{reference}");
        await amira.SeesAsync("Acknowledge");
        await amira.LookAsync();
        await DefineAsync(amira);
        await AcknowledgeAsync(amira);
        var lena = await chromium.VisitAsync(server, "lena", device, javaScript);
        await AssignAsync(lena, reference);
        await amira.GoAsync($"/cases/{reference}");
        await ContactAsync(amira);
        await ExtendAsync(amira);
        await AnswerAsync(amira);
        await CloseAsync(amira);
    }

    private static async Task SignInAsync(Walker amira)
    {
        await amira.GoAsync("/sign-in");
        await amira.LookAsync();
        await amira.PressAsync("Sign in");
        await amira.IsToldAsync("Enter your email address", "Enter your password");
        await amira.FillAsync("Email address", "amira@vale.example");
        await amira.FillAsync("Password", RedressServer.Password);
        await amira.PressAsync("Sign in");
    }

    private static async Task DefineAsync(Walker amira)
    {
        await amira.FollowAsync("Define the complaint");
        await amira.FillAsync("The complaint as we understand it", "The lift has not worked since Friday 11 April.");
        await amira.FillAsync("What the resident wants done", "");
        await amira.PressAsync("Save definition");
        await amira.IsToldAsync("Enter what the resident wants done");
        await amira.FillAsync("What the resident wants done", "A working lift, and to be told when.");
        await amira.PressAsync("Save definition");
        await amira.SeesAsync("The complaint is defined.");
        await amira.SeesAsync("The lift has not worked since Friday 11 April.");
    }

    private static async Task AcknowledgeAsync(Walker amira)
    {
        const string letter = "Dear Ms Grewal, we understand that the lift has not worked since Friday.";
        await amira.FollowAsync("Acknowledge");
        await amira.LookAsync();
        await amira.DateAsync("The day it was sent", new(2025, 4, 16));
        await amira.ChooseAsync("How was it sent?", "Email");
        await amira.FillAsync("What it says", letter);
        await amira.TickAsync("It names the person or team that has the case");
        await amira.DateAsync("The day it was sent", day: 31, month: 4, year: 2025);
        await amira.PressAsync("Record acknowledgement");
        await amira.IsToldAsync("The day it was sent must be a real date");
        await amira.KeptAsync("What it says", letter);
        await amira.DateAsync("The day it was sent", new(2025, 4, 16));
        await amira.PressAsync("Record acknowledgement");
        await amira.SeesAsync("The acknowledgement is recorded.");
    }

    private static async Task AssignAsync(Walker lena, string reference)
    {
        await lena.GoAsync($"/cases/{reference}");
        await lena.FollowAsync("Give to somebody else");
        await lena.LookAsync();
        await lena.SelectAsync("Officer", "Ben Ashdown");
        await lena.PressAsync("Save");
        await lena.SeesAsync("The case has a new owner.");
    }

    private static async Task ContactAsync(Walker amira)
    {
        await amira.FillAsync("Note a call", "She will be in on Tuesday morning.");
        await amira.PressAsync("Voicemail");
        await amira.SeesAsync("The contact is noted.");
    }

    private static async Task ExtendAsync(Walker amira)
    {
        await amira.FollowAsync("Give the answer more time");
        await amira.LookAsync();
        await amira.DateAsync("New date for the answer", new(2025, 5, 13));
        await amira.PressAsync("Record the extension");
        await amira.IsToldAsync("Enter why more time is needed");
        await amira.FillAsync("Why is more time needed?", "The lift engineer’s report is due on 8 May.");
        await amira.DateAsync("The day they were told", new(2025, 4, 30));
        await amira.TickAsync("They were told in writing");
        await amira.TickAsync("They were given the Ombudsman’s details");
        await amira.PressAsync("Record the extension");
        await amira.SeesAsync("13 May 2025");
    }

    private static async Task AnswerAsync(Walker amira)
    {
        await amira.FollowAsync("Send the answer");
        await amira.LookAsync();
        await amira.DateAsync("The day it was sent", new(2025, 5, 9));
        await amira.ChooseAsync("How was it sent?", "Letter");
        await amira.FillAsync("What it says", "Dear Ms Grewal, you were right and we are sorry.");
        await amira.PressAsync("Record answer");
        await amira.IsToldAsync("Choose what was found");
        await amira.ChooseAsync("What was found, on the whole?", "Upheld");
        await amira.PressAsync("Record answer");
        await amira.SeesAsync("The answer is recorded.");
        await amira.LookAsync();
    }

    private static async Task CloseAsync(Walker amira)
    {
        await amira.FollowAsync("Close the case");
        await amira.LookAsync();
        await amira.DateAsync("The day it is closed", new(2025, 5, 12));
        await amira.PressAsync("Close case");
        await amira.SeesAsync("The case is closed.");
        await amira.SeesAsync("Nothing more to do");
        await amira.LookAsync();
    }
}
