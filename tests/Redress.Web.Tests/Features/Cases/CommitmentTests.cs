using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class CommitmentTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Promise =
    [
        ("Form.What", "A plumber replaces the tap."),
        ("Form.DueOn.Day", "1"),
        ("Form.DueOn.Month", "6"),
        ("Form.DueOn.Year", "2025"),
        ("Form.Owner", "ben"),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_promise_is_made_and_kept_with_proof(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/commitments");
        await amira.SubmitAsync(Promise);
        var made = Assert.Single((await office.CaseAsync(logged)).Commitments);
        Assert.Equal((new DateOnly(2025, 6, 1), "ben", null), (made.DueOn, made.Owner, made.KeptOn));

        var page = await amira.OpenAsync($"/cases/{logged.Reference}/commitments/1");
        Assert.Contains(Promise[0].Item2, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await amira.SubmitAsync(("Form.Proof", " "));
        Assert.Equal(["Enter what shows that it was kept"], amira.Errors);
        await amira.SubmitAsync(("Form.Proof", "Job 48213 is complete."));

        var kept = Assert.Single((await office.CaseAsync(logged)).Commitments);
        Assert.Equal(office.Clock.Today, kept.KeptOn);
    }

    [Theory]
    [InlineData("Form.What", " ", "Enter what is promised")]
    [InlineData("Form.Owner", "", "Choose who sees that it is done")]
    [InlineData("Form.DueOn.Year", "2024", "The day for it must be today or in the future")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/commitments");
        await amira.SubmitAsync([.. Promise, (field, value)]);

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_does_and_refuses_the_same()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var cases = $"/api/v1/cases/{logged.Reference}";
        var promise = new
        {
            what = "A new tap",
            due_on = office.Clock.Today,
            owner = "ben",
            point = 7,
        };
        var proof = new
        {
            commitment = 1,
            kept_on = office.Clock.Today,
            proof = "Done",
        };

        Assert.Equal("no_such_point", (await program.SendAsync($"{cases}/commitments", promise)).Json.Code());
        Assert.Equal("no_such_commitment", (await program.SendAsync($"{cases}/kept-commitments", proof)).Json.Code());
        var made = await program.SendAsync(
            $"{cases}/commitments",
            new
            {
                promise.what,
                promise.due_on,
                promise.owner,
            }
        );
        Assert.Equal(201, made.Status);
        Assert.Equal(201, (await program.SendAsync($"{cases}/kept-commitments", proof)).Status);
        Assert.Equal("already_kept", (await program.SendAsync($"{cases}/kept-commitments", proof)).Json.Code());
    }
}
