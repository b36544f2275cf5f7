using System.Net;
using Redress.Core.Cases;
using Redress.Web.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A form for what cannot be done about a case is not shown, however its address was come by.</summary>
public sealed class ActFormsTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Notice = "cannot be done now: ";

    [Fact]
    public async Task Every_form_is_there_for_a_case_it_fits_and_leads_to_any_other_case()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var lena = await office.VisitAsync("lena");
        var (shown, not) = (new HashSet<string>(), new HashSet<string>());
        foreach (var about in await CasesAsync(office))
        {
            var view = ViewOf(office, about);
            foreach (var part in CaseMoves.All.Select(move => move.Part).Distinct())
            {
                var page = await lena.OpenAsync($"/cases/{about.Reference}/{part}");

                Assert.Equal(HttpStatusCode.OK, lena.Status);
                var open = CaseMoves.Shut($"cases/{{reference}}/{part}", view) is null;
                Assert.DoesNotContain("not_open.", page.Body!.TextContent, StringComparison.Ordinal);
                (open ? shown : not).Add(part);
                Assert.Equal(
                    (part, open ? $"/cases/{about.Reference}/{part}" : $"/cases/{about.Reference}", !open),
                    (part, lena.At.AbsolutePath, page.Body.TextContent.Contains(Notice, StringComparison.Ordinal))
                );
            }
        }

        string[] always =
        [
            "contacts",
            "messages",
            "commitments",
            "letter",
            "new-complaint",
            "classification",
            "correction",
            "subject",
            "seal",
            "hold",
        ];
        string[] elsewhere =
        [
            "hearing-notice",
            "settlement",
            "answer-arrival",
            "refusal/decision",
            "correction/decision",
            "subject/decision",
            "statements",
            "seal/readers",
            "seal/decision",
            "restriction/decision",
            "restriction/end",
            "hold/end",
            "erasure/decision",
        ];
        var all = CaseMoves.All.Select(move => move.Part).ToHashSet();
        Assert.Equal([], all.Except(shown).Except(elsewhere));
        Assert.Equal([], all.Except(not).Except(always));
    }

    [Theory]
    [InlineData("reopening")]
    [InlineData("hearing-notice")]
    [InlineData("answer-arrival")]
    [InlineData("refusal/decision")]
    public async Task Typed_by_its_address_it_leads_to_the_case_and_its_links(string part)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{logged.Reference}/{part}");

        Assert.Equal($"/cases/{logged.Reference}", lena.At.AbsolutePath);
        Assert.Contains(Notice, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Notice,
            (await lena.OpenAsync(lena.At.AbsolutePath)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("acknowledgement", "“Acknowledge” cannot be done now: the case is withdrawn.")]
    [InlineData("closure", "“Close the case” cannot be done now: no answer has been sent.")]
    [InlineData("response", "“Record the answer” cannot be done now: this stage is answered.")]
    [InlineData("reopening", "“Open it again” cannot be done now: the case is not closed.")]
    [InlineData("access-code", "“Give them a new code” cannot be done now: nobody is known who complains.")]
    public async Task It_is_said_what_cannot_be_done_and_why(string part, string notice)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var about = part switch
        {
            "acknowledgement" => await office.DoAsync(
                await office.LoggedAsync(),
                (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It was mended."), desk.Today)
            ),
            "response" => await office.AnsweredAsync(),
            _ => await office.LoggedAsync(),
        };
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{about.Reference}/{part}");

        Assert.Contains(
            notice,
            page.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
    }

    /// <summary>What they did has made it impossible to do again: they are to hear that it is done, not that it cannot be.</summary>
    [Fact]
    public async Task Whoever_goes_back_to_a_form_they_have_sent_is_told_that_it_was()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/withdrawal");
        var form = amira.At.PathAndQuery;
        await amira.SubmitAsync(("Form.How", "Phone"), ("Form.Reason", "It was mended."));
        Assert.Empty(amira.Errors);

        var again = await amira.OpenAsync(form);
        Assert.DoesNotContain(Notice, again.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector("main form textarea"));
        await amira.OpenAsync($"/cases/{logged.Reference}/withdrawal");
        Assert.Contains(Notice, amira.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static CaseView ViewOf(Office office, Case about)
    {
        var desk = office.Desk("lena");
        var words = new Dictionary<string, string?>(StringComparer.Ordinal);
        return new CaseView(about, file: null, words, [], staff: null!, desk.Rules, desk.Today);
    }

    private static async Task<IReadOnlyList<Case>> CasesAsync(Office office)
    {
        var answered = await office.AnsweredAsync();
        var closed = await office.DoAsync(
            await office.AnsweredAsync(),
            (c, desk) => Closure.Decide(c, desk.Today, desk.Today)
        );
        var withdrawn = await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It was mended."), desk.Today)
        );
        var request = new RefusalRequest("legal_proceedings", "A claim was filed.", "Dear resident, we cannot.")
        {
            GivesReasons = true,
            GivesOmbudsman = true,
        };
        var refused = await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) => Refusal.Decide(c, request, new(desk.Today, Channel.Letter), desk.Rules, desk.Today)
        );
        var several = await office.LoggedAsync();
        foreach (var person in new[] { "p1", "p2" })
        {
            several = await office.DoAsync(
                several,
                (c, desk) => Complainants.Join(c, person, desk.Today, confidential: person == "p1", desk.Today)
            );
        }

        foreach (var person in new[] { "una", "sol" })
        {
            several = await office.DoAsync(
                several,
                (c, desk) => Representation.Name(c, person, "p2", RepresentativeKind.Solicitor, desk.Today)
            );
        }

        var given = new AuthorityRequest(
            "una",
            AuthorityMethod.Phone,
            "All of it.",
            Letters: false,
            office.Clock.Today
        );
        several = await office.DoAsync(several, (c, desk) => Representation.Authorise(c, given, "a1", desk.Today));
        var hers = await office.LoggedWithAddressAsync();
        return [await office.LoggedAsync(defined: false), hers, several, answered, closed, withdrawn, refused];
    }
}
