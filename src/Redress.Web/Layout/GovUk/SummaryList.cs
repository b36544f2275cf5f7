using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record SummaryText
{
    public Content Content { get; init; }

    public string? Classes { get; init; }
}

public sealed record SummaryAction
{
    public Content Content { get; init; }

    public string? Href { get; init; }

    public string? Classes { get; init; }

    /// <summary>What is acted on, for those who do not see the row.</summary>
    public string? VisuallyHiddenText { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record SummaryActions
{
    public IReadOnlyList<SummaryAction> Items { get; init; } = [];

    public string? Classes { get; init; }
}

public sealed record SummaryRow
{
    public required SummaryText Key { get; init; }

    public required SummaryText Value { get; init; }

    public SummaryActions? Actions { get; init; }

    public string? Classes { get; init; }
}

public sealed record SummaryTitle
{
    public Content Content { get; init; }

    public int HeadingLevel { get; init; } = 2;

    public string? Classes { get; init; }
}

public sealed record SummaryCard
{
    public SummaryTitle? Title { get; init; }

    public SummaryActions? Actions { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record SummaryList : Component
{
    public IReadOnlyList<SummaryRow> Rows { get; init; } = [];

    /// <summary>Puts a frame with a heading round the list.</summary>
    public SummaryCard? Card { get; init; }

    internal override void Write(Markup markup)
    {
        if (Card is not null)
        {
            OpenCard(markup, Card);
        }

        markup.Raw("<dl class=\"govuk-summary-list");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        var anyActions = Rows.Any(row => row.Actions?.Items.Count > 0);
        foreach (var row in Rows)
        {
            WriteRow(markup, row, anyActions);
        }

        markup.Raw(Card is null ? "</dl>" : "</dl></div></div>");
    }

    private static void OpenCard(Markup markup, SummaryCard card)
    {
        markup.Raw("<div class=\"govuk-summary-card");
        markup.Classes(card.Classes);
        markup.Attributes(card.Attributes);
        markup.Raw("><div class=\"govuk-summary-card__title-wrapper\">");
        if (card.Title is { } title)
        {
            var level = title.HeadingLevel.ToString();
            markup.Raw("<h");
            markup.Raw(level);
            markup.Raw(" class=\"govuk-summary-card__title");
            markup.Classes(title.Classes);
            markup.Raw(">");
            markup.Content(title.Content);
            markup.Raw("</h");
            markup.Raw(level);
            markup.Raw(">");
        }

        if (card.Actions is { Items.Count: > 0 } actions)
        {
            var one = actions.Items.Count == 1;
            markup.Raw(one ? "<div class=\"govuk-summary-card__actions" : "<ul class=\"govuk-summary-card__actions");
            markup.Classes(actions.Classes);
            markup.Raw(">");
            foreach (var action in actions.Items)
            {
                markup.Raw(one ? "" : "<li class=\"govuk-summary-card__action\">");
                WriteAction(markup, action, card.Title);
                markup.Raw(one ? "" : "</li>");
            }

            markup.Raw(one ? "</div>" : "</ul>");
        }

        markup.Raw("</div><div class=\"govuk-summary-card__content\">");
    }

    private void WriteRow(Markup markup, SummaryRow row, bool anyActions)
    {
        markup.Raw("<div class=\"govuk-summary-list__row");
        markup.Raw(anyActions && row.Actions is null ? " govuk-summary-list__row--no-actions" : "");
        markup.Classes(row.Classes);
        markup.Raw("><dt class=\"govuk-summary-list__key");
        markup.Classes(row.Key.Classes);
        markup.Raw(">");
        markup.Content(row.Key.Content);
        markup.Raw("</dt><dd class=\"govuk-summary-list__value");
        markup.Classes(row.Value.Classes);
        markup.Raw(">");
        markup.Content(row.Value.Content);
        markup.Raw("</dd>");
        if (row.Actions is { Items.Count: > 0 } actions)
        {
            var one = actions.Items.Count == 1;
            markup.Raw("<dd class=\"govuk-summary-list__actions");
            markup.Classes(actions.Classes);
            markup.Raw(one ? ">" : "><ul class=\"govuk-summary-list__actions-list\">");
            foreach (var action in actions.Items)
            {
                markup.Raw(one ? "" : "<li class=\"govuk-summary-list__actions-list-item\">");
                WriteAction(markup, action, Card?.Title);
                markup.Raw(one ? "" : "</li>");
            }

            markup.Raw(one ? "</dd>" : "</ul></dd>");
        }

        markup.Raw("</div>");
    }

    private static void WriteAction(Markup markup, SummaryAction action, SummaryTitle? card)
    {
        markup.Raw("<a class=\"govuk-link");
        markup.Classes(action.Classes);
        markup.Attribute("href", action.Href ?? "");
        markup.Attributes(action.Attributes);
        markup.Raw(">");
        markup.Content(action.Content);
        var hidden = !string.IsNullOrEmpty(action.VisuallyHiddenText);
        if (hidden || card is not null)
        {
            markup.Raw("<span class=\"govuk-visually-hidden\">");
            markup.Raw(hidden ? " " : "");
            markup.Text(action.VisuallyHiddenText);
            if (card is not null)
            {
                markup.Raw(" (");
                markup.Content(card.Content);
                markup.Raw(")");
            }

            markup.Raw("</span>");
        }

        markup.Raw("</a>");
    }
}
