using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test saves views of its own landlord's, so it has a host of its own.</summary>
public sealed class SaveViewsTests(TestDatabases databases)
{
    private const string Save = "details form";
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_list_is_saved_under_a_name_renamed_and_deleted(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (amira, ben) = (await office.VisitAsync(), await office.VisitAsync("ben"));
        const string list = "/cases?whose=All&kind=Complaint&due=Overdue&stage=2&status=Open";
        var page = await amira.OpenAsync(list);
        Assert.Empty(Views(page));

        page = await amira.SubmitAsync(Save, [("Form.Name", " Late at stage 2 ")]);
        Assert.Equal(list, amira.At.PathAndQuery);
        Assert.Equal([("Late at stage 2", list, true)], Views(page));
        page = await amira.OpenAsync("/cases");
        Assert.Equal([("Late at stage 2", list, false)], Views(page));
        Assert.Empty(Views(await ben.OpenAsync("/cases")));

        // Pressed twice it is saved once; another list of the same name is told.
        await amira.OpenAsync(list);
        await amira.SubmitAsync(Save, [("Form.Name", "Late at stage 2")]);
        Assert.Empty(amira.Errors);
        await amira.OpenAsync("/cases?whose=Unassigned");
        page = await amira.SubmitAsync(Save, [("Form.Name", "Late at stage 2")]);
        Assert.Equal(["You have another view of that name"], amira.Errors);
        Assert.Contains("Everybody’s, Complaint, Overdue, Stage 2, Open", page.Body!.TextContent, Ordinal);
        await amira.SubmitAsync("main form", [("Form.Name", "Nobody has it")]);
        Assert.Equal("/cases?whose=Unassigned", amira.At.PathAndQuery);

        await amira.OpenAsync("/cases/views");
        await amira.SubmitAsync(FormOf("Nobody has it"), [("Form.Name", "Late at stage 2")]);
        Assert.Equal(["You have another view of that name"], amira.Errors);
        await amira.SubmitAsync("main form", [("Form.Name", " ")]);
        Assert.Equal(["Enter a name for the view"], amira.Errors);
        await amira.SubmitAsync("main form", [("Form.Name", "To give out")]);
        Assert.Equal("/cases/views", amira.At.PathAndQuery);
        page = await amira.OpenAsync("/cases");
        Assert.Equal(
            [("Late at stage 2", list, false), ("To give out", "/cases?whose=Unassigned", false)],
            Views(page)
        );

        await amira.OpenAsync("/cases/views");
        await amira.SubmitAsync("form[action$='Delete']", []);
        Assert.Equal(["To give out"], Views(await amira.OpenAsync("/cases")).Select(view => view.Name));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_lead_shares_one_with_everybody_and_nobody_else_may(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (lena, ben) = (await office.VisitAsync("lena"), await office.VisitAsync("ben"));

        await lena.OpenAsync("/cases?whose=Mine&due=Today");
        await lena.SubmitAsync(Save, [("Form.Name", "Today"), ("Form.Shared", "true")]);
        var page = await ben.OpenAsync("/cases?whose=Mine&due=Today");
        Assert.Equal([("Today", "/cases?whose=Mine&due=Today", true)], Views(page));
        Assert.Null(page.QuerySelector("[name='Form.Shared']"));
        page = await ben.OpenAsync("/cases/views");
        Assert.Contains("Lena Novak", page.Body!.TextContent, Ordinal);
        Assert.Null(page.QuerySelector("form[action*='views']"));

        var program = await office.ProgramAsync("ben");
        var shared = await program.PutAsJsonAsync(
            "/api/v1/views",
            new { name = "Mine for all", shared = true },
            Cancel
        );
        Assert.Equal(HttpStatusCode.Conflict, shared.StatusCode);
        await ben.OpenAsync("/cases");
        await ben.SubmitAsync(Save, [("Form.Name", "Today")]);
        Assert.Empty(ben.Errors);
        var token = ben.Page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var forged = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("owner", "lena"),
            new("name", "Today"),
        ]);
        await ben.Http.PostAsync(new Uri("/cases/views?handler=Delete", UriKind.Relative), forged, Cancel);
        Assert.Equal(2, Views(await ben.OpenAsync("/cases")).Count());

        // No more shared, it is hers alone; and a lead may delete what another shared.
        await lena.OpenAsync("/cases/views");
        await lena.SubmitAsync(FormOf("Today"), [("Form.Shared", "")]);
        Assert.Single(Views(await ben.OpenAsync("/cases")));
        await PutAsync(
            office,
            new SavedViewRow
            {
                OwnerId = "amira",
                Name = "Old",
                Filters = "?whose=All",
                Shared = true,
            }
        );
        await lena.OpenAsync("/cases/views");
        await lena.SubmitAsync("section[aria-labelledby=others] form", []);
        Assert.Single(Views(await ben.OpenAsync("/cases")));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Filters_that_the_list_does_not_know_are_told_and_left_out(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        await PutAsync(
            office,
            new SavedViewRow
            {
                OwnerId = "amira",
                Name = "From before",
                Filters = "?whose=All&kind=Grievance&colour=red&stage=two&status=7&due=%00",
                Shared = false,
            }
        );
        var amira = await office.VisitAsync();

        var page = await amira.OpenAsync("/cases/views");
        Assert.Contains("left out: kind, colour, stage, status, due", page.Body!.TextContent, Ordinal);
        page = await amira.OpenAsync(Views(await amira.OpenAsync("/cases")).Single().Address);
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Contains(
            "does not know these filters, and leaves them out: kind, colour, stage, status, due",
            page.QuerySelector(".govuk-warning-text")!.TextContent,
            Ordinal
        );
        Assert.Contains(logged.Reference, page.QuerySelector(".app-worklist")!.TextContent, Ordinal);

        // Renamed, it keeps what is still known of it.
        await amira.OpenAsync("/cases/views");
        await amira.SubmitAsync(FormOf("From before"), [("Form.Name", "Mended")]);
        Assert.Equal([("Mended", "/cases?whose=All", false)], Views(await amira.OpenAsync("/cases")));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_saves_and_deletes_the_same(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        using var program = await office.ProgramAsync("lena");

        Assert.Equal((400, null), await PutAsync(new { name = "x", kind = "grievance" }));
        Assert.Equal((409, "no_name"), await PutAsync(new { whose = "all" }));
        Assert.Equal(
            (204, null),
            await PutAsync(
                new
                {
                    name = "Late",
                    whose = "all",
                    due = "overdue",
                    stage = 2,
                }
            )
        );
        Assert.Equal(
            (204, null),
            await PutAsync(
                new
                {
                    name = "Late",
                    whose = "all",
                    due = "overdue",
                    stage = 2,
                }
            )
        );
        Assert.Equal((409, "name_taken"), await PutAsync(new { name = "Late", whose = "mine" }));
        Assert.Equal((409, "no_such_view"), await PutAsync(new { name = "Later", was = "Never" }));
        Assert.Equal(
            (204, null),
            await PutAsync(
                new
                {
                    name = "Later",
                    was = "Late",
                    whose = "mine",
                    shared = true,
                }
            )
        );
        using var bens = await office.ProgramAsync("ben");
        var view = (await ReadAsync(bens)).EnumerateArray().Single();
        Assert.Equal(
            ("Later", "mine", JsonValueKind.Null),
            (
                view.GetProperty("name").GetString(),
                view.GetProperty("whose").GetString(),
                view.GetProperty("due").ValueKind
            )
        );
        await bens.DeleteAsync(new Uri("/api/v1/views?name=Later", UriKind.Relative), Cancel);
        Assert.Equal(1, (await ReadAsync(bens)).GetArrayLength());
        await program.DeleteAsync(new Uri("/api/v1/views?name=Later", UriKind.Relative), Cancel);
        Assert.Equal(0, (await ReadAsync(bens)).GetArrayLength());

        async Task<(int, string?)> PutAsync(object body)
        {
            using var put = await program.PutAsJsonAsync("/api/v1/views", body, Cancel);
            var text = await put.Content.ReadAsStringAsync(Cancel);
            return (
                (int)put.StatusCode,
                put.StatusCode == HttpStatusCode.Conflict ? JsonDocument.Parse(text).RootElement.Code() : null
            );
        }
    }

    private static string FormOf(string view) => $"form:has(input[name='Form.Was'][value='{view}'])";

    private static IEnumerable<(string Name, string Address, bool Shown)> Views(IDocument page) =>
        page.QuerySelectorAll("nav[aria-label='Saved views'] a:not([href='/cases/views'])")
            .Select(link => (link.TextContent, link.GetAttribute("href")!, link.HasAttribute("aria-current")));

    private static async Task PutAsync(Office office, SavedViewRow view)
    {
        var recording = new Recording();
        recording.Put(view);
        await office.Services.GetRequiredService<WriteGate>().RecordAsync(recording, Cancel);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient program) =>
        JsonDocument
            .Parse(await program.GetStringAsync(new Uri("/api/v1/views", UriKind.Relative), Cancel))
            .RootElement.GetProperty("views");
}
