using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;
using static Redress.Web.Tests.Features.Organising;

namespace Redress.Web.Tests.Features;

/// <summary>Each test says how the landlord is made up, so it has a host of its own.</summary>
public sealed class OrganisationTests(TestDatabases databases)
{
    private static readonly string[] Repairs = ["Repairs"];
    private static readonly string[] Ben = ["ben"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Units_teams_and_posts_are_said_in_forms_that_name_what_is_wrong()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var dan = await office.VisitAsync("dan");

        await dan.OpenAsync("/organisation/units");
        await dan.SubmitAsync();
        Assert.Equal(["Enter the name of the unit"], dan.Errors);
        var page = await dan.SubmitAsync(("Form.Name", "Homes"), ("Form.Services", "Repairs\n\nLettings\nRepairs"));
        Assert.Contains("Delivers: Repairs, Lettings", page.Body!.TextContent, StringComparison.Ordinal);

        await dan.OpenAsync("/organisation/teams");
        await dan.SubmitAsync();
        Assert.Equal(["Enter the name of the team", "Choose a unit"], dan.Errors);
        var homes = dan.Page.QuerySelector("option:not([value=''])")!.GetAttribute("value")!;
        await dan.SubmitAsync(("Form.Name", "Damp"), ("Form.Unit", homes));
        Assert.Empty(dan.Errors);

        await dan.OpenAsync("/staff/amira/post");
        await dan.SubmitAsync(("Form.Manager", "ben"), ("Form.Grade", "Officer"));
        Assert.Equal(["Choose a team"], dan.Errors);
        var damp = dan.Page.QuerySelector("#Form_Team option:not([value=''])")!.GetAttribute("value")!;
        page = await dan.SubmitAsync(("Form.Team", damp));
        Assert.Contains("Amira Khan, officer, managed by Ben Okafor", Spaced(page.Body!), StringComparison.Ordinal);

        await dan.OpenAsync("/staff/ben/post");
        await dan.SubmitAsync(("Form.Team", damp), ("Form.Manager", "amira"));
        Assert.Equal(["They would manage themselves. Choose another line manager"], dan.Errors);

        await dan.OpenAsync("/staff/nobody/post");
        Assert.Equal(HttpStatusCode.NotFound, dan.Status);
        var amira = await office.VisitAsync();
        await amira.OpenAsync("/organisation");
        Assert.Equal(HttpStatusCode.Forbidden, amira.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_unit_is_called_otherwise_and_none_is_emptied_by_adding_it_anew(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (dan, program) = (await office.VisitAsync("dan"), await office.ProgramAsync("dan"));
        var homes = await UnitAsync(program, "Homes", Repairs);
        var damp = await TeamAsync(program, "Damp", homes);
        await UnitAsync(program, "Estates");

        await dan.OpenAsync("/organisation/units");
        await dan.SubmitAsync(("Form.Name", "homes"));
        Assert.Equal(["Another unit is called so. Change that one, or enter another name"], dan.Errors);
        await dan.OpenAsync($"/organisation/units?unit={homes}");
        await dan.SubmitAsync(("Form.Name", "Estates"));
        Assert.Equal(["Another unit is called so. Change that one, or enter another name"], dan.Errors);
        var page = await dan.SubmitAsync(("Form.Name", "Homes and places"));
        Assert.Contains("Delivers: Repairs", page.Body!.TextContent, StringComparison.Ordinal);

        var house = office.Services.GetRequiredService<RulesStore>().Current.Organisation;
        Assert.Equal("Homes and places", house.UnitOf(damp, office.Clock.Today)!.Name);
        var unknown = new { unit = "nope", name = "Nope" };
        Assert.Equal("unknown_unit", (await program.SendAsync("/api/v1/units", unknown)).Json.Code());
        var again = new { name = "Homes and places", services = "Repairs" };
        Assert.Equal(204, (await program.SendAsync("/api/v1/units", again)).Status);
        Assert.Equal(2, office.Services.GetRequiredService<RulesStore>().Current.Organisation.Units.Count);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_so_years_ago_is_said_afterwards_and_changes_nothing_since(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var (north, homes) = (await UnitAsync(dan, "North"), await UnitAsync(dan, "Homes"));
        var (damp, lifts) = (await TeamAsync(dan, "Damp", homes), await TeamAsync(dan, "Lifts", homes));
        await PostAsync(dan, "amira", damp, "manager");

        await PlaceAsync(dan, "Damp", north, "2020-01-01");
        await PostAsync(dan, "amira", lifts, "officer", from: "2020-01-01");
        await PostAsync(dan, "amira", damp, "officer", from: "2020-01-01");
        await PostAsync(dan, "amira", damp, "director", from: "2062-01-01");
        await PostAsync(dan, "amira", damp, "head_of_service", from: "2025-01-01");

        var house = office.Services.GetRequiredService<RulesStore>().Current.Organisation;
        Assert.Equal(
            [
                new Post("amira", damp, new(2020, 1, 1), new(2024, 12, 31), Grade.Officer),
                new Post("amira", damp, new(2025, 1, 1), new(2061, 12, 31), Grade.HeadOfService),
                new Post("amira", damp, new(2062, 1, 1), null, Grade.Director),
            ],
            house.AllPostsOf("amira")
        );
        Assert.Equal(
            [
                new TeamPlace(damp, north, new(2020, 1, 1), new(2024, 12, 31)),
                new TeamPlace(damp, homes, new(2025, 1, 1)),
            ],
            house.PlacesOf(damp)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_no_database_keeps_is_refused_beside_its_field(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        const string Nul = "\0";
        const string From = "2025-01-01";

        await RefusedAsync("units", new { name = Nul, services = Nul }, "name", "services");
        await RefusedAsync(
            "teams",
            new
            {
                name = Nul,
                unit = Nul,
                from = From,
            },
            "name"
        );
        await RefusedAsync(
            "staff/amira/posts",
            new
            {
                team = Nul,
                manager = Nul,
                from = From,
            },
            "manager",
            "team"
        );

        async Task RefusedAsync(string address, object body, params string[] fields)
        {
            var (status, json, _) = await dan.SendAsync($"/api/v1/{address}", body);
            Assert.Equal(400, status);
            Assert.Equal(fields, json.Fields().Order(StringComparer.Ordinal));
        }
    }

    /// <summary>F005: the resident could see the first team as partial.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Stage_2_goes_to_the_team_of_stage_1_only_with_a_reason_which_history_keeps(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var (homes, estates) = (await UnitAsync(dan, "Homes"), await UnitAsync(dan, "Estates"));
        var (damp, lifts) = (await TeamAsync(dan, "Damp", homes), await TeamAsync(dan, "Lifts", estates));
        await PostAsync(dan, "amira", damp);
        await PostAsync(dan, "ben", damp);
        await PostAsync(dan, "cora", lifts);
        var escalated = await EscalatedAsync(office);
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{escalated.Reference}/owner");
        var offered = page.QuerySelectorAll("#Form_Handler option").Select(option => option.TextContent).ToList();
        Assert.EndsWith("needs a reason: of the team that decided before)", offered[^1], StringComparison.Ordinal);
        await lena.SubmitAsync(("Form.Handler", "ben"));
        Assert.Equal(
            [
                "They are, or were then, in the team that decided an earlier stage, and the resident could see them as partial. Choose another officer, or say why it has to be them",
            ],
            lena.Errors
        );
        var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync(
            $"/api/v1/cases/{escalated.Reference}/owner",
            new { handler = "ben" }
        );
        Assert.Equal((409, "same_team_as_before_needs_reason"), (status, json.Code()));
        var many = await program.SendAsync(
            "/api/v1/cases/owners",
            new { cases = new[] { escalated.Reference }, to = Ben }
        );
        Assert.Equal(200, many.Status);
        Assert.NotEqual("ben", (await office.RowAsync(escalated)).OwnerId);

        await lena.SubmitAsync(("Form.Why", "He joined the team last week."));
        Assert.Empty(lena.Errors);
        Assert.Equal("ben", (await office.RowAsync(escalated)).OwnerId);
        page = await lena.OpenAsync($"/cases/{escalated.Reference}");
        Assert.Contains("He joined the team last week.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>F239: what guides the choice is on the page, and in the order of it.</summary>
    [Fact]
    public async Task Who_nothing_speaks_against_is_offered_first_and_of_these_who_has_the_fewest_cases()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var dan = await office.ProgramAsync("dan");
        await PostAsync(
            dan,
            "frank",
            await TeamAsync(dan, "Trees", await UnitAsync(dan, "Estates", "Grounds")),
            "manager"
        );
        await office.LoggedAsync();
        var logged = await office.LoggedAsync();
        await office.DoAsync(logged, (_, desk) => Classification.Decide(new("Repairs"), desk.Today));

        var page = await (await office.VisitAsync("lena")).OpenAsync($"/cases/{logged.Reference}/owner");

        Assert.Equal(
            [
                "Choose an officer",
                "Ben Okafor (0 open cases)",
                "Cora Bell (0 open cases)",
                "Lena Novak (0 open cases)",
                "Amira Khan (2 open cases)",
                "Frank Lowe (manager, 0 open cases, needs a reason: works in another service)",
            ],
            page.QuerySelectorAll("#Form_Handler option").Select(option => option.TextContent)
        );
    }

    /// <summary>F072 and F107: Leeds gives stage 2 to a senior officer.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Stage_2_is_given_to_nobody_below_the_grade_that_the_procedure_names(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        await office
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(
                new ProcedureChoice(CaseKind.Complaint, "leeds-2023", new(2025, 1, 1)),
                new("lena", DateTime.UnixEpoch),
                Cancel
            );
        var dan = await office.ProgramAsync("dan");
        var team = await TeamAsync(dan, "Reviews", await UnitAsync(dan, "Centre"));
        await PostAsync(dan, "ben", team, "officer");
        var escalated = await EscalatedAsync(office);
        var lena = await office.VisitAsync("lena");
        var page = await lena.OpenAsync($"/cases/{escalated.Reference}/owner");
        Assert.Contains(
            "Nobody who works on cases here can have this stage.",
            page.QuerySelector(".govuk-warning-text")!.TextContent,
            StringComparison.Ordinal
        );

        await PostAsync(dan, "cora", team, "senior_officer");
        page = await lena.OpenAsync($"/cases/{escalated.Reference}/owner");
        Assert.Equal(
            ["", "cora"],
            page.QuerySelectorAll("#Form_Handler option").Select(option => option.GetAttribute("value"))
        );
        Assert.Contains(
            "below the grade the procedure asks for: Ben Okafor",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        var program = await office.ProgramAsync("lena");
        foreach (var (who, code) in new[] { ("ben", "below_the_grade"), ("frank", "grade_not_said") })
        {
            var (status, json, _) = await program.SendAsync(
                $"/api/v1/cases/{escalated.Reference}/owner",
                new { handler = who, why = "Nobody else is there." }
            );
            Assert.Equal((409, code), (status, json.Code()));
        }

        Assert.Equal(
            201,
            (await program.SendAsync($"/api/v1/cases/{escalated.Reference}/owner", new { handler = "cora" })).Status
        );
    }

    /// <summary>F006: policy and permission decisions.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_made_the_decision_and_their_manager_have_no_part_in_its_review(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var team = await TeamAsync(dan, "Lettings", await UnitAsync(dan, "Homes"));
        await PostAsync(dan, "ben", team, manager: "frank");
        await PostAsync(dan, "frank", team);
        var escalated = await EscalatedAsync(office);
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{escalated.Reference}/contested-decision");
        await lena.SubmitAsync();
        Assert.Equal(["Choose the sort of decision"], lena.Errors);
        await lena.SubmitAsync(("Form.Kind", "Permission"), ("Form.MadeBy", "ben"));
        Assert.Equal(["Enter what was decided"], lena.Errors);
        var page = await lena.SubmitAsync(("Form.What", "No second dog."));
        Assert.Contains("No second dog.", page.Body!.TextContent, StringComparison.Ordinal);

        var program = await office.ProgramAsync("lena");
        foreach (var (who, code) in new[] { ("ben", "made_the_decision"), ("frank", "manages_who_made_the_decision") })
        {
            var (status, json, _) = await program.SendAsync(
                $"/api/v1/cases/{escalated.Reference}/owner",
                new { handler = who, why = "They know it best." }
            );
            Assert.Equal((409, code), (status, json.Code()));
        }

        var (again, refused, _) = await program.SendAsync(
            $"/api/v1/cases/{escalated.Reference}/contested-decision",
            new
            {
                kind = "permission",
                made_by = "ben",
                what = "The same.",
            }
        );
        Assert.Equal((409, "named_already"), (again, refused.Code()));
        page = await lena.OpenAsync($"/cases/{escalated.Reference}/owner");
        Assert.Equal(
            ["", "cora", "lena"],
            page.QuerySelectorAll("#Form_Handler option")
                .Select(option => option.GetAttribute("value"))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Ruling 12: barred at stage 2 is more than not having it.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_manages_whoever_made_the_decision_decides_and_answers_no_part_of_its_review(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var team = await TeamAsync(dan, "Lettings", await UnitAsync(dan, "Homes"));
        await PostAsync(dan, "ben", team, manager: "cora");
        var review = await EscalatedAsync(office);
        var address = $"/api/v1/cases/{review.Reference}";
        var (lena, cora) = (await office.ProgramAsync("lena"), await office.ProgramAsync("cora"));
        await lena.SendAsync($"{address}/owner", new { handler = "cora" });
        var decision = new
        {
            kind = "policy",
            made_by = "ben",
            what = "No second dog.",
        };

        Assert.Equal(201, (await lena.SendAsync($"{address}/contested-decision", decision)).Status);
        Assert.Null((await office.CaseAsync(review)).CurrentStage.Handler);
        await lena.SendAsync($"{address}/owner", new { handler = "lena" });
        await office.DoAsync(await office.CaseAsync(review), (c, desk) => Points.Raise(c, "The dog", desk.Today));
        var finding = new
        {
            point = 1,
            finding = "not_upheld",
            reason = "It was right.",
        };
        Assert.Equal("reviews_their_own", (await cora.SendAsync($"{address}/findings", finding)).Json.Code());
        var visit = await office.VisitAsync("cora");
        var page = await visit.OpenAsync($"/cases/{review.Reference}/response");
        Assert.Contains(
            "manage whoever did",
            page.QuerySelector(".govuk-warning-text")!.TextContent,
            StringComparison.Ordinal
        );
        await visit.OpenAsync($"/cases/{review.Reference}/contested-decision");
        await visit.SubmitAsync(("Form.MadeBy", "frank"), ("Form.What", "It was his."));
        Assert.StartsWith("You made the decision named here, or manage", visit.Errors[0], StringComparison.Ordinal);
        Assert.Equal(201, (await lena.SendAsync($"{address}/findings", finding)).Status);
    }

    /// <summary>F106, F098: a case of repairs with somebody outside repairs, and the figures that say so.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Another_service_has_a_case_with_a_reason_and_it_counts_as_outside(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var homes = await UnitAsync(dan, "Homes", Repairs);
        var estates = await UnitAsync(dan, "Estates", "Grounds");
        var centre = await UnitAsync(dan, "Centre");
        await PostAsync(dan, "amira", await TeamAsync(dan, "Complaints", centre));
        await PostAsync(dan, "ben", await TeamAsync(dan, "Damp", homes));
        await PostAsync(dan, "frank", await TeamAsync(dan, "Trees", estates));
        var logged = await office.LoggedAsync();
        await office.DoAsync(logged, (_, desk) => Classification.Decide(new("Repairs"), desk.Today));
        var lena = await office.ProgramAsync("lena");

        Assert.Equal([("Centre", 1, 1, 0)], await CountsAsync(lena, "now"));
        var (status, json, _) = await lena.SendAsync(
            $"/api/v1/cases/{logged.Reference}/owner",
            new { handler = "frank" }
        );
        Assert.Equal((409, "other_service_needs_reason"), (status, json.Code()));
        var given = await lena.SendAsync(
            $"/api/v1/cases/{logged.Reference}/owner",
            new { handler = "frank", why = "All of repairs is named in it." }
        );
        Assert.Equal(201, given.Status);
        Assert.Equal([("Estates", 1, 1, 0)], await CountsAsync(lena, "now"));
        await lena.SendAsync($"/api/v1/cases/{logged.Reference}/owner", new { handler = "ben" });
        Assert.Equal([("Homes", 1, 0, 1)], await CountsAsync(lena, "now"));
    }

    /// <summary>F032: several areas merge into one.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_team_that_moves_keeps_its_cases_which_count_by_the_old_unit_or_the_new(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        var (north, homes) = (await UnitAsync(dan, "North", Repairs), await UnitAsync(dan, "Homes", Repairs));
        await PostAsync(dan, "amira", await TeamAsync(dan, "Damp", north));
        var logged = await office.LoggedAsync();
        var tomorrow = office.Clock.Today.AddDays(1);
        office.Clock.GoTo(tomorrow);

        var (status, _, _) = await dan.SendAsync(
            "/api/v1/teams",
            new
            {
                name = "Damp",
                unit = homes,
                from = $"{tomorrow:yyyy-MM-dd}",
            }
        );
        Assert.Equal(204, status);
        var lena = await office.ProgramAsync("lena");
        Assert.Equal([("Homes", 1, 0, 0)], await CountsAsync(lena, "now"));
        Assert.Equal([("North", 1, 0, 0)], await CountsAsync(lena, "then"));
        Assert.Equal(
            ("amira", logged.Version),
            ((await office.RowAsync(logged)).OwnerId, (await office.CaseAsync(logged)).Version)
        );

        var (refused, json, _) = await dan.SendAsync(
            "/api/v1/teams",
            new
            {
                name = "Damp",
                unit = north,
                from = "2025-01-01",
            }
        );
        Assert.Equal((409, "there_already"), (refused, json.Code()));
        Assert.Equal(["by"], (await JsonAsync(lena, "/api/v1/organisation/cases?by=never")).Fields());
        var page = await (await office.VisitAsync("lena")).OpenAsync("/organisation/cases?by=then");
        Assert.Contains("North", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>F094: repairs has a team that settles early what it can, and no stage more.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Complaints_of_repairs_go_to_the_team_that_settles_them_first_and_stay_at_their_stage(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.VisitAsync("dan");
        var program = await office.ProgramAsync("dan");
        var early = await TeamAsync(program, "Early settlement", await UnitAsync(program, "Homes"));
        await PostAsync(program, "ben", early);
        await dan.OpenAsync("/organisation/first");
        await dan.SubmitAsync(("Form.Services", "Repairs"));
        Assert.Equal(["Choose a team"], dan.Errors);
        var page = await dan.SubmitAsync(("Form.Team", early));
        Assert.Contains("Has complaints first about: Repairs", page.Body!.TextContent, StringComparison.Ordinal);
        var (status, json, _) = await program.SendAsync(
            "/api/v1/teams/first",
            new
            {
                team = early,
                services = "Repairs",
                from = $"{office.Clock.Today:yyyy-MM-dd}",
            }
        );
        Assert.Equal((409, "there_already"), (status, json.Code()));

        var amira = await office.VisitAsync();
        await amira.OpenAsync("/cases/new");
        await amira.SubmitAsync(
            ("Form.Summary", "The tap drips."),
            ("Form.Channel", "Phone"),
            ("Form.Service", "Repairs"),
            ("Form.Name", "Jo Ward")
        );
        Assert.Empty(amira.Errors);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var logged = Assert.Single(context.Cases.Where(row => row.Team == "Early settlement"));
        Assert.Equal(("ben", 1), (logged.OwnerId, logged.Stage));

        var lena = await office.ProgramAsync("lena");
        var (_, other, _) = await lena.SendAsync(
            "/api/v1/cases",
            new
            {
                kind = "complaint",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
                summary = "The gutter leaks.",
                service = "Repairs",
                handler = "lena",
            }
        );
        var reference = other.GetProperty("reference").GetString();
        var (refused, why, _) = await lena.SendAsync($"/api/v1/cases/{reference}/owner", new { handler = "cora" });
        Assert.Equal((409, "another_team_is_first_needs_reason"), (refused, why.Code()));
        Assert.Equal(201, (await lena.SendAsync($"/api/v1/cases/{reference}/owner", new { handler = "ben" })).Status);
        Assert.Equal(201, (await lena.SendAsync($"/api/v1/cases/{reference}/owner", new { handler = "cora" })).Status);
    }

    private static async Task<IReadOnlyList<(string?, int, int, int)>> CountsAsync(HttpClient program, string by) =>
        [
            .. (await JsonAsync(program, $"/api/v1/organisation/cases?by={by}"))
                .GetProperty("units")
                .EnumerateArray()
                .Select(unit =>
                    (
                        unit.GetProperty("name").GetString(),
                        unit.GetProperty("cases").GetInt32(),
                        unit.GetProperty("outside_the_service").GetInt32(),
                        unit.GetProperty("inside_the_service").GetInt32()
                    )
                ),
        ];

    private static async Task<Case> EscalatedAsync(Office office)
    {
        var answered = await office.AnsweredAsync();
        return await office.DoAsync(
            await office.CaseAsync(answered),
            (c, desk) => Escalation.Decide(c, new(desk.Today), desk.Rules, desk.Today)
        );
    }

    private static string Spaced(AngleSharp.Dom.IElement of) =>
        string.Join(' ', of.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
