using Microsoft.Extensions.DependencyInjection;
using Redress.Browser.Tests.Hosting;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Halton's three stages on a telephone: a meeting, 28 days from the letter's arrival, two hearings, the final answer.</summary>
public sealed class ThreeStagesJourneyTests(Chromium chromium, TestDatabases databases)
{
    private static readonly DateOnly Received = new(2025, 3, 3);

    [Fact]
    public async Task A_complaint_goes_through_three_stages_on_a_phone()
    {
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(Kind.Sqlite), Received);
        await server
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(
                new(CaseKind.Complaint, "halton-2011", Received),
                new Signature("lena", server.Clock.GetUtcNow().UtcDateTime),
                TestContext.Current.CancellationToken
            );
        var reference = await server.LoggedAsync(Received);

        await OnAsync(new(2025, 3, 5), "amira", amira => MeetAsync(amira, reference));
        await OnAsync(new(2025, 3, 14), "amira", amira => AnswerAsync(amira, reference));
        await OnAsync(new(2025, 4, 14), "amira", amira => ArriveAndAskAsync(amira, reference));
        await OnAsync(new(2025, 4, 14), "lena", lena => AssignAsync(lena, reference, "Ben Ashdown", "Amira Haddad"));
        await OnAsync(new(2025, 4, 16), "ben", ben => NotifyAsync(ben, reference, new(2025, 5, 7)));
        await OnAsync(new(2025, 5, 9), "ben", ben => AnswerAsync(ben, reference));
        await OnAsync(new(2025, 5, 12), "ben", ben => AskAsync(ben, reference));
        await OnAsync(
            new(2025, 5, 12),
            "lena",
            lena => AssignAsync(lena, reference, "Lena Novak", "Amira Haddad, Ben Ashdown")
        );
        await OnAsync(new(2025, 5, 13), "lena", lena => NotifyAsync(lena, reference, new(2025, 5, 30)));
        await OnAsync(new(2025, 6, 4), "lena", lena => AnswerFinallyAsync(lena, reference));

        async Task OnAsync(DateOnly day, string who, Func<Walker, Task> act)
        {
            server.Clock.GoTo(day);
            await using var officer = await chromium.VisitAsync(server, who, Device.Phone);
            await act(officer);
        }
    }

    private static async Task AnswerFinallyAsync(Walker lena, string reference)
    {
        await AnswerAsync(lena, reference);
        await lena.SeesAsync("Close the case");
        await lena.SeesNotAsync("Resident asks for the next stage");
    }

    private static async Task MeetAsync(Walker amira, string reference)
    {
        await amira.GoAsync($"/cases/{reference}/contacts");
        await amira.SeesAsync("by Thursday 6 March 2025");
        await amira.LookAsync();
        await amira.ChooseAsync("How?", "Meeting");
        await amira.ChooseAsync("What came of it?", "Spoke");
        await amira.FillAsync("Where you met (optional)", "At her kitchen table");
        await amira.TickAsync("The resident chose the place");
        await amira.PressAsync("Save");
        await amira.SeesAsync("Where they met, as the resident chose");
    }

    private static async Task AnswerAsync(Walker officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}/response");
        await officer.ChooseAsync("How was it sent?", "Letter");
        await officer.ChooseAsync("What was found, on the whole?", "Partly upheld");
        await officer.FillAsync("What it says", "Dear Ms Grewal, this is what we found.");
        await officer.PressAsync("Record answer");
        await officer.SeesAsync("The answer is recorded.");
    }

    private static async Task ArriveAndAskAsync(Walker amira, string reference)
    {
        await amira.GoAsync($"/cases/{reference}");
        await amira.FollowAsync("When the answer arrived");
        await amira.LookAsync();
        await amira.DateAsync("The day it arrived", new(2025, 3, 18));
        await amira.PressAsync("Save the day");
        await amira.SeesAsync("The day the answer arrived is recorded.");
        await AskAsync(amira, reference);
    }

    private static async Task AskAsync(Walker officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}/escalation");
        await officer.LookAsync();
        await officer.PressAsync("Record request");
        await officer.SeesAsync("Assign it");
    }

    private static async Task AssignAsync(Walker lena, string reference, string to, string notOffered)
    {
        await lena.GoAsync($"/cases/{reference}/owner");
        await lena.SeesAsync($"decided an earlier stage of this case: {notOffered}");
        await lena.LookAsync();
        await lena.SelectAsync("Officer", to);
        await lena.PressAsync("Save");
        await lena.SeesAsync("The case has a new owner.");
    }

    private static async Task NotifyAsync(Walker officer, string reference, DateOnly hearing)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.FollowAsync("Record the notice of the hearing");
        await officer.LookAsync();
        await officer.ChooseAsync("How was it sent?", "Letter");
        await officer.DateAsync("The day of the hearing", hearing);
        await officer.FillAsync("What it says", "We meet at ten, at the library.");
        await officer.PressAsync("Record the notice");
        await officer.SeesAsync("The notice of the hearing is recorded.");
    }
}
