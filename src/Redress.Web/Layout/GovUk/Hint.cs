namespace Redress.Web.Layout.GovUk;

public sealed record Hint : Component
{
    public Content Content { get; init; }

    public string? Id { get; init; }

    internal override void Write(Markup markup) => Write(markup, Id, null);

    internal void Write(Markup markup, string? id, string? part)
    {
        markup.Raw("<div");
        markup.AttributeUnlessEmpty("id", id);
        markup.Raw(" class=\"govuk-hint");
        if (part is not null)
        {
            markup.Raw(" ");
            markup.Raw(part);
        }

        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw("</div>");
    }
}
