using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record Option
{
    public string? Value { get; init; }

    public string? Text { get; init; }

    public bool? Selected { get; init; }

    public bool Disabled { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }
}

public sealed record Select : Field
{
    public IReadOnlyList<Option> Items { get; init; } = [];

    public string? Value { get; init; }

    private protected override void WriteControl(Markup markup, string id, string? describedBy, IHtmlContent? after)
    {
        markup.Raw("<select class=\"govuk-select");
        if (!string.IsNullOrEmpty(Classes))
        {
            markup.Raw(" ");
            markup.Text(Classes);
        }

        markup.Raw(ErrorMessage is null ? "\"" : " govuk-select--error\"");
        markup.Attribute("id", id);
        markup.Attribute("name", Name ?? "");
        markup.Flag("disabled", Disabled);
        markup.AttributeUnlessEmpty("aria-describedby", describedBy);
        markup.Attributes(Attributes);
        markup.Raw(">");
        foreach (var item in Items)
        {
            markup.Raw("<option");
            markup.Attribute("value", item.Value);
            markup.Flag("selected", IsSelected(item));
            markup.Flag("disabled", item.Disabled);
            markup.Attributes(item.Attributes);
            markup.Raw(">");
            markup.Text(item.Text);
            markup.Raw("</option>");
        }

        markup.Raw("</select>");
        markup.Html(after);
    }

    private bool IsSelected(Option option) =>
        option.Selected ?? (!string.IsNullOrEmpty(Value) && (option.Value ?? option.Text) == Value);
}
