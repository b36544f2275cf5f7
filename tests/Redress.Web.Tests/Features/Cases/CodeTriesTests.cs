using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Guessing comes to an end, and nobody is kept out of their own complaint by whoever guesses.</summary>
public sealed class CodeTriesTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_guesses_is_told_after_five_and_whoever_has_the_code_comes_in(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office);
        var (guesser, owner) = (new Visitor(office.Stranger()), new Visitor(office.Stranger()));
        foreach (var guess in Guesses(code, alike: false))
        {
            await FollowTests.OpenAsync(guesser, reference, guess);
            Assert.Equal(HttpStatusCode.OK, guesser.Status);
        }

        await FollowTests.OpenAsync(guesser, reference, Another(code, 'Y'));

        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
        Assert.StartsWith(
            "Wrong codes have been tried too often",
            Assert.Single(guesser.Errors),
            StringComparison.Ordinal
        );
        await FollowTests.OpenAsync(owner, reference, code);
        Assert.Equal("/follow/complaint", owner.At.AbsolutePath);
    }

    /// <summary>Whoever knows the first group of a code has five tries at the other forty bits, and half an hour's rest.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_five_wrong_tries_at_one_code_it_is_not_looked_at_and_a_new_one_is(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        var visitor = new Visitor(office.Stranger());
        foreach (var guess in Guesses(code, alike: true))
        {
            await FollowTests.OpenAsync(visitor, reference, guess);
        }

        await FollowTests.OpenAsync(visitor, reference, code);
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);

        var given = await (await office.ProgramAsync("cora")).SendAsync(
            $"/api/v1/cases/{reference}/access-code",
            new { }
        );
        await FollowTests.OpenAsync(visitor, reference, given.Json.GetProperty("code").GetString()!);
        Assert.Equal("/follow/complaint", visitor.At.AbsolutePath);
    }

    [Fact]
    public async Task The_rest_is_over_after_half_an_hour_and_the_rows_go_after_a_day()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, code) = await FollowTests.ComplainedAsync(office);
        var visitor = new Visitor(office.Stranger());
        foreach (var guess in Guesses(code, alike: true))
        {
            await FollowTests.OpenAsync(visitor, reference, guess);
        }

        var today = office.Clock.Today;
        try
        {
            office.Clock.Advance(TimeSpan.FromMinutes(14));
            await FollowTests.OpenAsync(visitor, reference, code);
            Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);

            office.Clock.Advance(TimeSpan.FromMinutes(16));
            await FollowTests.OpenAsync(visitor, reference, code);
            Assert.Equal("/follow/complaint", visitor.At.AbsolutePath);

            office.Clock.GoTo(today.AddDays(2));
            await FollowTests.OpenAsync(visitor, "0000-0000", code);
            await using var context = office.Services.GetRequiredService<Database>().NewContext();
            Assert.DoesNotContain(
                await context.CodeTries.ToListAsync(Cancel),
                row => row.OnDay <= today || row.Id.Contains(reference, StringComparison.OrdinalIgnoreCase)
            );
        }
        finally
        {
            office.Clock.GoTo(today);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Programs_are_told_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office);
        var program = office.Stranger();
        const string Address = "/api/v1/complaints/tokens";
        foreach (var guess in Guesses(code, alike: false))
        {
            Assert.Equal(401, (await program.SendAsync(Address, new { reference, code = guess })).Status);
        }

        var often = await program.SendAsync(Address, new { reference, code = Another(code, 'Y') });

        Assert.Equal((429, "too_often"), (often.Status, often.Json.Code()));
        Assert.Equal(201, (await program.SendAsync(Address, new { reference, code })).Status);
    }

    /// <summary>Five wrong codes, with the first group of the right one or each with another.</summary>
    private static IEnumerable<string> Guesses(string code, bool alike) =>
        alike
            ? "ABCDE".Select(letter => $"{code[..4]}-0000-000{letter}")
            : "ABCDE".Select(letter => Another(code, letter));

    private static string Another(string code, char letter) =>
        $"{(code[0] == letter ? 'Z' : letter)}{code[1..4]}-0000-0000";
}
