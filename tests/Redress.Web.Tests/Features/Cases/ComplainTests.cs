using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class ComplainTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_resident_complains_without_an_account(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var resident = new Visitor(office.Stranger());

        await WriteAsync(resident, "The lift is broken", "A working lift");
        await resident.SubmitAsync(("Known", "Named"));
        await resident.SubmitAsync(("Form.Name", "Mrs Shah"), ("Form.Phone", "01632 960001"));
        Assert.Equal("/complain/check", resident.At.AbsolutePath);
        var sent = await resident.SubmitAsync();

        Assert.Equal("/complain/sent", resident.At.AbsolutePath);
        var reference = sent.QuerySelector(".app-reference")!.TextContent;
        var row = await RowAsync(office, reference);
        Assert.Equal((CaseKind.Complaint, Channel.WebForm, "lena"), (row.Kind, row.Channel, row.OwnerId));
        Assert.Equal((office.Clock.Today, office.Clock.Today), (row.ReceivedOn, row.LoggedOn));
        Assert.Equal(DutyName.Acknowledge, row.NextDuty);
        Assert.Contains(
            Redress.Core.Calendar.Dates.Long(row.NextDueOn!.Value),
            sent.Body!.TextContent,
            StringComparison.Ordinal
        );
        var logged = await office.CaseAsync(reference);
        var said = await office.TextAsync(logged, logged.Summary!);
        Assert.StartsWith("The lift is broken\n\n", said, StringComparison.Ordinal);
        Assert.EndsWith("\nA working lift", said, StringComparison.Ordinal);
        Assert.All(logged.History, recorded => Assert.Equal(CurrentPerson.Resident, recorded.Who));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var person = await context.CasePeople.SingleAsync(one => one.CaseId == row.Id, Cancel);
        Assert.Equal(("Mrs Shah", "01632 960001"), (person.Name, person.Phone));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_one_who_would_not_be_known_nothing_is_kept(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var resident = new Visitor(office.Stranger());

        // They gave their name first, and thought better of it.
        await WriteAsync(resident, "My neighbour is beaten");
        await resident.SubmitAsync(("Known", "Named"));
        await resident.SubmitAsync(("Form.Name", "Ann Archer"), ("Form.Email", "ann@archer.example"));
        await resident.OpenAsync("/complain/who?Change=true");
        await resident.SubmitAsync(("Known", "Anonymous"));
        var sent = await resident.SubmitAsync();

        var reference = sent.QuerySelector(".app-reference")!.TextContent;
        var row = await RowAsync(office, reference);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Null(row.ComplainantId);
        Assert.False(await context.CasePeople.AnyAsync(one => one.CaseId == row.Id, Cancel));
        Assert.All(
            await context.History.Where(one => one.StreamId == row.Id).ToListAsync(Cancel),
            one =>
                Assert.Equal(
                    Redress.Core.Calendar.LondonTime.Utc(office.Clock.Today, TimeOnly.MinValue),
                    one.RecordedAt
                )
        );
        var protector = office.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("draft");
        var drafts = (await context.Drafts.Select(one => one.Data).ToListAsync(Cancel)).ConvertAll(protector.Unprotect);
        Assert.Contains(drafts, draft => draft.Contains(reference, StringComparison.Ordinal));
        Assert.DoesNotContain(drafts, draft => draft.Contains("Archer", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(drafts, draft => draft.Contains("beaten", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_must_be_answered_is_asked_for_and_what_was_typed_is_kept()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());

        await resident.OpenAsync("/complain/what");
        await resident.SubmitAsync();
        Assert.Equal(["Tell us what has gone wrong"], resident.Errors);
        await resident.SubmitAsync(("Summary", "The lift"));
        await resident.SendFilesAsync([]);
        await resident.SubmitAsync();
        await resident.SubmitAsync();
        Assert.Equal(["Choose whether you want to give your name"], resident.Errors);
        await resident.SubmitAsync(("Known", "Named"));
        var page = await resident.SubmitAsync(("Form.Postcode", "AB1 2CD"));
        Assert.Equal(2, resident.Errors.Count);
        Assert.Equal("AB1 2CD", page.QuerySelector("#Form_Postcode")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/complain/photos")]
    [InlineData("/complain/wanted")]
    [InlineData("/complain/who")]
    [InlineData("/complain/reach")]
    [InlineData("/complain/check")]
    public async Task Whoever_comes_in_the_middle_begins_at_the_first_question(string address)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());

        await resident.OpenAsync(address);

        Assert.Equal("/complain/what", resident.At.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_is_changed_from_the_last_page_and_the_others_are_kept()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());
        await WriteAsync(resident, "The lift");
        await resident.SubmitAsync(("Known", "Anonymous"));

        await resident.OpenAsync("/complain/what?Change=true");
        var page = await resident.SubmitAsync(("Summary", "The lift and the door"));

        Assert.Equal("/complain/check", resident.At.AbsolutePath);
        Assert.Contains("The lift and the door", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_twice_is_one_complaint_with_one_code(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var resident = new Visitor(office.Stranger());
        var words = $"Twice {Guid.NewGuid():N}";
        await WriteAsync(resident, words);
        var check = await resident.SubmitAsync(("Known", "Anonymous"));

        var first = await resident.SubmitAsync();
        resident.Return(check);
        var second = await resident.SubmitAsync();

        Assert.Equal(CodeOn(first), CodeOn(second));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(1, await context.Words.CountAsync(row => row.Text == words, Cancel));
        Assert.Equal("/complain/sent", resident.At.AbsolutePath);
    }

    [Fact]
    public async Task Fifty_thousand_characters_of_Urdu_come_through_and_more_is_said_to_be_too_long()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());
        var urdu = string.Concat(Enumerable.Repeat("لفٹ خراب ہے ", 4_000));

        await resident.OpenAsync("/complain/what");
        await resident.SubmitAsync(("Summary", urdu + urdu + urdu));
        Assert.Single(resident.Errors);
        await resident.SubmitAsync(("Summary", urdu));
        await resident.SendFilesAsync([]);
        await resident.SubmitAsync();
        await resident.SubmitAsync(("Known", "Anonymous"));
        var sent = await resident.SubmitAsync();

        var logged = await office.CaseAsync(sent.QuerySelector(".app-reference")!.TextContent);
        Assert.Equal(urdu.Trim(), (await office.TextAsync(logged, logged.Summary!))!.Trim());
    }

    [Fact]
    public async Task Whoever_leaves_leaves_nothing_behind()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());
        await resident.OpenAsync("/complain/what");
        await resident.SubmitAsync(("Summary", "He must not see this"));

        await resident.OpenAsync("/follow/leave?home=true");
        var page = await resident.OpenAsync("/complain/what");
        Assert.DoesNotContain("He must not see this", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_out_leads_elsewhere()
    {
        var host = await hosts.OnAsync(Kind.Sqlite);
        using var http = host.CreateClient(new() { AllowAutoRedirect = false });

        using var left = await http.GetAsync(new Uri("/follow/leave", UriKind.Relative), Cancel);

        Assert.Equal("www.bbc.co.uk", left.Headers.Location!.Host);
        var page = await new Visitor(http).OpenAsync("/complain");
        Assert.Equal("/follow/leave", page.QuerySelector("a[data-exit]")!.GetAttribute("href"));
    }

    internal static async Task WriteAsync(Visitor resident, string what, string? wanted = null)
    {
        await resident.OpenAsync("/complain/what");
        await resident.SubmitAsync(("Summary", what));
        await resident.SendFilesAsync([]);
        await resident.SubmitAsync(("OutcomeSought", wanted ?? ""));
    }

    internal static string CodeOn(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector(".app-access-code")!.TextContent.Trim();

    private static async Task<CaseRow> RowAsync(Office office, string reference)
    {
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        return await context.Cases.AsNoTracking().SingleAsync(row => row.Reference == reference, Cancel);
    }
}
