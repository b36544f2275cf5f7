using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record PanelAction
{
    public string? Text { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record PanelActions
{
    public IReadOnlyList<PanelAction> Items { get; init; } = [];

    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

/// <summary>Says that something is done; with the interruption class, stops the reader for something important.</summary>
public sealed record Panel : Component
{
    public Content Title { get; init; }

    public Content Content { get; init; }

    public int HeadingLevel { get; init; } = 1;

    public PanelActions? Actions { get; init; }

    internal override void Write(Markup markup)
    {
        var interruption = Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) is true;
        var level = HeadingLevel.ToString();
        markup.Raw(interruption ? "<div class=\"govuk-panel" : "<div class=\"govuk-panel govuk-panel--confirmation");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw("><h");
        markup.Raw(level);
        markup.Raw(" class=\"govuk-panel__title\">");
        markup.Content(Title);
        markup.Raw("</h");
        markup.Raw(level);
        markup.Raw(">");
        if (!Content.IsEmpty)
        {
            markup.Raw("<div class=\"govuk-panel__body\">");
            markup.Content(Content);
            markup.Raw("</div>");
        }

        if (interruption && Actions is not null)
        {
            WriteActions(markup, Actions);
        }

        markup.Raw("</div>");
    }

    private static void WriteActions(Markup markup, PanelActions actions)
    {
        markup.Raw("<div class=\"govuk-panel__actions");
        markup.Classes(actions.Classes);
        markup.Attributes(actions.Attributes);
        markup.Raw(">");
        if (actions.Items.Count > 0)
        {
            markup.Raw("<div class=\"govuk-button-group\">");
            foreach (var action in actions.Items)
            {
                WriteAction(markup, action);
                markup.Raw("\n");
            }

            markup.Raw("</div>");
        }

        markup.Raw("</div>");
    }

    private static void WriteAction(Markup markup, PanelAction action)
    {
        if (string.IsNullOrEmpty(action.Href) || action.Type == "button")
        {
            new Button
            {
                Content = action.Text,
                Type = action.Type ?? "button",
                Href = action.Href,
                Classes = Field.Join("govuk-button--inverse", action.Classes ?? "").TrimEnd(),
                Attributes = action.Attributes,
            }.Write(markup);
            return;
        }

        markup.Raw("<a class=\"govuk-link govuk-link--inverse");
        markup.Classes(action.Classes);
        markup.Attribute("href", action.Href);
        markup.Attributes(action.Attributes);
        markup.Raw(">");
        markup.Text(action.Text);
        markup.Raw("</a>");
    }
}
