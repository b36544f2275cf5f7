namespace Redress.Web.Layout.GovUk;

public sealed record Label : Component
{
    public Content Content { get; init; }

    public string? For { get; init; }

    /// <summary>The label is the page's h1.</summary>
    public bool IsPageHeading { get; init; }

    public static Label Of(string text) => new() { Content = text };

    internal override void Write(Markup markup) => Write(markup, For, null);

    internal void Write(Markup markup, string? forId, string? part)
    {
        if (Content.IsEmpty)
        {
            return;
        }

        markup.Raw(
            IsPageHeading
                ? "<h1 class=\"govuk-label-wrapper\"><label class=\"govuk-label"
                : "<label class=\"govuk-label"
        );
        if (part is not null)
        {
            markup.Raw(" ");
            markup.Raw(part);
        }

        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.AttributeUnlessEmpty("for", forId);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw(IsPageHeading ? "</label></h1>" : "</label>");
    }
}
