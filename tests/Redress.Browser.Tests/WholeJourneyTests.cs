using Microsoft.Extensions.DependencyInjection;
using Redress.Browser.Tests.Hosting;
using Redress.Core.Procedures;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>
/// A complaint from a resident's phone to the final answer, resident and staff by turns, under each kind of procedure: by
/// real mail to a real server under the Codes, by post under Halton's, with its meeting, arrivals, hearings and third stage.
/// </summary>
public sealed class WholeJourneyTests(Chromium chromium, TestDatabases databases)
{
    private const string Email = "samina@resident.example";

    /// <summary>Each procedure once; in a full run every two of procedure, device, scripts and database meet.</summary>
    public static TheoryData<string, Device, bool, Kind> Journeys
    {
        get
        {
            var journeys = new TheoryData<string, Device, bool, Kind>
            {
                { "code-2024", Device.Phone, true, Kind.Sqlite },
                { "code-2022", Device.Phone, false, Kind.Postgres },
                { "halton-2011", Device.Desk, false, Kind.Sqlite },
            };
            if (Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1")
            {
                journeys.Add("code-2024", Device.Desk, false, Kind.Postgres);
                journeys.Add("code-2022", Device.Desk, true, Kind.Sqlite);
                journeys.Add("halton-2011", Device.Phone, true, Kind.Postgres);
            }

            return journeys;
        }
    }

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_resident_complains_and_gets_the_final_answer(
        string procedure,
        Device device,
        bool javaScript,
        Kind kind
    )
    {
        await using var mail = new SmtpServer();
        var start = procedure == "code-2022" ? new DateOnly(2023, 3, 6) : new DateOnly(2025, 3, 3);
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind), start, mail.Port);
        await server
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(
                new(CaseKind.Complaint, procedure, start),
                new Signature("lena", server.Clock.GetUtcNow().UtcDateTime),
                TestContext.Current.CancellationToken
            );
        var journey = new Journey(chromium, server, mail, device, javaScript, ByMail: procedure != "halton-2011");

        await journey.ComplainAsync();
        await journey.AssignAsync("Amira Haddad");
        await (journey.ByMail ? TwoStagesAsync(journey, start) : WithHearingsAsync(journey));
        if (procedure == "code-2022")
        {
            await ThirdStageAsync(journey, start);
        }

        await journey.EndAsync();
    }

    private static async Task TwoStagesAsync(Journey journey, DateOnly start)
    {
        journey.GoTo(start.AddDays(1));
        await journey.DefineAsync("amira");
        await journey.AcknowledgeAsync("amira", "What we understand");
        await journey.AgreeAsync();
        journey.GoTo(start.AddDays(10));
        await journey.DecidePointAsync("amira");
        await journey.AnswerAsync("amira");
        journey.GoTo(start.AddDays(14));
        await journey.AskAgainAsync();
        await journey.AssignAsync("Ben Ashdown", decidedBefore: "Amira Haddad");
        journey.GoTo(start.AddDays(16));
        await journey.AcknowledgeAsync("ben", "1. Nobody said when the mould would go.");
        journey.GoTo(start.AddDays(30));
        await journey.AnswerAsync("ben");
    }

    /// <summary>The third that the Code of 2022 allows a landlord to have.</summary>
    private static async Task ThirdStageAsync(Journey journey, DateOnly start)
    {
        journey.GoTo(start.AddDays(35));
        await journey.AskAgainAsync();
        await journey.AssignAsync("Lena Novak", decidedBefore: "Amira Haddad, Ben Ashdown");
        journey.GoTo(start.AddDays(50));
        await journey.AnswerAsync("lena");
    }

    private static async Task WithHearingsAsync(Journey journey)
    {
        journey.GoTo(new(2025, 3, 5));
        await journey.DefineAsync("amira");
        await journey.MeetAsync("amira");
        journey.GoTo(new(2025, 3, 14));
        await journey.AnswerAsync("amira");
        journey.GoTo(new(2025, 4, 14));
        await journey.ArriveAsync("amira", new(2025, 3, 18));
        await journey.AskAgainAsync();
        await journey.AssignAsync("Ben Ashdown", decidedBefore: "Amira Haddad");
        journey.GoTo(new(2025, 4, 16));
        await journey.NotifyAsync("ben", new(2025, 5, 7));
        journey.GoTo(new(2025, 5, 9));
        await journey.AnswerAsync("ben");
        journey.GoTo(new(2025, 5, 12));
        await journey.AskAgainAsync();
        await journey.AssignAsync("Lena Novak", decidedBefore: "Amira Haddad, Ben Ashdown");
        journey.GoTo(new(2025, 5, 13));
        await journey.NotifyAsync("lena", new(2025, 5, 30));
        journey.GoTo(new(2025, 6, 4));
        await journey.AnswerAsync("lena");
    }

    private sealed record Journey(
        Chromium Chromium,
        RedressServer Server,
        SmtpServer Mail,
        Device Device,
        bool JavaScript,
        bool ByMail
    )
    {
        private string reference = "";
        private string code = "";

        public void GoTo(DateOnly day) => Server.Clock.GoTo(day);

        public async Task ComplainAsync()
        {
            await using var resident = await VisitAsync();
            await resident.GoAsync("/");
            await resident.FollowAsync("Make a complaint");
            await resident.FollowAsync("Start");
            await resident.FillAsync("What has gone wrong?", "There is mould in the kitchen, and nobody comes.");
            await resident.PressAsync("Continue");
            await resident.PressAsync("Continue");
            await resident.FillAsync("What do you want us to do about it?", "Take it away, and say when.");
            await resident.PressAsync("Continue");
            await resident.ChooseAsync("Do you want to give your name?", "Yes");
            await resident.PressAsync("Continue");
            await resident.FillAsync("Your name", "Samina Akhtar");
            await resident.FillAsync(ByMail ? "Email address" : "Address", ByMail ? Email : "4 Canal Row, Fernhill");
            await resident.PressAsync("Continue");
            await resident.PressAsync("Send my complaint");
            reference = await resident.Page.Locator(".app-reference").InnerTextAsync();
            code = await resident.Page.Locator(".app-access-code").InnerTextAsync();
        }

        public async Task AssignAsync(string to, string? decidedBefore = null)
        {
            await using var lena = await VisitAsync("lena");
            await lena.GoAsync($"/cases/{reference}/owner");
            if (decidedBefore is not null)
            {
                await lena.SeesAsync($"decided an earlier stage of this case: {decidedBefore}");
            }

            await lena.LookAsync();
            await lena.SelectPersonAsync("Officer", to);
            await lena.PressAsync("Save");
            await lena.SeesAsync("The case has a new owner.");
        }

        public async Task DefineAsync(string who)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/definition");
            await officer.FillAsync("The complaint as we understand it", "Mould in the kitchen since January.");
            await officer.FillAsync("What the resident wants done", "The mould taken away, and a date.");
            await officer.PressAsync("Save definition");
            await officer.SeesAsync("The complaint is defined.");
        }

        /// <summary>In the words the case already has; met only once the letter has left, and readable by the resident then.</summary>
        public async Task AcknowledgeAsync(string who, string heading)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/acknowledgement");
            await officer.LookAsync();
            await officer.TickAsync("It names the person or team that has the case");
            await officer.PressAsync("Record acknowledgement");
            await LeaveAsync(officer, "we have it", heading);
        }

        public async Task DecidePointAsync(string who)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/points");
            await officer.FillAsync("Another point", "Nobody said when the mould would go.");
            await officer.PressAsync("Add point");
            await officer.FollowAsync("Decide point 1");
            await officer.ChooseAsync("Finding", "Upheld");
            await officer.FillAsync("Reason", "Our policy promises a date within a day. None was given.");
            await officer.PressAsync("Save finding");
            await officer.SeesAsync("The finding is saved.");
        }

        public async Task AnswerAsync(string who)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/response");
            await officer.LookAsync();
            await officer.ChooseAsync("What was found, on the whole?", "Partly upheld");
            await ByPostIfNeededAsync(officer);
            await officer.PressAsync("Record answer");
            await LeaveAsync(officer, "our answer", "Mould in the kitchen since January.");
            await officer.GoAsync($"/cases/{reference}");
            await officer.LookAsync();
            await using var resident = await FollowAsync();
            await resident.SeesAsync("We have answered");
            await resident.SeesAsync("Mould in the kitchen since January.");
        }

        public async Task NotifyAsync(string who, DateOnly hearing)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/hearing-notice");
            await officer.LookAsync();
            await officer.DateAsync("The day of the hearing", hearing);
            await officer.FillAsync("What it says", "We meet at ten, at the library.");
            await ByPostIfNeededAsync(officer);
            await officer.PressAsync("Record the notice");
            await LeaveAsync(officer, "there will be a hearing", "We meet at ten, at the library.");
        }

        public async Task MeetAsync(string who)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}/contacts");
            await officer.SeesAsync("by Thursday 6 March 2025");
            await officer.LookAsync();
            await officer.ChooseAsync("How?", "Meeting");
            await officer.ChooseAsync("What came of it?", "Spoke");
            await officer.FillAsync("Where you met (optional)", "At her kitchen table");
            await officer.TickAsync("The resident chose the place");
            await officer.PressAsync("Save");
            await officer.SeesAsync("Where they met, as the resident chose");
        }

        public async Task ArriveAsync(string who, DateOnly on)
        {
            await using var officer = await VisitAsync(who);
            await officer.GoAsync($"/cases/{reference}");
            await officer.FollowAsync("When the answer arrived");
            await officer.LookAsync();
            await officer.DateAsync("The day it arrived", on);
            await officer.PressAsync("Save the day");
            await officer.SeesAsync("The day the answer arrived is recorded.");
        }

        public async Task AgreeAsync()
        {
            await using var resident = await FollowAsync();
            await resident.SeesAsync("Mould in the kitchen since January.");
            await resident.LookAsync();
            await resident.FollowAsync("Tell us whether this is right");
            await resident.LookAsync();
            await resident.ChooseAsync("Is this what you said?", "Yes, this is right");
            await resident.PressAsync("Send");
            await resident.SeesAsync("Thank you. We go on with this.");
        }

        /// <summary>Without saying why.</summary>
        public async Task AskAgainAsync()
        {
            await using var resident = await FollowAsync();
            await resident.FollowAsync("Ask for this");
            await resident.LookAsync();
            await resident.PressAsync("Ask us to look again");
            await resident.SeesAsync("We look at it again.");
            await resident.LookAsync();
        }

        /// <summary>Nothing comes after the final answer but to close the case.</summary>
        public async Task EndAsync()
        {
            await using var resident = await FollowAsync();
            await resident.SeesNotAsync("Ask for this");
            await using var lena = await VisitAsync("lena");
            await lena.GoAsync($"/cases/{reference}");
            await lena.SeesNotAsync("Resident asks for the next stage");
            await lena.GoAsync($"/cases/{reference}/classification");
            await lena.FillAsync("What is it about?", "Damp and mould");
            await lena.PressAsync("Save");
            await lena.FollowAsync("Close the case");
            await lena.DateAsync("The day it is closed", Server.Clock.Today);
            await lena.PressAsync("Close case");
            await lena.SeesAsync("Nothing more to do");
            await lena.LookAsync();
        }

        private Task ByPostIfNeededAsync(Walker officer) =>
            ByMail ? Task.CompletedTask : officer.ChooseAsync("How does it leave?", "Print it and post it");

        /// <summary>By mail, to the resident's own address; or printed with the day's letters, and marked as posted.</summary>
        private async Task LeaveAsync(Walker officer, string subject, string says)
        {
            if (!ByMail)
            {
                await officer.SeesAsync("The letter waits to be printed and posted.");
                await PostAsync(says);
                return;
            }

            await officer.SeesAsync("The letter is on its way by email. It counts once it has left.");
            var postman = Server.Services.GetRequiredService<Postman>();
            Assert.Equal(1, await postman.RunAsync(TestContext.Current.CancellationToken));
            Assert.True(Mail.Taken.TryDequeue(out var taken));
            Assert.Equal((Email, $"Your complaint {reference}: {subject}"), (taken.To, taken.Subject));
            Assert.Contains(says, taken.Text, StringComparison.Ordinal);
            Assert.Empty(Mail.Taken);
        }

        private async Task PostAsync(string says)
        {
            await using var lena = await VisitAsync("lena");
            await lena.GoAsync("/letters");
            await lena.LookAsync();
            await lena.FollowAsync("Print them all");
            await lena.SeesAsync("4 Canal Row, Fernhill");
            await lena.SeesAsync(says);
            await lena.LookAsync();
            await lena.PressAsync("All of these were posted today");
            await lena.SeesAsync("Letters marked as posted today: 1");
        }

        private async Task<Walker> FollowAsync()
        {
            var resident = await VisitAsync();
            await resident.GoAsync("/follow");
            await resident.FillAsync("Your reference", reference);
            await resident.FillAsync("Your code", code);
            await resident.PressAsync("Show my complaint");
            return resident;
        }

        private Task<Walker> VisitAsync(string? who = null) => Chromium.VisitAsync(Server, who, Device, JavaScript);
    }
}
