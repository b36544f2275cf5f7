using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Somebody rings and has lost their code: whoever answers cannot be sure who it is, and need not be.</summary>
public sealed class EmailCodeTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly SmtpServer server = new();
    private MailHost? host;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite, false)]
    [InlineData(Kind.Postgres, false)]
    [InlineData(Kind.Sqlite, true)]
    public async Task It_goes_to_the_address_on_record_and_whoever_sends_it_does_not_see_it(
        Kind kind,
        bool confidential
    )
    {
        var office = await OpenAsync(kind);
        var (reference, old) = await ComplainAsync(office, "shah@vale.example", confidential);
        // Whoever answers the telephone does not see a confidential case; the lead does.
        var who = confidential ? "lena" : "frank";
        var sender = await office.VisitAsync(who);

        var form = await sender.OpenAsync($"/cases/{reference}/emailed-code");
        var page = await sender.SubmitAsync();

        Assert.Equal($"/cases/{reference}", sender.At.AbsolutePath);
        Assert.Contains("A new code is on its way", page.Body!.TextContent, Ordinal);
        var mail = Assert.Single(server.Taken);
        Assert.Equal(("shah@vale.example", $"Your complaint {reference}: your new code"), (mail.To, mail.Subject));
        var code = mail.Text.Split('\n').Single(line => line.StartsWith("Your code: ", Ordinal))[11..].Trim();
        Assert.DoesNotContain(code, page.Body.TextContent, Ordinal);
        Assert.DoesNotContain("Shah", mail.Raw, Ordinal);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, old);
        Assert.Equal("/follow", resident.At.AbsolutePath);
        await FollowTests.OpenAsync(resident, reference, code);
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        var given = (await office.CaseAsync(reference)).History[^1];
        Assert.Equal((who, true), (given.Who, given.Event is AccessCodeGiven));

        sender.Return(form);
        await sender.SubmitAsync();
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Not_taken_by_the_server_or_without_an_address_the_old_code_goes_on(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, old) = await ComplainAsync(office, "shah@vale.example");
        var (nowhere, _) = await ComplainAsync(office, email: null);
        var frank = await office.VisitAsync("frank");
        server.Says = step => step == SmtpStep.Body ? "451 not now" : null;

        await frank.OpenAsync($"/cases/{reference}/emailed-code");
        await frank.SubmitAsync();
        Assert.StartsWith("The email could not be sent just now", Assert.Single(frank.Errors), Ordinal);
        await frank.OpenAsync($"/cases/{nowhere}/emailed-code");
        await frank.SubmitAsync();
        Assert.StartsWith("We have no email address for them", Assert.Single(frank.Errors), Ordinal);

        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is AccessCodeGiven);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, old);
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_program_is_told_no_code_either_and_says_who_of_several(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office, "shah@vale.example");
        var frank = await office.ProgramAsync("frank");
        var joined = await frank.SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new
            {
                on = $"{office.Clock.Today:yyyy-MM-dd}",
                name = "Mr Hall",
                email = "hall@vale.example",
            }
        );
        var person = joined.Json.GetProperty("person").GetString();
        var address = $"/api/v1/cases/{reference}/emailed-code";

        var nobody = await frank.SendAsync(address, new { });
        var first = await frank.SendAsync(address, new { person }, "hall-1");
        var again = await frank.SendAsync(address, new { person }, "hall-1");

        Assert.Equal((409, "nobody_chosen"), (nobody.Status, nobody.Json.Code()));
        Assert.Equal((201, 201, first.Location), (first.Status, again.Status, again.Location));
        Assert.False(first.Json.TryGetProperty("code", out _));
        Assert.Equal("hall@vale.example", Assert.Single(server.Taken).To);
        Assert.Equal(403, (await frank.SendAsync($"/api/v1/cases/{reference}/access-code", new { person })).Status);
        Assert.Equal(403, (await (await office.ProgramAsync("ada")).SendAsync(address, new { person })).Status);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static async Task<(string Reference, string Code)> ComplainAsync(
        Office office,
        string? email,
        bool confidential = false
    )
    {
        var sent = await office
            .Stranger()
            .SendAsync(
                "/api/v1/complaints",
                new
                {
                    summary = "The lift",
                    anonymous = false,
                    name = "Mrs Shah",
                    phone = "01632 960001",
                    email,
                    confidential,
                },
                $"{Guid.NewGuid():N}"
            );
        return (sent.Json.GetProperty("reference").GetString()!, sent.Json.GetProperty("code").GetString()!);
    }
}
