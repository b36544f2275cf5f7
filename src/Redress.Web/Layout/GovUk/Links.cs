using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record BackLink : Component
{
    public Content Content { get; init; }

    public string? Href { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<a");
        markup.Attribute("href", string.IsNullOrEmpty(Href) ? "#" : Href);
        markup.Raw(" class=\"govuk-back-link");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content.IsEmpty ? "Back" : Content);
        markup.Raw("</a>");
    }
}

public sealed record SkipLink : Component
{
    public Content Content { get; init; }

    public string? Href { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<a");
        markup.Attribute("href", string.IsNullOrEmpty(Href) ? "#content" : Href);
        markup.Raw(" class=\"govuk-skip-link");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(" data-module=\"govuk-skip-link\">");
        markup.Content(Content);
        markup.Raw("</a>");
    }
}

public sealed record Breadcrumb
{
    public Content Content { get; init; }

    /// <summary>Null for the page itself.</summary>
    public string? Href { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record Breadcrumbs : Component
{
    public IReadOnlyList<Breadcrumb> Items { get; init; } = [];

    public string LabelText { get; init; } = "Breadcrumb";

    public bool CollapseOnMobile { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<nav class=\"govuk-breadcrumbs");
        markup.Raw(CollapseOnMobile ? " govuk-breadcrumbs--collapse-on-mobile" : "");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Attribute("aria-label", LabelText);
        markup.Raw("><ol class=\"govuk-breadcrumbs__list\">");
        foreach (var item in Items)
        {
            markup.Raw("<li class=\"govuk-breadcrumbs__list-item\"");
            if (string.IsNullOrEmpty(item.Href))
            {
                markup.Raw(" aria-current=\"page\">");
                markup.Content(item.Content);
            }
            else
            {
                markup.Raw("><a class=\"govuk-breadcrumbs__link\"");
                markup.Attribute("href", item.Href);
                markup.Attributes(item.Attributes);
                markup.Raw(">");
                markup.Content(item.Content);
                markup.Raw("</a>");
            }

            markup.Raw("</li>");
        }

        markup.Raw("</ol></nav>");
    }
}
