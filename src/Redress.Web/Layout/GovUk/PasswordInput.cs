using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>A password that can be shown while it is typed, where there is JavaScript.</summary>
public sealed record PasswordInput : Component
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public string? DescribedBy { get; init; }

    public string Autocomplete { get; init; } = "current-password";

    public string? ShowPasswordText { get; init; }

    public string? HidePasswordText { get; init; }

    public string? ShowPasswordAriaLabelText { get; init; }

    public string? HidePasswordAriaLabelText { get; init; }

    public string? PasswordShownAnnouncementText { get; init; }

    public string? PasswordHiddenAnnouncementText { get; init; }

    internal override void Write(Markup markup)
    {
        var id = string.IsNullOrEmpty(Id) ? Name ?? "" : Id;
        new Input
        {
            Id = id,
            Name = Name,
            Type = "password",
            Spellcheck = false,
            Autocapitalize = "none",
            Autocomplete = Autocomplete,
            Value = Value,
            Disabled = Disabled,
            DescribedBy = DescribedBy,
            Label = Label,
            Hint = Hint,
            ErrorMessage = ErrorMessage,
            Attributes = Attributes,
            Classes = Join("govuk-password-input__input govuk-js-password-input-input", Classes),
            InputWrapper = new("govuk-password-input__wrapper"),
            FormGroup = new FormGroup
            {
                Classes = Join("govuk-password-input", FormGroup?.Classes),
                Attributes = BoxAttributes(),
                After = Toggle(id),
            },
        }.Write(markup);
    }

    private Button Toggle(string id) =>
        new()
        {
            Type = "button",
            Classes = "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
            Content = ShowPasswordText ?? "Show",
            Attributes =
            [
                new("aria-controls", id),
                new("aria-label", ShowPasswordAriaLabelText ?? "Show password"),
                new("hidden"),
            ],
        };

    private List<TagHelperAttribute> BoxAttributes()
    {
        List<TagHelperAttribute> attributes = [new("data-module", "govuk-password-input")];
        Add("data-i18n.show-password", ShowPasswordText);
        Add("data-i18n.hide-password", HidePasswordText);
        Add("data-i18n.show-password-aria-label", ShowPasswordAriaLabelText);
        Add("data-i18n.hide-password-aria-label", HidePasswordAriaLabelText);
        Add("data-i18n.password-shown-announcement", PasswordShownAnnouncementText);
        Add("data-i18n.password-hidden-announcement", PasswordHiddenAnnouncementText);
        attributes.AddRange(FormGroup?.Attributes ?? []);
        return attributes;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                attributes.Add(new(name, value));
            }
        }
    }

    private static string Join(string first, string? second) =>
        string.IsNullOrEmpty(second) ? first : $"{first} {second}";
}
