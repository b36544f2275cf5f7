using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident says whether what we have understood is what they said.</summary>
public sealed class FollowDefinitionTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task That_is_not_what_I_said(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        Assert.Null(resident.Page.QuerySelector("a[href='/follow/definition']"));
        await DefineAsync(office, reference, "The door is broken");

        var page = await resident.OpenAsync("/follow/complaint");
        Assert.NotNull(page.QuerySelector("a[href='/follow/definition']"));
        var form = await resident.OpenAsync("/follow/definition");
        await resident.SubmitAsync(("Right", "false"));
        Assert.Equal(["Tell us what is wrong with it"], resident.Errors);
        page = await resident.SubmitAsync(("Text", "I said the lift"));
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        Assert.Contains("not what you said", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I said the lift", page.Body.TextContent, StringComparison.Ordinal);
        resident.Return(form);
        await resident.SubmitAsync(("Right", "false"), ("Text", "I said the lift"));
        Assert.Single((await office.CaseAsync(reference)).History, one => one.Event is DefinitionDisputed);

        // Whoever has it sees that to define it again is next, and why.
        var lena = await office.VisitAsync("lena");
        var shown = await lena.OpenAsync($"/cases/{reference}");
        Assert.Contains("Define", shown.QuerySelector(".app-next__step")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "I said the lift",
            shown.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );

        await DefineAsync(office, reference, "The lift is broken");
        page = await resident.OpenAsync("/follow/complaint");
        Assert.Contains("We wrote it down again", page.Body!.TextContent, StringComparison.Ordinal);
        await resident.OpenAsync("/follow/definition");
        page = await resident.SubmitAsync(("Right", "true"));
        Assert.Contains("that this is right", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(office.Clock.Today, (await office.CaseAsync(reference)).DefinitionAgreedOn);
    }

    [Fact]
    public async Task An_answer_is_needed()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        await DefineAsync(office, reference, "The door is broken");

        await resident.OpenAsync("/follow/definition");
        await resident.SubmitAsync();

        Assert.Equal(["Choose whether this is what you said"], resident.Errors);
    }

    private static async Task DefineAsync(Office office, string reference, string definition) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new(definition, "That it works"), desk.Today)
        );
}
