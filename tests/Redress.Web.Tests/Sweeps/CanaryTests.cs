using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Sweeps;

/// <summary>
/// Every page and answer that can be read, opened by somebody in each role for each case of the test world: the words of a
/// case turn up for nobody who does not see that case.
/// </summary>
public sealed class CanaryTests(TestDatabases databases)
{
    /// <summary>Who a confidential resident is: read by nobody before it is opened with a reason.</summary>
    private static readonly string[] Identity = ["name", "phone", "address"];

    /// <summary>What is written among the staff.</summary>
    private static readonly string[] Internal = ["contact", "ask", "whom", "questions", "support"];

    /// <summary>All of an address that a case's own pages have besides its reference, or that is in nobody's case.</summary>
    private static readonly Dictionary<string, string> Real = new(StringComparer.Ordinal)
    {
        ["commitment"] = "1",
        ["message"] = "1",
        ["letter"] = "14",
        ["ask"] = "1",
        ["colleague"] = "joel",
        ["id"] = "code-2024",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task No_words_of_a_case_turn_up_for_whoever_does_not_see_it(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var host = await hosts.OnAsync(kind);
        var cases = await MadeAsync(host);
        var doors = (await Door.AllOfAsync(host.Services)).Where(door => door.Method == "GET").ToList();
        var (faults, met) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var person in DemoStaff.All.DistinctBy(person => (person.Role, person.Account == "joel")))
        {
            var pages = await SignInAsync(host, person.Account);
            foreach (var (address, text) in await ReadAsync(host, pages, person.Account, doors, cases))
            {
                foreach (var (told, of, word) in Words(cases))
                {
                    if (!text.Contains(word, StringComparison.OrdinalIgnoreCase))
                    {
                        continue;
                    }

                    met.Add(word);
                    if (!MaySee(person, told, of))
                    {
                        faults.Add($"{person.Account} reads {word} at {address}");
                    }
                }
            }
        }

        Faults.AssertNone(faults);
        Assert.True(met.Count > 40, $"Only {met.Count} words were met: the crawl reads too little.");
    }

    /// <summary>With its code a case is open, and no other, and nothing that is written among the staff.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task With_a_code_the_words_of_one_case_are_read_and_none_of_the_staff(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var host = await hosts.OnAsync(kind);
        var cases = await MadeAsync(host);
        var doors = (await Door.AllOfAsync(host.Services))
            .Where(door => door is { Method: "GET", IsApi: false })
            .ToList();
        var faults = new List<string>();
        foreach (var mine in cases.Where(told => told.State is "open" or "anonymous" or "about_a_colleague"))
        {
            var resident = host.Visit();
            await resident.OpenAsync("/follow");
            await resident.SubmitAsync(("Reference", mine.Story.Case.Reference), ("Code", mine.Code));
            Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
            Assert.Contains(mine.Canaries["definition"], resident.Page.Body!.TextContent, StringComparison.Ordinal);
            foreach (var (address, text) in await ReadAsync(resident.Http, doors, cases))
            {
                faults.AddRange(
                    Words(cases)
                        .Where(one => text.Contains(one.Word, StringComparison.OrdinalIgnoreCase))
                        .Where(one => one.Told != mine || Internal.Contains(one.Of))
                        .Select(one => $"{mine.State}: {one.Word} at {address}")
                );
            }
        }

        Faults.AssertNone(faults);
    }

    private static bool MaySee(DemoPerson person, HarnessCase told, string of)
    {
        var about = told.Story.Case;
        if (about.IsAbout(person.Account))
        {
            return of is "questions" or "support" or "released";
        }

        if (told.State == "sealed" && !HarnessCases.Readers.Contains(person.Account))
        {
            return false;
        }

        if (told.State == "confidential" && Identity.Contains(of))
        {
            return false;
        }

        return person.Role switch
        {
            Role.ComplaintsTeam or Role.ComplaintsLead or Role.Auditor => true,
            Role.Handler => about.Owner == person.Account || about.Asks.Any(ask => ask.Of == person.Account),
            Role.FrontLine => told.State != "confidential",
            _ => false,
        };
    }

    private static IEnumerable<(HarnessCase Told, string Of, string Word)> Words(IReadOnlyList<HarnessCase> cases) =>
        cases.SelectMany(told => told.Canaries.Select(canary => (told, canary.Key, canary.Value)));

    private static async Task<IReadOnlyList<HarnessCase>> MadeAsync(RedressHost host)
    {
        var (services, today) = (host.Services, host.Clock.Today);
        await using var context = services.GetRequiredService<Database>().NewContext();
        await DemoStaff.AddAsync(context, today.AddYears(-1), Cancel);
        await context.SaveChangesAsync(Cancel);
        var rules = await services.GetRequiredService<RulesStore>().ReadAsync(Cancel);
        var cases = new HarnessCases(new StoryTeller(rules, until: today), today).Tell();
        var recording = new Recording();
        foreach (var told in cases)
        {
            told.Story.SaveTo(recording, services.GetRequiredService<PeopleSaving>());
            recording.Insert(
                services
                    .GetRequiredService<AccessCodes>()
                    .RowOf(told.Story.Case.Id, told.Story.Case.ComplainantId, told.Code)
            );
        }

        await services.GetRequiredService<WriteGate>().RecordAsync(recording, Cancel);
        return cases;
    }

    private static async Task<HttpClient> SignInAsync(RedressHost host, string who)
    {
        var http = host.CreateClient(new() { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Cookie", await SignedIn.CookieAsync(host.Services, who));
        return http;
    }

    private static async Task<List<(string Address, string Text)>> ReadAsync(
        RedressHost host,
        HttpClient pages,
        string who,
        IReadOnlyList<Door> doors,
        IReadOnlyList<HarnessCase> cases
    )
    {
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var token = await ApiTokens.MakeAsync(context, who, "crawl", host.Clock.GetUtcNow().UtcDateTime, Cancel);
        var api = host.CreateClient(new() { AllowAutoRedirect = false });
        api.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var read = await ReadAsync(pages, [.. doors.Where(door => !door.IsApi)], cases);
        read.AddRange(await ReadAsync(api, [.. doors.Where(door => door.IsApi)], cases));
        return read;
    }

    /// <summary>What every door says that can be opened, for each case where it is about one; and what searching finds.</summary>
    private static async Task<List<(string Address, string Text)>> ReadAsync(
        HttpClient http,
        IReadOnlyList<Door> doors,
        IReadOnlyList<HarnessCase> cases
    )
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal) { "/cases?q=drips", "/api/v1/cases?q=drips" };
        foreach (var door in doors.Where(door => !door.Pattern.Contains("sign-out", StringComparison.Ordinal)))
        {
            foreach (var told in cases)
            {
                var real = new Dictionary<string, string>(Real) { ["reference"] = told.Story.Case.Reference };
                if (Try(door, real) is { } address)
                {
                    addresses.Add(address);
                }
            }
        }

        var read = new List<(string, string)>();
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            read.Add((address, await answer.Content.ReadAsStringAsync(Cancel)));
        }

        return read;
    }

    /// <summary>None where something is in the address that no case here has.</summary>
    private static string? Try(Door door, Dictionary<string, string> real)
    {
        try
        {
            return door.At(real);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
