using Microsoft.AspNetCore.Html;

namespace Redress.Web.Layout.GovUk;

public sealed record TextArea : Field
{
    public string? Value { get; init; }

    public int Rows { get; init; } = 5;

    public string? Autocomplete { get; init; }

    public bool? Spellcheck { get; init; }

    private protected override void WriteControl(Markup markup, string id, string? describedBy, IHtmlContent? after)
    {
        markup.Raw("<textarea class=\"govuk-textarea");
        markup.Raw(ErrorMessage is null ? "" : " govuk-textarea--error");
        markup.Classes(Classes);
        markup.Attribute("id", id);
        markup.Attribute("name", Name ?? "");
        markup.Attribute("rows", Rows);
        markup.Attribute("spellcheck", Spellcheck);
        markup.Flag("disabled", Disabled);
        markup.AttributeUnlessEmpty("aria-describedby", describedBy);
        markup.AttributeUnlessEmpty("autocomplete", Autocomplete);
        markup.Attributes(Attributes);
        // The parser drops one newline here, so that a text which begins with one keeps it.
        markup.Raw(">\n");
        markup.Text(Value);
        markup.Raw("</textarea>");
        markup.Html(after);
    }
}
