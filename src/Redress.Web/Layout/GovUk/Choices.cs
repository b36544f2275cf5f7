using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>One radio or checkbox, or the word between two of them.</summary>
public sealed record Choice
{
    public string? Value { get; init; }

    public Content Content { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public Hint? Hint { get; init; }

    public Label? Label { get; init; }

    /// <summary>Null: when the question's value is this one.</summary>
    public bool? Checked { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Shown while this one is chosen; always shown without JavaScript.</summary>
    public IHtmlContent? Conditional { get; init; }

    public string? Behaviour { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    /// <summary>The word between two choices; nothing else is then used.</summary>
    public string? Divider { get; init; }
}

public abstract record Choices : FieldGroup
{
    public string? Name { get; init; }

    public string? IdPrefix { get; init; }

    /// <summary>A null is a choice left out: the ids of those after it stay as they were.</summary>
    public IReadOnlyList<Choice?> Items { get; init; } = [];

    private protected override string GroupId => string.IsNullOrEmpty(IdPrefix) ? Name ?? "" : IdPrefix;

    /// <summary>The component's name, which begins all its classes.</summary>
    private protected abstract string Block { get; }

    private protected abstract string Type { get; }

    private protected abstract bool IsChosen(Choice choice);

    private protected abstract string? ItemDescribedBy(string? describedBy);

    private protected override void WriteControls(Markup markup, string? describedBy)
    {
        markup.Raw("<div class=\"");
        markup.Raw(Block);
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Attribute("data-module", Block);
        markup.Raw(">");
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i] is { } item)
            {
                WriteItem(markup, item, i, ItemDescribedBy(describedBy));
            }
        }

        markup.Raw("</div>");
    }

    private void WriteItem(Markup markup, Choice item, int index, string? describedBy)
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            Open(markup, "__divider\">");
            markup.Text(item.Divider);
            markup.Raw("</div>");
            return;
        }

        // The first has no number, so that an error summary can link to it by the question's name.
        var id =
            !string.IsNullOrEmpty(item.Id) ? item.Id
            : index == 0 ? GroupId
            : $"{GroupId}-{index + 1}";
        var hint = item.Hint is { Content.IsEmpty: false } ? item.Hint : null;
        var hintId = hint is null ? null : id + "-item-hint";
        var chosen = IsChosen(item);
        var conditionalId = item.Conditional is null ? null : "conditional-" + id;

        Open(markup, "__item\">");
        markup.Raw("<input class=\"");
        markup.Raw(Block);
        markup.Raw("__input\"");
        markup.Attribute("id", id);
        markup.Attribute("name", string.IsNullOrEmpty(item.Name) ? Name ?? "" : item.Name);
        markup.Attribute("type", Type);
        markup.Attribute("value", item.Value ?? "");
        markup.Flag("checked", chosen);
        markup.Flag("disabled", item.Disabled);
        markup.Attribute("data-aria-controls", conditionalId);
        markup.AttributeUnlessEmpty("data-behaviour", item.Behaviour);
        markup.AttributeUnlessEmpty("aria-describedby", hintId is null ? describedBy : Field.Join(describedBy, hintId));
        markup.Attributes(item.Attributes);
        markup.Raw(">");
        ((item.Label ?? new Label()) with { Content = item.Content }).Write(markup, id, Block + "__label");
        hint?.Write(markup, hintId, Block + "__hint");
        markup.Raw("</div>");
        if (item.Conditional is not null)
        {
            Open(markup, "__conditional");
            if (!chosen)
            {
                markup.Raw(" ");
                markup.Raw(Block);
                markup.Raw("__conditional--hidden");
            }

            markup.Raw("\"");
            markup.Attribute("id", conditionalId);
            markup.Raw(">");
            markup.Html(item.Conditional);
            markup.Raw("</div>");
        }
    }

    private void Open(Markup markup, string rest)
    {
        markup.Raw("<div class=\"");
        markup.Raw(Block);
        markup.Raw(rest);
    }
}

public sealed record Radios : Choices
{
    public string? Value { get; init; }

    private protected override string Block => "govuk-radios";

    private protected override string Type => "radio";

    private protected override bool IsChosen(Choice choice) =>
        choice.Checked ?? (!string.IsNullOrEmpty(Value) && choice.Value == Value);

    private protected override string? ItemDescribedBy(string? describedBy) => null;
}

public sealed record Checkboxes : Choices
{
    public IReadOnlyCollection<string> Values { get; init; } = [];

    /// <summary>Used when there is no fieldset that says it.</summary>
    public string? DescribedBy { get; init; }

    private protected override string Block => "govuk-checkboxes";

    private protected override string Type => "checkbox";

    private protected override string? DescribedByFirst =>
        string.IsNullOrEmpty(Fieldset?.DescribedBy) ? DescribedBy : Fieldset.DescribedBy;

    private protected override bool IsChosen(Choice choice) =>
        choice.Checked ?? (choice.Value is { } value && Values.Contains(value));

    private protected override string? ItemDescribedBy(string? describedBy) => Fieldset is null ? describedBy : null;
}
