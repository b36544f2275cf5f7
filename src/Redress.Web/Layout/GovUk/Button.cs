namespace Redress.Web.Layout.GovUk;

/// <summary>A button, or with <see cref="Href"/> a link that looks like one.</summary>
public sealed record Button : Component
{
    private const string Arrow =
        "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" "
        + "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"currentColor\" "
        + "d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";

    public Content Content { get; init; }

    public string? Href { get; init; }

    public string? Id { get; init; }

    public string Type { get; init; } = "submit";

    public string? Name { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public bool IsStartButton { get; init; }

    public bool? PreventDoubleClick { get; init; }

    internal override void Write(Markup markup)
    {
        if (string.IsNullOrEmpty(Href))
        {
            markup.Raw("<button");
            markup.Attribute("type", Type);
            markup.AttributeUnlessEmpty("value", Value);
            markup.AttributeUnlessEmpty("name", Name);
            markup.Raw(Disabled ? " disabled aria-disabled=\"true\"" : "");
            markup.Attribute("data-prevent-double-click", PreventDoubleClick);
            WriteRest(markup);
            markup.Raw("</button>");
        }
        else
        {
            markup.Raw("<a");
            markup.Attribute("href", Href);
            markup.Raw(" role=\"button\" draggable=\"false\"");
            WriteRest(markup);
            markup.Raw("</a>");
        }
    }

    private void WriteRest(Markup markup)
    {
        markup.Raw(" class=\"govuk-button");
        if (!string.IsNullOrEmpty(Classes))
        {
            markup.Raw(" ");
            markup.Text(Classes);
        }

        markup.Raw(IsStartButton ? " govuk-button--start\"" : "\"");
        markup.Raw(" data-module=\"govuk-button\"");
        markup.Attributes(Attributes);
        markup.AttributeUnlessEmpty("id", Id);
        var wrap = IsStartButton && Content.IsHtml;
        markup.Raw(wrap ? "><span>" : ">");
        markup.Content(Content);
        markup.Raw(wrap ? "</span>" : "");
        if (IsStartButton)
        {
            markup.Raw(" ");
            markup.Raw(Arrow);
        }
    }
}
