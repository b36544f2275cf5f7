using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record PaginationLink
{
    public Content Content { get; init; }

    public string? Href { get; init; }

    /// <summary>What the neighbouring page is about; only where there are no numbers.</summary>
    public string? LabelText { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record PaginationItem
{
    public string? Number { get; init; }

    public string? Href { get; init; }

    public bool Current { get; init; }

    /// <summary>Stands for pages left out.</summary>
    public bool Ellipsis { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record Pagination : Component
{
    private const string ArrowPrevious =
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" "
        + "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938"
        + "-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
        + "\"></path></svg>";

    private const string ArrowNext =
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" "
        + "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107"
        + "-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
        + "\"></path></svg>";

    private static readonly HtmlString DefaultPrevious = new(
        "Previous<span class=\"govuk-visually-hidden\"> page</span>"
    );
    private static readonly HtmlString DefaultNext = new("Next<span class=\"govuk-visually-hidden\"> page</span>");

    public PaginationLink? Previous { get; init; }

    public PaginationLink? Next { get; init; }

    public IReadOnlyList<PaginationItem>? Items { get; init; }

    public string? LandmarkLabel { get; init; }

    private bool IsBlock => Items is null && (Next is not null || Previous is not null);

    internal override void Write(Markup markup)
    {
        markup.Raw("<nav class=\"govuk-pagination");
        markup.Raw(IsBlock ? " govuk-pagination--block" : "");
        markup.Classes(Classes);
        markup.Attribute("aria-label", string.IsNullOrEmpty(LandmarkLabel) ? "Pagination" : LandmarkLabel);
        markup.Attributes(Attributes);
        markup.Raw(">");
        if (!string.IsNullOrEmpty(Previous?.Href))
        {
            WriteNeighbour(markup, Previous, "prev", new Content(DefaultPrevious));
        }

        if (Items is not null)
        {
            markup.Raw("<ul class=\"govuk-pagination__list\">");
            foreach (var item in Items)
            {
                WriteItem(markup, item);
            }

            markup.Raw("</ul>");
        }

        if (!string.IsNullOrEmpty(Next?.Href))
        {
            WriteNeighbour(markup, Next, "next", new Content(DefaultNext));
        }

        markup.Raw("</nav>");
    }

    private void WriteNeighbour(Markup markup, PaginationLink link, string rel, Content title)
    {
        var arrow = rel == "prev" ? ArrowPrevious : ArrowNext;
        var labelled = !string.IsNullOrEmpty(link.LabelText);
        markup.Raw(rel == "prev" ? "<div class=\"govuk-pagination__prev\">" : "<div class=\"govuk-pagination__next\">");
        markup.Raw("<a class=\"govuk-link govuk-pagination__link\"");
        markup.Attribute("href", link.Href);
        markup.Attribute("rel", rel);
        markup.Attributes(link.Attributes);
        markup.Raw(">");
        markup.Raw(IsBlock || rel == "prev" ? arrow : "");
        markup.Raw(" <span class=\"govuk-pagination__link-title");
        markup.Raw(IsBlock && !labelled ? " govuk-pagination__link-title--decorated\">" : "\">");
        markup.Content(link.Content.IsEmpty ? title : link.Content);
        markup.Raw("</span>");
        if (labelled && IsBlock)
        {
            markup.Raw(" <span class=\"govuk-visually-hidden\">:</span> <span class=\"govuk-pagination__link-label\">");
            markup.Text(link.LabelText);
            markup.Raw("</span>");
        }

        if (!IsBlock && rel == "next")
        {
            markup.Raw(" ");
            markup.Raw(arrow);
        }

        markup.Raw("</a></div>");
    }

    private static void WriteItem(Markup markup, PaginationItem item)
    {
        markup.Raw("<li class=\"govuk-pagination__item");
        markup.Raw(item.Current ? " govuk-pagination__item--current" : "");
        markup.Raw(item.Ellipsis ? " govuk-pagination__item--ellipsis\">&ctdot;" : "\">");
        if (!item.Ellipsis)
        {
            markup.Raw("<a class=\"govuk-link govuk-pagination__link\"");
            markup.Attribute("href", item.Href ?? "");
            markup.Attribute("aria-label", item.VisuallyHiddenText ?? "Page " + item.Number);
            markup.Attribute("aria-current", item.Current ? "page" : null);
            markup.Attributes(item.Attributes);
            markup.Raw(">");
            markup.Text(item.Number);
            markup.Raw("</a>");
        }

        markup.Raw("</li>");
    }
}
