namespace Redress.Web.Layout.GovUk;

public sealed record ErrorMessage : Component
{
    public Content Content { get; init; }

    public string? Id { get; init; }

    /// <summary>What a screen reader says before the message; empty for nothing.</summary>
    public string VisuallyHiddenText { get; init; } = "Error";

    internal override void Write(Markup markup) => Write(markup, Id);

    internal void Write(Markup markup, string? id)
    {
        markup.Raw("<p");
        markup.AttributeUnlessEmpty("id", id);
        markup.Raw(" class=\"govuk-error-message");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        if (VisuallyHiddenText.Length > 0)
        {
            markup.Raw("<span class=\"govuk-visually-hidden\">");
            markup.Text(VisuallyHiddenText);
            markup.Raw(":</span> ");
        }

        markup.Content(Content);
        markup.Raw("</p>");
    }
}
