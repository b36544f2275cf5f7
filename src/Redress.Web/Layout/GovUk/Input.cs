using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>What stands before or after the box, as in £.</summary>
public sealed record Affix
{
    public Content Content { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    internal void Write(Markup markup, string part)
    {
        markup.Raw("<div class=\"");
        markup.Raw(part);
        markup.Classes(Classes);
        markup.Raw(" aria-hidden=\"true\"");
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw("</div>");
    }
}

public sealed record InputWrapper(string? Classes = null, IReadOnlyList<TagHelperAttribute>? Attributes = null);

public sealed record Input : Field
{
    public string? Type { get; init; }

    public string? Value { get; init; }

    public string? Autocomplete { get; init; }

    public string? Autocapitalize { get; init; }

    public string? Inputmode { get; init; }

    public string? Pattern { get; init; }

    public bool? Spellcheck { get; init; }

    public Affix? Prefix { get; init; }

    public Affix? Suffix { get; init; }

    public InputWrapper? InputWrapper { get; init; }

    /// <summary>A name of the enclosing component for its label and box, as in <c>govuk-date-input</c>.</summary>
    internal string? Part { get; init; }

    private protected override string? LabelPart => Part is null ? null : Part + "__label";

    private protected override void WriteControl(Markup markup, string id, string? describedBy, IHtmlContent? after)
    {
        var prefix = Prefix is { Content.IsEmpty: false } ? Prefix : null;
        var suffix = Suffix is { Content.IsEmpty: false } ? Suffix : null;
        var wrapped = prefix is not null || suffix is not null || after is not null;
        if (wrapped)
        {
            markup.Raw("<div class=\"govuk-input__wrapper");
            markup.Classes(InputWrapper?.Classes);
            markup.Attributes(InputWrapper?.Attributes);
            markup.Raw(">");
        }

        prefix?.Write(markup, "govuk-input__prefix");
        WriteInput(markup, id, describedBy);
        suffix?.Write(markup, "govuk-input__suffix");
        markup.Html(after);
        markup.Raw(wrapped ? "</div>" : "");
    }

    private void WriteInput(Markup markup, string id, string? describedBy)
    {
        markup.Raw("<input class=\"govuk-input");
        if (Part is not null)
        {
            markup.Raw(" ");
            markup.Raw(Part);
            markup.Raw("__input");
        }

        if (!string.IsNullOrEmpty(Classes))
        {
            markup.Raw(" ");
            markup.Text(Classes);
        }

        markup.Raw(ErrorMessage is null ? "\"" : " govuk-input--error\"");
        markup.Attribute("id", id);
        markup.Attribute("name", Name ?? "");
        markup.Attribute("type", string.IsNullOrEmpty(Type) ? "text" : Type);
        markup.Attribute("spellcheck", Spellcheck);
        markup.Attribute("value", Value);
        markup.Flag("disabled", Disabled);
        markup.Attribute("aria-describedby", describedBy);
        markup.Attribute("autocomplete", Autocomplete);
        markup.Attribute("autocapitalize", Autocapitalize);
        markup.Attribute("pattern", Pattern);
        markup.Attribute("inputmode", Inputmode);
        markup.Attributes(Attributes);
        markup.Raw(">");
    }
}
