using Redress.Core.Cases;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class FollowTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Reference_and_code_show_who_has_it_and_every_date(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());

        var page = await OpenAsync(
            resident,
            reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(),
            code
        );

        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        var text = page.Body!.TextContent;
        Assert.Contains(reference, text, StringComparison.Ordinal);
        Assert.Contains("Lena Novak", text, StringComparison.Ordinal);
        Assert.Contains("We say what we have understood", text, StringComparison.Ordinal);
        Assert.Contains("The lift is broken", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_reference_are_answered_alike()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, code) = await ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());

        await OpenAsync(resident, reference, "0000-0000-0000");
        var wrongCode = resident.Errors;
        await OpenAsync(resident, "0000-0000", code);

        Assert.Equal(wrongCode, resident.Errors);
        Assert.Equal(["We know no complaint with this reference and this code. Check both"], resident.Errors);
    }

    [Fact]
    public async Task Nobody_sees_a_complaint_without_its_code()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = new Visitor(office.Stranger());
        await resident.OpenAsync("/follow/complaint");
        Assert.Equal("/follow", resident.At.AbsolutePath);
        await resident.OpenAsync("/follow/again");
        Assert.Equal("/follow", resident.At.AbsolutePath);

        // With a code of one's own, no case of anybody else's, and nothing of the staff side.
        var other = await office.LoggedAsync();
        var (reference, code) = await ComplainedAsync(office);
        await OpenAsync(resident, reference, code);
        await resident.OpenAsync($"/cases/{other.Reference}");
        Assert.Equal("/sign-in", resident.At.AbsolutePath);
        var page = await resident.OpenAsync("/");
        Assert.NotNull(page.QuerySelector("a[href='/complain']"));
    }

    [Fact]
    public void Whoever_may_see_one_case_may_see_no_other()
    {
        var follower = new CurrentPerson(CurrentPerson.Resident, "", new HashSet<Role>())
        {
            Follows = "one",
            For = Act.FollowCase,
        };
        Assert.Equal(new Sight(Only: "one"), follower.Sight);
        Assert.Equal(Sight.None, (follower with { For = Act.SeeCase }).Sight);
        Assert.False(follower.May(Act.SeeCase));
        Assert.True(follower.May(Act.FollowCase));
        Assert.Equal(Sight.None, CurrentPerson.Nobody.Sight);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_resident_asks_for_the_next_stage_though_nobody_has_the_complaint(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await ComplainedAsync(office);
        await AnswerAsync(office, reference);
        var answered = await office.CaseAsync(reference);
        Assert.NotNull(answered.Owner);
        await office.DoAsync(
            answered,
            (c, desk) => Subjects.Name(c, c.Owner, "The answer is about herself.", desk.Today),
            "lena"
        );
        var resident = new Visitor(office.Stranger());

        var page = await OpenAsync(resident, reference, code);
        Assert.NotNull(page.QuerySelector("a[href='/follow/again']"));
        await resident.OpenAsync("/follow/again");
        await resident.SubmitAsync();

        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        var now = await office.CaseAsync(reference);
        Assert.Equal((2, false), (now.Stage, now.IsAbout(now.Owner)));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_resident_asks_for_the_next_stage_without_saying_why(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        var page = await OpenAsync(resident, reference, code);
        Assert.Null(page.QuerySelector("a[href='/follow/again']"));
        await AnswerAsync(office, reference);

        page = await resident.OpenAsync("/follow/complaint");
        Assert.NotNull(page.QuerySelector("a[href='/follow/again']"));
        var form = await resident.OpenAsync("/follow/again");
        await resident.SubmitAsync();
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        resident.Return(form);
        await resident.SubmitAsync();

        var escalated = await office.CaseAsync(reference);
        Assert.Equal(2, escalated.Stage);
        Assert.Single(escalated.History, recorded => recorded.Event is EscalationRequested);
    }

    /// <summary>A resident who asks is told of a missed date as plainly as of a kept one.</summary>
    [Fact]
    public async Task A_missed_date_is_called_one()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, code) = await ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        var today = office.Clock.Today;
        try
        {
            office.Clock.GoTo(today.AddDays(30));
            var page = await OpenAsync(resident, reference, code);
            Assert.Contains("We missed this date", page.Body!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            office.Clock.GoTo(today);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_the_last_stage_the_answer_is_final_and_says_where_to_go(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await ComplainedAsync(office);
        await AnswerAsync(office, reference);
        var first = await OpenAsync(new Visitor(office.Stranger()), reference, code);
        Assert.DoesNotContain("This is our final answer", first.Body!.TextContent, StringComparison.Ordinal);

        var escalated = await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Escalation.Decide(c, new(desk.Today), desk.Rules, desk.Today)
        );
        await office.DoAsync(escalated, (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today), "lena");
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "We looked again.", Finding.Upheld),
                    "ben",
                    desk.Rules,
                    desk.Today
                ),
            "ben"
        );
        var last = await OpenAsync(new Visitor(office.Stranger()), reference, code);

        Assert.Contains("This is our final answer", last.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ombudsman", last.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(last.QuerySelector("a[href='/follow/again']"));
    }

    /// <summary>Somebody who complained without a name and has opened their complaint.</summary>
    internal static async Task<(Visitor Resident, string Reference)> FollowingAsync(Office office)
    {
        var (reference, code) = await ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        await OpenAsync(resident, reference, code);
        return (resident, reference);
    }

    internal static async Task AnswerAsync(Office office, string reference)
    {
        var known = await office.CaseAsync(reference);
        known = await office.DoAsync(
            known,
            (c, desk) => Definition.Decide(c, new("The lift is broken.", "A lift."), desk.Today)
        );
        known = await office.DoAsync(
            known,
            (c, desk) =>
                Acknowledgement.Decide(
                    c,
                    new(desk.Today, Channel.Email, "We understand.", NamesHandler: true),
                    desk.Rules,
                    desk.Today
                )
        );
        await office.DoAsync(
            known,
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "You were right.", Finding.Upheld),
                    "amira",
                    desk.Rules,
                    desk.Today
                )
        );
    }

    internal static async Task<(string Reference, string Code)> ComplainedAsync(Office office, bool named = false)
    {
        var resident = new Visitor(office.Stranger());
        await ComplainTests.WriteAsync(resident, "The lift is broken");
        await resident.SubmitAsync(("Known", named ? "Named" : "Anonymous"));
        if (named)
        {
            await resident.SubmitAsync(("Form.Name", "Mrs Shah"), ("Form.Phone", "01632 960001"));
        }

        var sent = await resident.SubmitAsync();
        return (sent.QuerySelector(".app-reference")!.TextContent.Trim(), ComplainTests.CodeOn(sent));
    }

    internal static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(
        Visitor resident,
        string reference,
        string code
    )
    {
        await resident.OpenAsync("/follow");
        return await resident.SubmitAsync(("Reference", reference), ("Code", code));
    }
}
