using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>The choices come from <c>items</c>, from elements inside, or from both in that order.</summary>
public abstract class ChoicesTagHelper(FormFields fields, IStringLocalizer<Text> text) : GroupTagHelper(fields, text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public bool Small { get; set; }

    private protected List<Choice?> Choices { get; } = [];

    public override void Init(TagHelperContext context)
    {
        Choices.AddRange(
            Items.Select(item => new Choice
            {
                Value = item.Value,
                Content = item.Text,
                Disabled = item.Disabled,
            })
        );
        context.Items[typeof(ChoicesTagHelper)] = Choices;
    }

    internal static List<Choice?> Of(TagHelperContext context) =>
        (List<Choice?>)context.Items[typeof(ChoicesTagHelper)];
}

[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTagHelper(FormFields fields, IStringLocalizer<Text> text) : ChoicesTagHelper(fields, text)
{
    /// <summary>Side by side; for two short choices.</summary>
    public bool Inline { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        // Before the fields inside, so that the error summary lists the question before them.
        var error = Error(name, id);
        await output.GetChildContentAsync();
        Write(
            output,
            new Radios
            {
                Name = name,
                IdPrefix = id,
                Value = Value(name),
                Fieldset = FieldsetOf(),
                Hint = HintOf(Hint),
                ErrorMessage = error,
                Items = Choices,
                Classes = string.Join(
                    ' ',
                    new[] { Inline ? "govuk-radios--inline" : null, Small ? "govuk-radios--small" : null, Class }.Where(
                        c => c is not null
                    )
                ),
                Attributes = Rest(output),
            }
        );
    }
}

/// <summary>For a collection, or for a bool whose one box has the value <c>true</c>.</summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper(FormFields fields, IStringLocalizer<Text> text) : ChoicesTagHelper(fields, text)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        // Before the fields inside, so that the error summary lists the question before them.
        var error = Error(name, id);
        await output.GetChildContentAsync();
        Write(
            output,
            new Checkboxes
            {
                Name = name,
                IdPrefix = id,
                Values = Chosen(name),
                Fieldset = FieldsetOf(),
                Hint = HintOf(Hint),
                ErrorMessage = error,
                Items = Choices,
                Classes = Small ? Field.Join("govuk-checkboxes--small", Class ?? "").TrimEnd() : Class,
                Attributes = Rest(output),
            }
        );
    }

    private string[] Chosen(string name) =>
        State(name)?.RawValue switch
        {
            string one => [one],
            string[] several => several,
            _ when Bound.Model is IEnumerable all and not string =>
            [
                .. all.Cast<object?>().Select(v => Written(v) ?? ""),
            ],
            _ => [Written(Bound.Model) ?? ""],
        };
}

/// <summary>What stands inside is shown while the choice is made, and always without JavaScript.</summary>
[HtmlTargetElement("govuk-radio", ParentTag = "govuk-radios")]
[HtmlTargetElement("govuk-checkbox", ParentTag = "govuk-checkboxes")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Disabled { get; set; }

    /// <summary><c>exclusive</c>: choosing this box clears the others.</summary>
    public string? Behaviour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        ChoicesTagHelper
            .Of(context)
            .Add(
                new Choice
                {
                    Value = Value,
                    Content = Label,
                    Hint = Hint is null ? null : new Hint { Content = Hint },
                    Disabled = Disabled,
                    Behaviour = Behaviour,
                    Conditional = inside.IsEmptyOrWhiteSpace ? null : inside,
                    Attributes = output.Attributes.Count == 0 ? null : [.. output.Attributes],
                }
            );
        output.SuppressOutput();
    }
}

[HtmlTargetElement("govuk-divider", ParentTag = "govuk-radios")]
[HtmlTargetElement("govuk-divider", ParentTag = "govuk-checkboxes")]
public sealed class DividerTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        ChoicesTagHelper.Of(context).Add(new Choice { Divider = word.GetContent() });
        output.SuppressOutput();
    }
}
