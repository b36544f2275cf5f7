using System.Text.Encodings.Web;
using System.Text.Json;
using Redress.Web.Layout.GovUk;

namespace Redress.Web.Tests.Layout;

/// <summary>Our components write what govuk-frontend's own fixtures expect, for every fixture it ships.</summary>
public sealed class GovUkFixtureTests
{
    private static readonly Dictionary<string, Type> Components = new(StringComparer.Ordinal)
    {
        ["back-link"] = typeof(BackLink),
        ["breadcrumbs"] = typeof(Breadcrumbs),
        ["button"] = typeof(Button),
        ["character-count"] = typeof(CharacterCount),
        ["checkboxes"] = typeof(Checkboxes),
        ["date-input"] = typeof(DateInput),
        ["details"] = typeof(Details),
        ["error-message"] = typeof(ErrorMessage),
        ["error-summary"] = typeof(ErrorSummary),
        ["fieldset"] = typeof(Fieldset),
        ["generic-header"] = typeof(GenericHeader),
        ["hint"] = typeof(Hint),
        ["input"] = typeof(Input),
        ["inset-text"] = typeof(InsetText),
        ["label"] = typeof(Label),
        ["notification-banner"] = typeof(NotificationBanner),
        ["pagination"] = typeof(Pagination),
        ["panel"] = typeof(Panel),
        ["password-input"] = typeof(PasswordInput),
        ["phase-banner"] = typeof(PhaseBanner),
        ["radios"] = typeof(Radios),
        ["select"] = typeof(Select),
        ["service-navigation"] = typeof(ServiceNavigation),
        ["skip-link"] = typeof(SkipLink),
        ["summary-list"] = typeof(SummaryList),
        ["table"] = typeof(Table),
        ["tag"] = typeof(Tag),
        ["textarea"] = typeof(TextArea),
        ["warning-text"] = typeof(WarningText),
    };

    public static TheoryData<string, string> Fixtures()
    {
        var all = new TheoryData<string, string>();
        foreach (var component in Components.Keys)
        {
            foreach (var fixture in Read(component))
            {
                all.Add(component, fixture.GetProperty("name").GetString()!);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_component_writes_what_its_fixture_expects(string component, string name)
    {
        var fixture = Read(component).Single(f => f.GetProperty("name").GetString() == name);
        var ours = FixtureOptions.Read(component, Components[component], fixture.GetProperty("options"));
        using var writer = new StringWriter();
        ours.WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal(
            NormalisedHtml.Of(fixture.GetProperty("html").GetString()!),
            NormalisedHtml.Of(writer.ToString()),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Every_component_has_its_type_here() =>
        Assert.Equal(
            typeof(Component)
                .Assembly.GetTypes()
                .Where(t => t.Namespace == typeof(Component).Namespace)
                .Where(t => t.IsSubclassOf(typeof(Component)) && !t.IsAbstract)
                .ToHashSet(),
            Components.Values.ToHashSet()
        );

    private static JsonElement.ArrayEnumerator Read(string component)
    {
        var file = Path.Combine(
            Repository.Root,
            "src/Redress.Web/Assets/node_modules/govuk-frontend/dist/govuk/components",
            component,
            "fixtures.json"
        );
        return JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("fixtures").EnumerateArray();
    }
}
