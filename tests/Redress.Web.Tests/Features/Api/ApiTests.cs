using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Api;

public sealed class ApiTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly object Complaint = new
    {
        received_on = "2025-04-14",
        channel = "phone",
        summary = "The lift is broken",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_at_once()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = await office.ProgramAsync();

        var (status, problem, _) = await program.SendAsync(
            "/api/v1/cases",
            """{ "received_on": "14/04/2025", "channel": "Phone", "anonymous": "yes", "summry": "x", "name": 7, "handler": "x" }"""
        );

        Assert.Equal(400, status);
        Assert.Equal(["anonymous", "channel", "handler", "name", "received_on", "summry"], problem.Fields());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{ "channel": "phone", "channel": "letter" }""")]
    [InlineData("""{ "summary": "\ud800" }""")]
    [InlineData("""{ "received_on": { "a": { "b": { "c": { "d": { "e": { "f": { "g": {} } } } } } } } }""")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = await office.ProgramAsync();
        var (status, problem, _) = await program.SendAsync("/api/v1/cases", body);
        Assert.Equal(400, status);
        Assert.NotEmpty(problem.Fields());
    }

    [Fact]
    public async Task What_is_not_JSON_and_what_is_too_large_is_refused()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = await office.ProgramAsync();
        using var form = new FormUrlEncodedContent([new("summary", "x")]);
        using var answer = await program.PostAsync(new Uri("/api/v1/cases", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);

        var large = await program.SendAsync("/api/v1/cases", new { summary = new string('x', 5_000_000) });
        Assert.Equal((413, "too_large"), (large.Status, large.Json.Code()));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_same_request_with_the_same_key_is_done_once_and_answered_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = await office.ProgramAsync();
        var key = $"{Guid.NewGuid()}";

        var first = await program.SendAsync("/api/v1/cases", Complaint, key);
        var again = await program.SendAsync("/api/v1/cases", Complaint, key);
        var other = await program.SendAsync("/api/v1/cases", new { summary = "Another" }, key);
        var another = await (await office.ProgramAsync("lena")).SendAsync("/api/v1/cases", Complaint, key);

        Assert.Equal(201, first.Status);
        Assert.Equal((first.Status, first.Location), (again.Status, again.Location));
        Assert.Equal(first.Json.GetRawText(), again.Json.GetRawText());
        Assert.Equal((422, "idempotency_key_reused"), (other.Status, other.Json.Code()));
        Assert.NotEqual(first.Location, another.Location);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_many_times_at_once_it_is_done_once(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = await office.ProgramAsync();
        var key = $"{Guid.NewGuid()}";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => program.SendAsync("/api/v1/cases", Complaint, key))
        );

        Assert.All(answers, answer => Assert.Equal((201, answers[0].Location), (answer.Status, answer.Location)));
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var program = await office.ProgramAsync();
        var (status, problem, _) = await program.SendAsync("/api/v1/cases", Complaint, "with space");
        Assert.Equal((400, "bad_idempotency_key"), (status, problem.Code()));
    }

    [Fact]
    public async Task Only_a_token_opens_it_and_only_to_what_its_owner_may()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var browser = (await office.VisitAsync()).Http;
        Assert.Equal(401, (await browser.SendAsync("/api/v1/cases", Complaint)).Status);
        using var read = await browser.GetAsync(new Uri("/api/v1/cases", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
        Assert.Equal("Bearer", read.Headers.WwwAuthenticate.ToString());

        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "redress_forged");
        Assert.Equal(401, (await browser.SendAsync("/api/v1/cases", Complaint)).Status);

        var auditor = await office.ProgramAsync("ada");
        Assert.Equal(403, (await auditor.SendAsync("/api/v1/cases", Complaint)).Status);
    }

    [Theory]
    [InlineData("/api/v1/cases/no-such-case")]
    [InlineData("/api/v1/cases/no-such-case/history")]
    public async Task An_unknown_case_is_not_there(string address)
    {
        var office = await Office.OpenAsync(hosts, Kind.Postgres);
        var program = await office.ProgramAsync();
        using var answer = await program.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Its_description_needs_no_sign_in_and_names_every_code()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        using var http = office.Stranger();
        var json = await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);

        var acknowledge = JsonDocument
            .Parse(json)
            .RootElement.GetProperty("paths")
            .GetProperty("/api/v1/cases/{reference}/acknowledgement")
            .GetProperty("post");
        Assert.Contains(
            "not_in_writing",
            acknowledge.GetProperty("responses").GetProperty("409").GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains("\"sent_on\"", json, StringComparison.Ordinal);
    }
}
