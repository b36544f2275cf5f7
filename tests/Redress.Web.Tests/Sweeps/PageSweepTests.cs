using AngleSharp;
using AngleSharp.Html.Dom;
using Redress.Web.Security;

namespace Redress.Web.Tests.Sweeps;

/// <summary>What every page has, whoever wrote it.</summary>
public sealed class PageSweepTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private static readonly string[] Headers =
    [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Cache-Control",
    ];

    [Fact]
    public async Task Every_page_has_its_frame_its_labels_and_the_tokens_of_its_forms()
    {
        var faults = new List<string>();
        var pages = 0;
        await foreach (var (door, page) in PagesAsync())
        {
            pages++;
            faults.AddRange(PageFaults.Of(page).Select(fault => $"{door} {fault}"));
        }

        Assert.NotEqual(0, pages);
        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Every_link_and_form_of_a_page_leads_somewhere_its_reader_may_go()
    {
        var faults = new List<string>();
        var seen = new HashSet<(Role, string)>();
        await foreach (var (door, page, role) in PagesByRoleAsync())
        {
            var links = page.QuerySelectorAll("a[href^='/'], form[action^='/']")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!)
                // One is not pressed, and the other leads to another site on purpose.
                .Where(address => address is not ("/sign-out" or "/follow/leave"))
                .Where(address => seen.Add((role, address.Split('#')[0])));
            foreach (var link in links)
            {
                using var answer = await site.GetAsync(link, role);
                if (!answer.IsSuccessStatusCode)
                {
                    faults.Add($"{door} leads {role} to {link}, which answers {answer.StatusCode}");
                }
            }
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_it_safe()
    {
        var faults = new List<string>();
        foreach (var door in site.Doors)
        {
            foreach (var role in new Role?[] { null, Role.ComplaintsLead })
            {
                using var answer = await site.AskAsync(door, role);
                faults.AddRange(MissingFrom(answer).Select(header => $"{door} as {role} has no {header}"));
            }
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public void An_answer_without_its_headers_is_found()
    {
        using var bare = new HttpResponseMessage();
        Assert.Contains("Content-Security-Policy", MissingFrom(bare));
        Assert.Contains("Cache-Control", MissingFrom(bare));
    }

    private static IEnumerable<string> MissingFrom(HttpResponseMessage answer) =>
        Headers.Where(name => !answer.Headers.Contains(name));

    private async IAsyncEnumerable<(Door Door, IHtmlDocument Page)> PagesAsync()
    {
        var seen = new HashSet<Door>();
        await foreach (var (door, page, _) in PagesByRoleAsync())
        {
            if (seen.Add(door))
            {
                yield return (door, page);
            }
        }
    }

    /// <summary>Every page as each role that may open it sees it.</summary>
    private async IAsyncEnumerable<(Door Door, IHtmlDocument Page, Role Role)> PagesByRoleAsync()
    {
        using var browser = BrowsingContext.New();
        foreach (var door in site.Doors.Where(door => door is { Method: "GET", IsApi: false }))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                using var answer = await site.AskAsync(door, role);
                if (answer.Content.Headers.ContentType?.MediaType != "text/html" || !answer.IsSuccessStatusCode)
                {
                    continue;
                }

                var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                yield return (door, (IHtmlDocument)await browser.OpenAsync(reply => reply.Content(html)), role);
            }
        }
    }
}
