namespace Redress.Web.Layout.GovUk;

public sealed record GenericHeader : Component
{
    public Content Logo { get; init; }

    public string? Url { get; init; }

    public string? ContainerClasses { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<div class=\"govuk-generic-header");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw("><div class=\"govuk-generic-header__container ");
        markup.Text(string.IsNullOrEmpty(ContainerClasses) ? "govuk-width-container" : ContainerClasses);
        markup.Raw("\"><div class=\"govuk-generic-header__logo\"><a");
        markup.Attribute("href", string.IsNullOrEmpty(Url) ? "/" : Url);
        markup.Raw(" class=\"govuk-generic-header__homepage-link\">");
        markup.Content(Logo);
        markup.Raw("</a></div></div></div>");
    }
}
