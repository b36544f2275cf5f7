using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record ErrorSummaryItem
{
    public Content Content { get; init; }

    /// <summary>The field to go to, as in <c>#ReceivedOn</c>.</summary>
    public string? Href { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record ErrorSummary : Component
{
    public Content Title { get; init; }

    public Content Description { get; init; }

    public IReadOnlyList<ErrorSummaryItem> ErrorList { get; init; } = [];

    public bool? DisableAutoFocus { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<div class=\"govuk-error-summary");
        markup.Classes(Classes);
        markup.Attribute("data-disable-auto-focus", DisableAutoFocus);
        markup.Attributes(Attributes);
        // The alert is a child, so that moving focus to the summary does not cut its announcement short.
        markup.Raw(
            " data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">"
        );
        markup.Content(Title);
        markup.Raw("</h2><div class=\"govuk-error-summary__body\">");
        if (!Description.IsEmpty)
        {
            markup.Raw("<p>");
            markup.Content(Description);
            markup.Raw("</p>");
        }

        if (ErrorList.Count > 0)
        {
            markup.Raw("<ul class=\"govuk-list govuk-error-summary__list\">");
            foreach (var item in ErrorList)
            {
                WriteItem(markup, item);
            }

            markup.Raw("</ul>");
        }

        markup.Raw("</div></div></div>");
    }

    private static void WriteItem(Markup markup, ErrorSummaryItem item)
    {
        if (string.IsNullOrEmpty(item.Href))
        {
            markup.Raw("<li>");
            markup.Content(item.Content);
            markup.Raw("</li>");
            return;
        }

        markup.Raw("<li><a");
        markup.Attribute("href", item.Href);
        markup.Attributes(item.Attributes);
        markup.Raw(">");
        markup.Content(item.Content);
        markup.Raw("</a></li>");
    }
}
