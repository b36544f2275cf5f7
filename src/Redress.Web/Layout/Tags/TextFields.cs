using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

[HtmlTargetElement("govuk-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    public string? Type { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public bool? Spellcheck { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        Write(
            output,
            new Input
            {
                Id = id,
                Name = name,
                Value = Value(name),
                Label = LabelOf(),
                Hint = HintOf(Hint),
                ErrorMessage = Error(name, id),
                Type = Type,
                Autocomplete = Autocomplete,
                Inputmode = Inputmode,
                Spellcheck = Spellcheck,
                Prefix = Prefix is null ? null : new Affix { Content = Prefix },
                Suffix = Suffix is null ? null : new Affix { Content = Suffix },
                Classes = Class,
                Attributes = Rest(output),
            }
        );
    }
}

[HtmlTargetElement("govuk-password-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordInputTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    /// <summary><c>new-password</c> where one is chosen.</summary>
    public string Autocomplete { get; set; } = "current-password";

    /// <summary>A password is never sent back, so there is no value.</summary>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        Write(
            output,
            new PasswordInput
            {
                Id = id,
                Name = name,
                Label = LabelOf(),
                Hint = HintOf(Hint),
                ErrorMessage = Error(name, id),
                Autocomplete = Autocomplete,
                Classes = Class,
                Attributes = Rest(output),
                ShowPasswordText = L["govuk.password.show"],
                HidePasswordText = L["govuk.password.hide"],
                ShowPasswordAriaLabelText = L["govuk.password.show_label"],
                HidePasswordAriaLabelText = L["govuk.password.hide_label"],
                PasswordShownAnnouncementText = L["govuk.password.shown"],
                PasswordHiddenAnnouncementText = L["govuk.password.hidden"],
            }
        );
    }
}

[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    public int Rows { get; set; } = 5;

    public string? Autocomplete { get; set; }

    public bool? Spellcheck { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        Write(
            output,
            new TextArea
            {
                Id = id,
                Name = name,
                Value = Value(name),
                Label = LabelOf(),
                Hint = HintOf(Hint),
                ErrorMessage = Error(name, id),
                Rows = Rows,
                Autocomplete = Autocomplete,
                Spellcheck = Spellcheck,
                Classes = Class,
                Attributes = Rest(output),
            }
        );
    }
}

[HtmlTargetElement("govuk-character-count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CharacterCountTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    public int Rows { get; set; } = 5;

    public int? MaxLength { get; set; }

    public int? MaxWords { get; set; }

    /// <summary>Percentage of the limit from which the count is shown.</summary>
    public int? Threshold { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        var count = new CharacterCount
        {
            Id = id,
            Name = name,
            Value = Value(name),
            Label = LabelOf(),
            Hint = HintOf(Hint),
            ErrorMessage = Error(name, id),
            Rows = Rows,
            Maxlength = MaxLength,
            Maxwords = MaxWords,
            Threshold = Threshold,
            Classes = Class,
            Attributes = Rest(output),
        };
        Write(output, MaxWords is null ? InCharacters(count) : InWords(count));
    }

    private CharacterCount InCharacters(CharacterCount count) =>
        count with
        {
            TextareaDescriptionText = L["govuk.count.characters"],
            CharactersUnderLimitText = new(L["govuk.count.characters_left"], L["govuk.count.character_left"]),
            CharactersAtLimitText = L["govuk.count.characters_none"],
            CharactersOverLimitText = new(L["govuk.count.characters_over"], L["govuk.count.character_over"]),
        };

    private CharacterCount InWords(CharacterCount count) =>
        count with
        {
            TextareaDescriptionText = L["govuk.count.words"],
            WordsUnderLimitText = new(L["govuk.count.words_left"], L["govuk.count.word_left"]),
            WordsAtLimitText = L["govuk.count.words_none"],
            WordsOverLimitText = new(L["govuk.count.words_over"], L["govuk.count.word_over"]),
        };
}

[HtmlTargetElement("govuk-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        Write(
            output,
            new Select
            {
                Id = id,
                Name = name,
                Value = Value(name),
                Label = LabelOf(),
                Hint = HintOf(Hint),
                ErrorMessage = Error(name, id),
                Items =
                [
                    .. Items.Select(item => new Option
                    {
                        Value = item.Value,
                        Text = item.Text,
                        Disabled = item.Disabled,
                    }),
                ],
                Classes = Class,
                Attributes = Rest(output),
            }
        );
    }
}
