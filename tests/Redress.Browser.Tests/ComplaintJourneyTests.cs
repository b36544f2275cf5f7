using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A complaint by phone, from the call to the closed case, by people who have only the pages to go by.</summary>
public sealed class ComplaintJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    private static readonly DateOnly Received = new(2025, 4, 14);

    [Theory]
    [ClassData(typeof(WaysDownToTheNarrowest))]
    public async Task A_complaint_by_phone_is_logged_answered_and_closed(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, device: device, javaScript: javaScript);
        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);

        await SignInAsync(amira, server);
        await LogAsync(amira);
        await DefineAsync(amira);
        await AcknowledgeAsync(amira);
        await AssignAsync(lena, amira.Reference);
        await ContactAsync(amira);
        await ExtendAsync(amira);
        await DecidePointsAsync(amira);
        await AnswerAsync(amira);
        await CloseAsync(amira);
        await ReadHistoryAsync(amira);
    }

    private static async Task SignInAsync(Walker amira, RedressServer server)
    {
        await SignedIn.GiveAuthenticatorAsync(server.Services, "amira");
        await amira.GoAsync("/cases/new");
        await amira.LookAsync();
        await amira.PressAsync("Sign in");
        await amira.IsToldAsync("Enter your email address", "Enter your password");
        await amira.FillAsync("Email address", "amira@vale.example");
        await amira.FillAsync("Password", RedressServer.Password);
        await amira.PressAsync("Sign in");
        await amira.SeesAsync("Enter your code");
        await amira.LookAsync();
        await amira.FillAsync("Code from your authenticator app", await SignedIn.CodeAsync(server.Services, "amira"));
        await amira.PressAsync("Sign in");
    }

    private static async Task LogAsync(Walker amira)
    {
        await amira.SeesAsync("Log a complaint");
        await amira.LookAsync();
        await amira.FillAsync("What the resident says", "The lift is broken again and I am in a wheelchair.");
        await amira.FillAsync("Name", "Harpreet Grewal");
        await amira.FillAsync("Phone", "01632 960412");
        await amira.DateAsync("The day it was received", new(2025, 5, 13));
        await amira.PressAsync("Log the case");
        await amira.IsToldAsync("Choose how it came");
        await amira.ChooseAsync("How did it come?", "Phone");
        await amira.PressAsync("Log the case");
        await amira.IsToldAsync("The day it was received must be today or in the past");
        await amira.KeptAsync("Name", "Harpreet Grewal");
        await amira.DateAsync("The day it was received", Received);
        await amira.PressAsync("Log the case");
        await amira.SeesAsync("is logged.");
        await amira.SeesAsync("Monday 14 April 2025, Phone");
    }

    private static async Task DefineAsync(Walker amira)
    {
        await amira.FollowAsync("Define the complaint");
        await amira.FillAsync("The complaint as we understand it", "The lift has not worked since Friday 11 April.");
        await amira.PressAsync("Save definition");
        await amira.IsToldAsync("Enter what the resident wants done");
        await amira.FillAsync("What the resident wants done", "A working lift, and to be told when.");
        await amira.PressAsync("Save definition");
        await amira.SeesAsync("The complaint is defined.");
        await amira.SeesAsync("The lift has not worked since Friday 11 April.");
    }

    /// <summary>Where it is, what is due and why, and the next lawful step; then that step.</summary>
    private static async Task AcknowledgeAsync(Walker amira)
    {
        const string letter = "Dear Ms Grewal, we understand that the lift has not worked since Friday.";
        await amira.SeesAsync("Open");
        await amira.SeesAsync("Stage 1");
        await amira.SeesAsync("by Wednesday 23 April 2025");
        await amira.UnfoldAsync("Why this date", "Good Friday on Friday 18 April 2025");
        await amira.LookAsync();
        await amira.FollowAsync("Acknowledge");
        await amira.LookAsync();
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
        await amira.SeesAsync("by Friday 2 May 2025");
    }

    private static async Task AssignAsync(Walker lena, string reference)
    {
        await lena.GoAsync($"/cases/{reference}");
        await lena.FollowAsync("Give to somebody else");
        await lena.LookAsync();
        await lena.SelectPersonAsync("Officer", "Ben Ashdown");
        await lena.PressAsync("Save");
        await lena.SeesAsync("The case has a new owner.");

        // And back: to whoever has no part in it, there is no such case.
        await lena.FollowAsync("Give to somebody else");
        await lena.SelectPersonAsync("Officer", "Amira Haddad");
        await lena.PressAsync("Save");
        await lena.SeesAsync("The case has a new owner.");
    }

    /// <summary>In one press, on the page of the case.</summary>
    private static async Task ContactAsync(Walker amira)
    {
        await amira.GoAsync(amira.Page.Url);
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
        await amira.PressAsync("Show the letter and whether it counts");
        await amira.SeesAsync("Nothing is recorded yet.");
        await amira.LookAsync();
        await amira.PressAsync("Record the extension");
        await amira.SeesAsync("by Tuesday 13 May 2025");
    }

    private static async Task DecidePointsAsync(Walker amira)
    {
        await amira.FollowAsync("Points and findings");
        await amira.LookAsync();
        await amira.FillAsync("Another point", "Nobody said when the lift would be mended.");
        await amira.PressAsync("Add point");
        await amira.FollowAsync("Decide point 1");
        await amira.LookAsync();
        await amira.ChooseAsync("Finding", "Upheld");
        await amira.PressAsync("Save finding");
        await amira.IsToldAsync("Enter the reason: a finding without one answers nothing");
        await amira.FillAsync("Reason", "Our repairs policy promises a date within a day. None was given.");
        await amira.FillAsync("Remedy (optional)", "A date for the repair, and £50.");
        await amira.PressAsync("Save finding");
        await amira.SeesAsync("The finding is saved.");
        await amira.LookAsync();
        await amira.FollowAsync("Back");
    }

    private static async Task AnswerAsync(Walker amira)
    {
        await amira.FollowAsync("Record the answer");
        await amira.LookAsync();
        await amira.DateAsync("The day it was sent", new(2025, 5, 9));
        await amira.ChooseAsync("How was it sent?", "Letter");
        await amira.FillAsync("What it says", "Dear Ms Grewal, you were right and we are sorry.");
        await amira.PressAsync("Record answer");
        await amira.IsToldAsync("Choose what was found");
        await amira.ChooseAsync("What was found, on the whole?", "Upheld");
        await amira.PressAsync("Record answer");
        await amira.SeesAsync("The answer is recorded.");
        await amira.SeesAsync("In time, extended");
        await amira.LookAsync();
    }

    private static async Task CloseAsync(Walker amira)
    {
        await amira.FollowAsync("Close the case");
        await amira.LookAsync();
        await amira.PressAsync("Close case");
        await amira.IsToldAsync("Record what the case was about before you close it");
        await amira.FollowAsync("Not recorded yet. Record it before you close");
        await amira.FillAsync("What is it about?", "Lifts");
        await amira.LookAsync();
        await amira.PressAsync("Save");
        await amira.FollowAsync("Close the case");
        await amira.DateAsync("The day it is closed", new(2025, 5, 12));
        await amira.PressAsync("Close case");
        await amira.SeesAsync("The case is closed.");
        await amira.SeesAsync("Nothing more to do");
        await amira.LookAsync();
    }

    private static async Task ReadHistoryAsync(Walker amira)
    {
        string[] history =
        [
            "Case closed",
            "Sorted as Lifts",
            "Answer sent",
            "Point 1: Upheld",
            "Point 1 raised",
            "Time to answer extended to 13 May 2025. The resident was told in writing on 30 April 2025.",
            "Left the resident a message (Phone)",
            "Given to Ben Ashdown",
            "Acknowledgement sent",
            "Complaint defined",
            "Given to Amira Haddad",
            "Logged",
            "Complaint received (Phone)",
        ];
        await amira.ReadsAsync("History", history);
        await amira.SeesAsync("Monday 14 April 2025, recorded Monday 12 May 2025");
    }
}
