using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>Rows are <c>govuk-row</c> elements; with <c>card-title</c> they stand in a frame with a heading.</summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    private readonly List<SummaryRow> rows = [];

    public string? CardTitle { get; set; }

    public string? Class { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(SummaryListTagHelper)] = rows;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        var title = CardTitle is null ? null : new SummaryTitle { Content = CardTitle };
        var list = new SummaryList
        {
            Rows = rows,
            Card = title is null ? null : new SummaryCard { Title = title },
            Classes = Class,
            Attributes = output.Attributes.Count == 0 ? null : [.. output.Attributes],
        };
        output.TagName = null;
        output.Content.SetHtmlContent(list);
    }
}

/// <summary>A name and what stands inside; with <c>action-href</c>, a link to change it.</summary>
[HtmlTargetElement("govuk-row", ParentTag = "govuk-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    public string? Class { get; set; }

    public string? ActionHref { get; set; }

    public string? ActionText { get; set; }

    /// <summary>What is acted on, for those who do not see the row; the key, if not said.</summary>
    public string? ActionHiddenText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var rows = (List<SummaryRow>)context.Items[typeof(SummaryListTagHelper)];
        rows.Add(
            new SummaryRow
            {
                Key = new SummaryText { Content = Key },
                Value = new SummaryText { Content = new Content(inside) },
                Actions = ActionHref is null ? null : new SummaryActions { Items = [Action(ActionHref)] },
                Classes = Class,
            }
        );
        output.SuppressOutput();
    }

    private SummaryAction Action(string href) =>
        new()
        {
            Href = href,
            Content = ActionText,
            VisuallyHiddenText = ActionHiddenText ?? Key,
        };
}

[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    private readonly List<Breadcrumb> items = [];

    public string? Class { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(BreadcrumbsTagHelper)] = items;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        var breadcrumbs = new Breadcrumbs
        {
            Items = items,
            LabelText = text["govuk.breadcrumb"],
            CollapseOnMobile = true,
            Classes = Class,
            Attributes = output.Attributes.Count == 0 ? null : [.. output.Attributes],
        };
        output.TagName = null;
        output.Content.SetHtmlContent(breadcrumbs);
    }
}

[HtmlTargetElement("govuk-breadcrumb", ParentTag = "govuk-breadcrumbs")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Left out for the page itself.</summary>
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var items = (List<Breadcrumb>)context.Items[typeof(BreadcrumbsTagHelper)];
        items.Add(new Breadcrumb { Content = new Content(inside), Href = Href });
        output.SuppressOutput();
    }
}
