using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A complaint from the first call to the final answer, by page and by API, under each kind of procedure.</summary>
public sealed class JourneyTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each procedure on each database; by page on one and by API on the other, and the one with hearings by both.</summary>
    public static TheoryData<string, Kind, bool> Journeys =>
        new()
        {
            { "halton-2011", Kind.Sqlite, true },
            { "halton-2011", Kind.Postgres, true },
            { "halton-2011", Kind.Sqlite, false },
            { "halton-2011", Kind.Postgres, false },
            { "code-2022", Kind.Sqlite, true },
            { "code-2022", Kind.Postgres, false },
            { "code-2024", Kind.Sqlite, false },
            { "code-2024", Kind.Postgres, true },
        };

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_complaint_goes_through_every_stage_to_its_final_answer(string procedure, Kind kind, bool byPage)
    {
        await using var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        var start = procedure == "code-2022" ? new DateOnly(2023, 3, 6) : new DateOnly(2025, 3, 3);
        host.Clock.GoTo(start);
        await host
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(
                new(CaseKind.Complaint, procedure, start),
                new Signature("dan", host.Clock.GetUtcNow().UtcDateTime),
                Cancel
            );
        var office = await Office.OpenAsync(host);
        var journey = new Journey(office, byPage) { Reference = (await office.LoggedAsync()).Reference };

        await (procedure == "halton-2011" ? WithHearingsAsync(journey, start) : TwoStagesAsync(journey, start));
        if (procedure == "code-2022")
        {
            await ThirdStageAsync(journey, start);
        }

        await EndAsync(journey);
        Assert.All(
            office.Desk("amira").ClocksOf(await office.CaseAsync(journey.Reference)),
            clock => Assert.True(clock.Verdict is Verdict.InTime or Verdict.NotRequired, clock.Explanation)
        );
    }

    private static async Task TwoStagesAsync(Journey journey, DateOnly start)
    {
        journey.On(start.AddDays(1));
        await journey.DoAsync(
            "amira",
            "acknowledgement",
            "acknowledgement",
            [("SentOn", Today), ("Channel", "email"), ("Letter", "We understand."), ("NamesHandler", "true")]
        );
        journey.On(start.AddDays(10));
        await journey.AnswerAsync("amira");
        journey.On(start.AddDays(14));
        await journey.AskAsync();
        await journey.AssignAsync("ben", refused: "amira");
        journey.On(start.AddDays(16));
        await journey.DoAsync(
            "ben",
            "acknowledgement",
            "acknowledgement",
            [("SentOn", Today), ("Channel", "email"), ("Letter", "We will look again."), ("NamesHandler", "true")]
        );
        journey.On(start.AddDays(30));
        await journey.AnswerAsync("ben");
    }

    /// <summary>The third that the Code of 2022 allows a landlord to have.</summary>
    private static async Task ThirdStageAsync(Journey journey, DateOnly start)
    {
        journey.On(start.AddDays(35));
        await journey.AskAsync();
        await journey.AssignAsync("lena", refused: "ben");
        journey.On(start.AddDays(50));
        await journey.AnswerAsync("lena");
    }

    /// <summary>A meeting at her place, 28 days from the letter's arrival, and a hearing at each later stage.</summary>
    private static async Task WithHearingsAsync(Journey journey, DateOnly start)
    {
        journey.On(start.AddDays(1));
        await journey.DoAsync("amira", "contacts", "contacts", [("On", Today), ("How", "phone"), ("Result", "spoke")]);
        Assert.Contains(await journey.ClocksAsync(), clock => clock is { Duty: DutyName.Contact, Met: null });
        journey.On(new DateOnly(2025, 3, 5));
        await journey.DoAsync(
            "amira",
            "contacts",
            "contacts",
            [
                ("On", Today),
                ("How", "meeting"),
                ("Result", "spoke"),
                ("Place", "Her kitchen"),
                ("PlaceChosenByResident", "true"),
            ]
        );
        journey.On(new DateOnly(2025, 3, 14));
        await journey.AnswerAsync("amira");
        journey.On(new DateOnly(2025, 3, 20));
        await journey.DoAsync("amira", "answer-arrival", "answer-arrivals", [("On", "2025-03-18")]);

        // The 31st day after the letter was sent is the 27th after it arrived.
        journey.On(new DateOnly(2025, 4, 14));
        await journey.AskAsync();
        await journey.AssignAsync("ben", refused: "amira");
        journey.On(new DateOnly(2025, 4, 16));
        await journey.NotifyAsync("ben", "2025-05-07");
        journey.On(new DateOnly(2025, 5, 9));
        await journey.AnswerAsync("ben");
        journey.On(new DateOnly(2025, 5, 12));
        await journey.AskAsync();
        await journey.AssignAsync("lena", refused: "ben");
        journey.On(new DateOnly(2025, 5, 13));
        await journey.PostNoticeAsync("lena", "2025-05-30");
        journey.On(new DateOnly(2025, 6, 4));
        await journey.AnswerAsync("lena");
    }

    /// <summary>No further stage is offered or taken, and the case is closed.</summary>
    private static async Task EndAsync(Journey journey)
    {
        var page = await (await journey.Office.VisitAsync("lena")).OpenAsync($"/cases/{journey.Reference}");
        Assert.Null(page.QuerySelector("a[href$='/escalation']"));
        Assert.Null(page.QuerySelector("a[href$='/hearing-notice']"));
        Assert.Equal("Close the case", page.QuerySelector(".app-next__step")!.TextContent);
        var program = await journey.Office.ProgramAsync("lena");
        var (status, problem, _) = await program.SendAsync(
            $"/api/v1/cases/{journey.Reference}/escalation",
            new { on = journey.Office.Clock.Today }
        );
        Assert.Equal((409, "no_further_stage"), (status, problem.Code()));

        await journey.DoAsync("lena", "closure", "closure", [("On", Today)]);
        Assert.Equal(CaseStatus.Closed, (await journey.Office.CaseAsync(journey.Reference)).Status);
    }

    private const string Today = "today";

    /// <summary>People who do what they do at a browser or by programs of their own.</summary>
    private sealed class Journey(Office office, bool byPage)
    {
        public Office Office => office;

        public required string Reference { get; init; }

        public void On(DateOnly day) => office.Clock.GoTo(day);

        public async Task<IReadOnlyList<DutyClock>> ClocksAsync() =>
            office.Desk("amira").ClocksOf(await office.CaseAsync(Reference));

        public Task AnswerAsync(string who) =>
            DoAsync(
                who,
                "response",
                "response",
                [("SentOn", Today), ("Channel", "letter"), ("Outcome", "partly_upheld"), ("Letter", "Dear resident")]
            );

        public Task AskAsync() => DoAsync("cora", "escalation", "escalation", [("On", Today)]);

        public Task NotifyAsync(string who, string hearingOn) =>
            DoAsync(
                who,
                "hearing-notice",
                "hearing-notices",
                [
                    ("SentOn", Today),
                    ("Channel", "letter"),
                    ("HearingOn", hearingOn),
                    ("Letter", "At the library, at ten."),
                ]
            );

        /// <summary>The notice waits for the post, and is given on the day it goes.</summary>
        public async Task PostNoticeAsync(string who, string hearingOn)
        {
            await DoAsync(
                who,
                "hearing-notice",
                "hearing-notices",
                [("Leaves", "post"), ("HearingOn", hearingOn), ("Letter", "At the town hall, at two.")]
            );
            var waiting = await office.CaseAsync(Reference);
            Assert.Equal(MessageKind.HearingNotice, Assert.Single(waiting.Letters).Kind);
            Assert.Contains(await ClocksAsync(), clock => clock is { Duty: DutyName.HearingNotice, Met: null });
            office.Clock.GoTo(office.Clock.Today.AddDays(1));
            await office.DoAsync(
                waiting,
                (c, desk) => Sending.Decide(c, c.Letters[0].Number, desk.Rules, desk.Today, desk.Today),
                who
            );
            var given = (await office.CaseAsync(Reference)).History.Select(one => one.Event).OfType<HearingNotified>();
            Assert.Equal(office.Clock.Today, given.Last().On);
            Assert.DoesNotContain(await ClocksAsync(), clock => clock is { Duty: DutyName.HearingNotice, Met: null });
        }

        /// <summary>Somebody has the stage now, and nobody who decided the one before can.</summary>
        public async Task AssignAsync(string who, string refused)
        {
            var program = await office.ProgramAsync("lena");
            var barred = await program.SendAsync($"/api/v1/cases/{Reference}/owner", new { handler = refused });
            Assert.Equal((409, "decided_an_earlier_stage"), (barred.Status, barred.Json.Code()));
            await DoAsync("lena", "owner", "owner", [("Handler", who)]);
        }

        public Task DoAsync(string who, string page, string api, (string Field, string Value)[] fields)
        {
            var filled = fields
                .Select(f => (f.Field, Value: f.Value == Today ? $"{office.Clock.Today:yyyy-MM-dd}" : f.Value))
                .ToList();
            return byPage ? SubmitAsync(who, page, filled) : SendAsync(who, api, filled);
        }

        private async Task SubmitAsync(string who, string part, List<(string Field, string Value)> fields)
        {
            var visitor = await office.VisitAsync(who);
            await visitor.OpenAsync($"/cases/{Reference}/{part}");
            await visitor.SubmitAsync([.. fields.SelectMany(Typed)]);
            Assert.Empty(visitor.Errors);
            Assert.Equal($"/cases/{Reference}", visitor.At.AbsolutePath);
        }

        private async Task SendAsync(string who, string part, List<(string Field, string Value)> fields)
        {
            var body = fields.ToDictionary(
                field => BodyField.NameOf(field.Field),
                field => (object)(field.Value == "true" ? true : field.Value)
            );
            var program = await office.ProgramAsync(who);
            var (status, json, _) = await program.SendAsync($"/api/v1/cases/{Reference}/{part}", body);
            Assert.True(status == 201, $"{part}: {status} {json}");
        }

        /// <summary>As it is filled in at a browser: a day in three fields, a choice by its name.</summary>
        private static IEnumerable<(string, string)> Typed((string Field, string Value) field)
        {
            var name = $"Form.{field.Field}";
            if (DateOnly.TryParse(field.Value, CultureInfo.InvariantCulture, out var day))
            {
                return
                [
                    ($"{name}.Day", $"{day.Day}"),
                    ($"{name}.Month", $"{day.Month}"),
                    ($"{name}.Year", $"{day.Year}"),
                ];
            }

            var isChoice = field.Field is "Channel" or "Outcome" or "How" or "Result" or "Leaves";
            return [(name, isChoice ? NameOf(field.Value) : field.Value)];
        }

        /// <summary>As a page names what the API calls <c>partly_upheld</c>.</summary>
        private static string NameOf(string choice) =>
            string.Concat(choice.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
