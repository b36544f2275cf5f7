using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>Writes markup straight to the answer: what is ours as it stands, everything else encoded.</summary>
public readonly ref struct Markup(TextWriter writer, HtmlEncoder encoder)
{
    public void Raw(string markup) => writer.Write(markup);

    public void Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            encoder.Encode(writer, text);
        }
    }

    public void Html(IHtmlContent? content) => content?.WriteTo(writer, encoder);

    public void Content(Content content) => content.WriteTo(writer, encoder);

    /// <summary>The rest of a class attribute, its first name already written, and the closing quote.</summary>
    public void Classes(string? classes)
    {
        if (!string.IsNullOrEmpty(classes))
        {
            writer.Write(' ');
            encoder.Encode(writer, classes);
        }

        writer.Write('"');
    }

    /// <summary>Left out when <paramref name="value"/> is null.</summary>
    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            writer.Write(' ');
            writer.Write(name);
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
    }

    public void Attribute(string name, int? value) => Attribute(name, value?.ToString());

    public void Attribute(string name, bool? value) =>
        Attribute(name, value is { } set ? (set ? "true" : "false") : null);

    public void AttributeUnlessEmpty(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Attribute(name, value);
        }
    }

    /// <summary>The name alone, as in <c>disabled</c>.</summary>
    public void Flag(string name, bool present)
    {
        if (present)
        {
            writer.Write(' ');
            writer.Write(name);
        }
    }

    public void Attributes(IReadOnlyList<TagHelperAttribute>? attributes)
    {
        for (var i = 0; i < attributes?.Count; i++)
        {
            writer.Write(' ');
            attributes[i].WriteTo(writer, encoder);
        }
    }
}

/// <summary>Text, which is encoded when written, or markup, which is not.</summary>
public readonly record struct Content
{
    private readonly string? text;
    private readonly IHtmlContent? html;

    public Content(string? text) => this.text = text;

    public Content(IHtmlContent? html) => this.html = html;

    public bool IsEmpty => html is null && string.IsNullOrEmpty(text);

    public bool IsHtml => html is not null;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (html is not null)
        {
            html.WriteTo(writer, encoder);
        }
        else if (!string.IsNullOrEmpty(text))
        {
            encoder.Encode(writer, text);
        }
    }

    public static implicit operator Content(string? text) => new(text);
}

/// <summary>
/// One component of GOV.UK Frontend: its options are properties, and a page writes it as it stands or through its
/// tag helper. The markup is held to the fixtures that govuk-frontend ships.
/// </summary>
public abstract record Component : IHtmlContent
{
    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(new Markup(writer, encoder));

    internal abstract void Write(Markup markup);
}
