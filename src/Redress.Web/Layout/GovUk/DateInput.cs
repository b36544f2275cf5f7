using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>One box of a date. With no error of its own, all boxes show the date's error.</summary>
public sealed record DateInputItem
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public string? Id { get; init; }

    public string? Value { get; init; }

    public string? Classes { get; init; }

    /// <summary>How many characters wide, unless the classes say so.</summary>
    public int Width { get; init; } = 2;

    public bool? Error { get; init; }

    public string? Inputmode { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    internal bool HasError => Error is true || Has("govuk-input--error");

    internal bool Has(string name) => Classes?.Contains(name, StringComparison.Ordinal) is true;
}

public sealed record DateInput : FieldGroup
{
    public required string Id { get; init; }

    public required IReadOnlyList<DateInputItem> Items { get; init; }

    private protected override string GroupId => Id;

    // JAWS does not announce the description of a fieldset of text inputs without the role.
    private protected override string? FieldsetRole => "group";

    private protected override void WriteControls(Markup markup, string? describedBy)
    {
        markup.Raw("<div class=\"govuk-date-input");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.AttributeUnlessEmpty("id", Id);
        markup.Raw(">");
        var oneHasError = Items.Any(item => item.HasError);
        foreach (var item in Items)
        {
            markup.Raw("<div class=\"govuk-date-input__item\">");
            Box(item, item.HasError || (item.Error != false && ErrorMessage is not null && !oneHasError)).Write(markup);
            markup.Raw("</div>");
        }

        markup.Raw("</div>");
    }

    private Input Box(DateInputItem item, bool hasError)
    {
        var classes = hasError && !item.Has("govuk-input--error") ? "govuk-input--error" : null;
        if (!item.Has("govuk-input--width-"))
        {
            classes = Field.Join(classes, item.Width == 4 ? "govuk-input--width-4" : "govuk-input--width-2");
        }

        if (item.Classes is not null)
        {
            classes = Field.Join(classes, item.Classes);
        }

        return new Input
        {
            Id = item.Id ?? $"{Id}-{item.Name}",
            Name = item.Name,
            Label = Label.Of(item.Label),
            Classes = classes,
            Value = item.Value,
            Inputmode = item.Inputmode ?? "numeric",
            Autocomplete = item.Autocomplete,
            Pattern = item.Pattern,
            Attributes = item.Attributes,
            Part = "govuk-date-input",
        };
    }
}
