using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record NavigationItem
{
    public Content Content { get; init; }

    public string? Href { get; init; }

    /// <summary>This very page.</summary>
    public bool Current { get; init; }

    /// <summary>The part of the site that the page is in.</summary>
    public bool Active { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record ServiceNavigation : Component
{
    public string? ServiceName { get; init; }

    public string? ServiceUrl { get; init; }

    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    public string AriaLabel { get; init; } = "Service information";

    public string? MenuButtonText { get; init; }

    public string? MenuButtonLabel { get; init; }

    public string? NavigationLabel { get; init; }

    public string? NavigationId { get; init; }

    public string? NavigationClasses { get; init; }

    public bool? CollapseNavigationOnMobile { get; init; }

    public IHtmlContent? Start { get; init; }

    public IHtmlContent? NavigationStart { get; init; }

    public IHtmlContent? NavigationEnd { get; init; }

    public IHtmlContent? End { get; init; }

    /// <summary>The end stands on the line of the items.</summary>
    public bool EndIsInline { get; init; }

    internal override void Write(Markup markup)
    {
        // With a name it is a region of its own; without one its nav element is landmark enough.
        var region = !string.IsNullOrEmpty(ServiceName) || Start is not null || End is not null;
        markup.Raw(region ? "<section" : "<div");
        markup.Attribute("aria-label", region ? AriaLabel : null);
        markup.Raw(" class=\"govuk-service-navigation");
        markup.Classes(Classes);
        markup.Raw(" data-module=\"govuk-service-navigation\"");
        markup.Attributes(Attributes);
        markup.Raw("><div class=\"govuk-width-container");
        markup.Raw(EndIsInline ? " govuk-service-navigation__inlining-container\">" : "\">");
        markup.Html(Start);
        markup.Raw("<div class=\"govuk-service-navigation__container\">");
        WriteServiceName(markup);
        if (Navigation.Count > 0 || NavigationStart is not null || NavigationEnd is not null)
        {
            WriteNavigation(markup);
        }

        markup.Raw("</div>");
        markup.Html(End);
        markup.Raw(region ? "</div></section>" : "</div></div>");
    }

    private void WriteServiceName(Markup markup)
    {
        if (string.IsNullOrEmpty(ServiceName))
        {
            return;
        }

        var linked = !string.IsNullOrEmpty(ServiceUrl);
        markup.Raw("<span class=\"govuk-service-navigation__service-name\">");
        markup.Raw(linked ? "<a" : "<span class=\"govuk-service-navigation__text\">");
        markup.Attribute("href", linked ? ServiceUrl : null);
        markup.Raw(linked ? " class=\"govuk-service-navigation__link\">" : "");
        markup.Text(ServiceName);
        markup.Raw(linked ? "</a></span>" : "</span></span>");
    }

    private void WriteNavigation(Markup markup)
    {
        var menu = string.IsNullOrEmpty(MenuButtonText) ? "Menu" : MenuButtonText;
        var id = string.IsNullOrEmpty(NavigationId) ? "navigation" : NavigationId;
        markup.Raw("<nav");
        markup.Attribute("aria-label", string.IsNullOrEmpty(NavigationLabel) ? menu : NavigationLabel);
        markup.Raw(" class=\"govuk-service-navigation__wrapper");
        markup.Classes(NavigationClasses);
        markup.Raw(">");
        if (CollapseNavigationOnMobile ?? Navigation.Count > 1)
        {
            markup.Raw("<button type=\"button\" class=\"govuk-service-navigation__toggle");
            markup.Raw(" govuk-js-service-navigation-toggle\"");
            markup.Attribute("aria-controls", id);
            if (MenuButtonLabel != menu)
            {
                markup.AttributeUnlessEmpty("aria-label", MenuButtonLabel);
            }

            markup.Raw(" hidden aria-hidden=\"true\">");
            markup.Text(menu);
            markup.Raw("</button>");
        }

        markup.Raw("<ul class=\"govuk-service-navigation__list\"");
        markup.Attribute("id", id);
        markup.Raw(">");
        markup.Html(NavigationStart);
        foreach (var item in Navigation)
        {
            WriteItem(markup, item);
        }

        markup.Html(NavigationEnd);
        markup.Raw("</ul></nav>");
    }

    private static void WriteItem(Markup markup, NavigationItem item)
    {
        var here = item.Active || item.Current;
        markup.Raw("<li class=\"govuk-service-navigation__item");
        markup.Raw(here ? " govuk-service-navigation__item--active\">" : "\">");
        var linked = !string.IsNullOrEmpty(item.Href);
        if (linked || !item.Content.IsEmpty)
        {
            markup.Raw(
                linked
                    ? "<a class=\"govuk-service-navigation__link\""
                    : "<span class=\"govuk-service-navigation__text\""
            );
            markup.Attribute("href", linked ? item.Href : null);
            markup.Attribute("aria-current", here ? (item.Current ? "page" : "true") : null);
            markup.Attributes(linked ? item.Attributes : null);
            // Strong, so that readers who choose their own colours still see where they are.
            markup.Raw(here ? "><strong class=\"govuk-service-navigation__active-fallback\">" : ">");
            markup.Content(item.Content);
            markup.Raw(here ? "</strong>" : "");
            markup.Raw(linked ? "</a>" : "</span>");
        }

        markup.Raw("</li>");
    }
}
