namespace Redress.Web.Layout.GovUk;

public sealed record Legend
{
    public Content Content { get; init; }

    public string? Classes { get; init; }

    /// <summary>The legend is the page's h1.</summary>
    public bool IsPageHeading { get; init; }

    internal void Write(Markup markup)
    {
        if (Content.IsEmpty)
        {
            return;
        }

        markup.Raw("<legend class=\"govuk-fieldset__legend");
        markup.Classes(Classes);
        markup.Raw(IsPageHeading ? "><h1 class=\"govuk-fieldset__heading\">" : ">");
        markup.Content(Content);
        markup.Raw(IsPageHeading ? "</h1></legend>" : "</legend>");
    }
}

public sealed record Fieldset : Component
{
    public Legend? Legend { get; init; }

    public string? DescribedBy { get; init; }

    public string? Role { get; init; }

    public Content Body { get; init; }

    internal override void Write(Markup markup)
    {
        Open(markup, Role, DescribedBy);
        markup.Content(Body);
        Close(markup);
    }

    internal void Open(Markup markup, string? role, string? describedBy)
    {
        markup.Raw("<fieldset class=\"govuk-fieldset");
        markup.Classes(Classes);
        markup.AttributeUnlessEmpty("role", role);
        markup.AttributeUnlessEmpty("aria-describedby", describedBy);
        markup.Attributes(Attributes);
        markup.Raw(">");
        Legend?.Write(markup);
    }

    internal static void Close(Markup markup) => markup.Raw("</fieldset>");
}
