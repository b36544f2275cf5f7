using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.NoteContact;
using Redress.Web.Resources;
using Redress.Web.Tests.Layout;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Whatever Core can say, people are told in words.</summary>
public sealed class WordingTests : IClassFixture<EmptyHost>
{
    private readonly EmptyHost host;
    private readonly HashSet<string> known;

    public WordingTests(EmptyHost host)
    {
        this.host = host;
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        known = [.. text.GetAllStrings().Select(one => one.Name)];
    }

    [Fact]
    public void Every_refusal_of_every_endpoint_has_words()
    {
        var refusals = host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<RefusesWith>()?.Refusals)
            .OfType<Type>()
            .Distinct()
            .ToList();

        Assert.Contains(typeof(CannotAcknowledge), refusals);
        Assert.Empty(refusals.SelectMany(Keys).Except(known));
    }

    [Fact]
    public void Every_choice_has_words()
    {
        Type[] choices =
        [
            typeof(CaseKind),
            typeof(CaseStatus),
            typeof(Core.Cases.Channel),
            typeof(Tenure),
            typeof(Finding),
            typeof(ContactMethod),
            typeof(ContactOutcome),
            typeof(WithdrawalMethod),
            typeof(CorrectableFact),
            typeof(DutyName),
            typeof(Verdict),
            typeof(Step),
        ];

        Assert.Empty(choices.SelectMany(Keys).Except(known));
    }

    private static IEnumerable<string> Keys(Type choices) =>
        Enum.GetNames(choices).Select(name => $"{BodyField.NameOf(choices.Name)}.{BodyField.NameOf(name)}");
}
