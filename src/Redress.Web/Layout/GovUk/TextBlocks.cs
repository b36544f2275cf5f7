namespace Redress.Web.Layout.GovUk;

public sealed record InsetText : Component
{
    public Content Content { get; init; }

    public string? Id { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<div");
        markup.AttributeUnlessEmpty("id", Id);
        markup.Raw(" class=\"govuk-inset-text");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw("</div>");
    }
}

public sealed record WarningText : Component
{
    public Content Content { get; init; }

    public string? IconFallbackText { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<div class=\"govuk-warning-text");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw("><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>");
        markup.Raw(" <strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">");
        markup.Text(string.IsNullOrEmpty(IconFallbackText) ? "Warning" : IconFallbackText);
        markup.Raw("</span> ");
        markup.Content(Content);
        markup.Raw("</strong></div>");
    }
}

public sealed record Tag : Component
{
    public Content Content { get; init; }

    internal override void Write(Markup markup) => Write(markup, null);

    internal void Write(Markup markup, string? part)
    {
        markup.Raw("<strong class=\"govuk-tag");
        if (part is not null)
        {
            markup.Raw(" ");
            markup.Raw(part);
        }

        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw("</strong>");
    }
}

public sealed record PhaseBanner : Component
{
    public Content Content { get; init; }

    public Tag? Tag { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<div class=\"govuk-phase-banner govuk-width-container");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw("><p class=\"govuk-phase-banner__content\">");
        (Tag ?? new Tag()).Write(markup, "govuk-phase-banner__content__tag");
        markup.Raw(" <span class=\"govuk-phase-banner__text\">");
        markup.Content(Content);
        markup.Raw("</span></p></div>");
    }
}

public sealed record Details : Component
{
    public Content Summary { get; init; }

    public Content Content { get; init; }

    public string? Id { get; init; }

    public bool Open { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<details");
        markup.AttributeUnlessEmpty("id", Id);
        markup.Raw(" class=\"govuk-details");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Flag("open", Open);
        markup.Raw("><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">");
        markup.Content(Summary);
        markup.Raw("</span></summary><div class=\"govuk-details__text\">");
        markup.Content(Content);
        markup.Raw("</div></details>");
    }
}

public sealed record NotificationBanner : Component
{
    public Content Title { get; init; }

    public Content Content { get; init; }

    /// <summary><c>success</c>, which is announced at once, or null.</summary>
    public string? Type { get; init; }

    public string? Role { get; init; }

    public string? TitleId { get; init; }

    public int TitleHeadingLevel { get; init; } = 2;

    public bool? DisableAutoFocus { get; init; }

    internal override void Write(Markup markup)
    {
        var success = Type == "success";
        var titleId = string.IsNullOrEmpty(TitleId) ? "govuk-notification-banner-title" : TitleId;
        var level = TitleHeadingLevel.ToString();
        markup.Raw("<div class=\"govuk-notification-banner");
        markup.Raw(success ? " govuk-notification-banner--success" : "");
        markup.Classes(Classes);
        markup.Attribute(
            "role",
            !string.IsNullOrEmpty(Role) ? Role
                : success ? "alert"
                : "region"
        );
        markup.Attribute("aria-labelledby", titleId);
        markup.Raw(" data-module=\"govuk-notification-banner\"");
        markup.Attribute("data-disable-auto-focus", DisableAutoFocus);
        markup.Attributes(Attributes);
        markup.Raw("><div class=\"govuk-notification-banner__header\"><h");
        markup.Raw(level);
        markup.Raw(" class=\"govuk-notification-banner__title\"");
        markup.Attribute("id", titleId);
        markup.Raw(">");
        markup.Content(
            !Title.IsEmpty ? Title
            : success ? "Success"
            : "Important"
        );
        markup.Raw("</h");
        markup.Raw(level);
        markup.Raw("></div><div class=\"govuk-notification-banner__content\">");
        var plain = !Content.IsHtml && !Content.IsEmpty;
        markup.Raw(plain ? "<p class=\"govuk-notification-banner__heading\">" : "");
        markup.Content(Content);
        markup.Raw(plain ? "</p>" : "");
        markup.Raw("</div></div>");
    }
}
