using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>A word for each plural form, as browsers' <c>Intl.PluralRules</c> names them.</summary>
public sealed record Plurals(string Other, string? One = null);

/// <summary>A text area that says how much may still be written.</summary>
public sealed record CharacterCount : Component
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    public string? Value { get; init; }

    public int Rows { get; init; } = 5;

    public bool? Spellcheck { get; init; }

    public int? Maxlength { get; init; }

    public int? Maxwords { get; init; }

    /// <summary>Percentage of the limit from which the count is shown.</summary>
    public int? Threshold { get; init; }

    public string? CountType { get; init; }

    public string? CountMessageClasses { get; init; }

    /// <summary>Says the limit; <c>%{count}</c> stands for it.</summary>
    public string? TextareaDescriptionText { get; init; }

    public Plurals? CharactersUnderLimitText { get; init; }

    public string? CharactersAtLimitText { get; init; }

    public Plurals? CharactersOverLimitText { get; init; }

    public Plurals? WordsUnderLimitText { get; init; }

    public string? WordsAtLimitText { get; init; }

    public Plurals? WordsOverLimitText { get; init; }

    internal override void Write(Markup markup)
    {
        var id = string.IsNullOrEmpty(Id) ? Name : Id;
        var info = id + "-info";
        new TextArea
        {
            Id = id,
            Name = Name,
            DescribedBy = info,
            Rows = Rows,
            Spellcheck = Spellcheck,
            Value = Value,
            Label = Label,
            Hint = Hint,
            ErrorMessage = ErrorMessage,
            Attributes = Attributes,
            Classes = Join("govuk-js-character-count", Classes),
            FormGroup = new FormGroup
            {
                Classes = Join("govuk-character-count", FormGroup?.Classes),
                Attributes = BoxAttributes(),
                After = new Hint
                {
                    Id = info,
                    Content = LimitText(),
                    Classes = Join("govuk-character-count__message", CountMessageClasses),
                },
            },
        }.Write(markup);
    }

    private string Counted =>
        !string.IsNullOrEmpty(CountType) ? CountType
        : Maxwords is > 0 ? "words"
        : "";

    private int? Limit =>
        Maxwords is > 0 ? Maxwords
        : Maxlength is > 0 ? Maxlength
        : null;

    private string? LimitText()
    {
        var text = string.IsNullOrEmpty(TextareaDescriptionText)
            ? Counted == "words"
                ? "You can enter up to %{count} words"
                : "You can enter up to %{count} characters"
            : TextareaDescriptionText;
        return Limit is { } limit ? text.Replace("%{count}", limit.ToString(), StringComparison.Ordinal) : null;
    }

    private List<TagHelperAttribute> BoxAttributes()
    {
        List<TagHelperAttribute> attributes = [new("data-module", "govuk-character-count")];
        Add(attributes, "data-maxlength", Maxlength?.ToString());
        Add(attributes, "data-maxwords", Maxwords?.ToString());
        Add(attributes, "data-threshold", Threshold?.ToString());
        Add(attributes, "data-count-type", Counted.Length > 0 ? Counted : null);
        if (Limit is null)
        {
            Add(attributes, "data-i18n.textarea-description.other", TextareaDescriptionText);
        }

        Add(attributes, "characters-under-limit", CharactersUnderLimitText);
        Add(attributes, "data-i18n.characters-at-limit", CharactersAtLimitText);
        Add(attributes, "characters-over-limit", CharactersOverLimitText);
        Add(attributes, "words-under-limit", WordsUnderLimitText);
        Add(attributes, "data-i18n.words-at-limit", WordsAtLimitText);
        Add(attributes, "words-over-limit", WordsOverLimitText);
        attributes.AddRange(FormGroup?.Attributes ?? []);
        return attributes;
    }

    private static void Add(List<TagHelperAttribute> attributes, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            attributes.Add(new(name, value));
        }
    }

    private static void Add(List<TagHelperAttribute> attributes, string key, Plurals? words)
    {
        Add(attributes, $"data-i18n.{key}.other", words?.Other);
        Add(attributes, $"data-i18n.{key}.one", words?.One);
    }

    private static string Join(string first, string? second) =>
        string.IsNullOrEmpty(second) ? first : $"{first} {second}";
}
