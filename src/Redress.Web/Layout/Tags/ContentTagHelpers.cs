using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>A component round what stands inside its element.</summary>
public abstract class ContentTagHelper : TagHelper
{
    public string? Class { get; set; }

    private protected abstract Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        IReadOnlyList<TagHelperAttribute>? rest = output.Attributes.Count == 0 ? null : [.. output.Attributes];
        output.TagName = null;
        output.Content.SetHtmlContent(Build(inside.IsEmptyOrWhiteSpace ? default : new Content(inside), rest));
    }
}

[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : ContentTagHelper
{
    /// <summary>Makes it a link that looks like a button.</summary>
    public string? Href { get; set; }

    /// <summary><c>secondary</c>, <c>warning</c>, <c>inverse</c> or <c>start</c>.</summary>
    public string? Kind { get; set; }

    public string Type { get; set; } = "submit";

    public string? Name { get; set; }

    public string? Value { get; set; }

    public bool Disabled { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Button
        {
            Content = inside,
            Href = Href,
            Type = Type,
            Name = Name,
            Value = Value,
            Disabled = Disabled,
            IsStartButton = Kind == "start",
            Classes = Kind is null or "start" ? Class : Field.Join($"govuk-button--{Kind}", Class ?? "").TrimEnd(),
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-fieldset")]
public sealed class FieldsetTagHelper : ContentTagHelper
{
    public string? Legend { get; set; }

    public string? LegendClass { get; set; }

    public bool LegendIsPageHeading { get; set; }

    public string? DescribedBy { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Fieldset
        {
            Legend = new Legend
            {
                Content = Legend,
                Classes = LegendClass,
                IsPageHeading = LegendIsPageHeading,
            },
            DescribedBy = DescribedBy,
            Body = inside,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-details")]
public sealed class DetailsTagHelper : ContentTagHelper
{
    public string? Summary { get; set; }

    public bool Open { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Details
        {
            Summary = Summary,
            Content = inside,
            Open = Open,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTagHelper : ContentTagHelper
{
    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new InsetText
        {
            Content = inside,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTagHelper(IStringLocalizer<Text> text) : ContentTagHelper
{
    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new WarningText
        {
            Content = inside,
            IconFallbackText = text["govuk.warning"],
            Classes = Class,
            Attributes = rest,
        };
}

/// <summary><c>colour</c> is one of GOV.UK's: grey, green, turquoise, blue, light-blue, purple, pink, red, orange, yellow.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : ContentTagHelper
{
    public string? Colour { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Tag
        {
            Content = inside,
            Classes = Colour is null ? Class : Field.Join($"govuk-tag--{Colour}", Class ?? "").TrimEnd(),
            Attributes = rest,
        };
}

/// <summary>Says that something is done. Its title is the page's h1.</summary>
[HtmlTargetElement("govuk-panel")]
public sealed class PanelTagHelper : ContentTagHelper
{
    public string? Title { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Panel
        {
            Title = Title,
            Content = inside,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTagHelper(IStringLocalizer<Text> text) : ContentTagHelper
{
    /// <summary><c>success</c>, which is announced at once, or nothing.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new NotificationBanner
        {
            Title = Title ?? text[Type == "success" ? "govuk.success" : "govuk.important"].Value,
            Content = inside,
            Type = Type,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-phase-banner")]
public sealed class PhaseBannerTagHelper : ContentTagHelper
{
    public string? Phase { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new PhaseBanner
        {
            Tag = new Tag { Content = Phase },
            Content = inside,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-back-link")]
public sealed class BackLinkTagHelper(IStringLocalizer<Text> text) : ContentTagHelper
{
    public string? Href { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new BackLink
        {
            Content = inside.IsEmpty ? text["govuk.back"].Value : inside,
            Href = Href,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-skip-link")]
public sealed class SkipLinkTagHelper : ContentTagHelper
{
    public string? Href { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new SkipLink
        {
            Content = inside,
            Href = Href,
            Classes = Class,
            Attributes = rest,
        };
}

/// <summary>A label, hint or error for a control that is written by hand.</summary>
[HtmlTargetElement("govuk-label")]
public sealed class LabelTagHelper : ContentTagHelper
{
    public string? For { get; set; }

    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Label
        {
            Content = inside,
            For = For,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-hint")]
public sealed class HintTagHelper : ContentTagHelper
{
    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new Hint
        {
            Content = inside,
            Classes = Class,
            Attributes = rest,
        };
}

[HtmlTargetElement("govuk-error-message")]
public sealed class ErrorMessageTagHelper(IStringLocalizer<Text> text) : ContentTagHelper
{
    private protected override Component Build(Content inside, IReadOnlyList<TagHelperAttribute>? rest) =>
        new ErrorMessage
        {
            Content = inside,
            VisuallyHiddenText = text["govuk.error"],
            Classes = Class,
            Attributes = rest,
        };
}
