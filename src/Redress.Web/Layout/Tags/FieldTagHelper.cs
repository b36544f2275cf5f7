using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>
/// A field of a form, bound to the model by <c>asp-for</c>: its name, its id, what was typed or is in the model, and
/// its error. <c>class</c> and every attribute not named here go to the control.
/// </summary>
public abstract class FieldTagHelper(FormFields fields, IStringLocalizer<Text> text) : TagHelper
{
    /// <summary>The property. A field cannot be without one.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Hint { get; set; }

    public string? Class { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer<Text> L => text;

    protected ModelExpression Bound =>
        For ?? throw new InvalidOperationException($"{GetType().Name}: say which property it is for, with asp-for.");

    protected string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Bound.Name);

    protected static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>What to call the field when the page does not say: the property's display name.</summary>
    protected string DisplayName => Bound.Metadata.GetDisplayName();

    protected ModelStateEntry? State(string name) => ViewContext.ModelState.GetValueOrDefault(name);

    /// <summary>What was typed, right or wrong; otherwise what the model holds.</summary>
    protected string? Value(string name) =>
        State(name) is { RawValue: not null } typed ? typed.AttemptedValue : Written(Bound.Model);

    protected GovUk.Hint? HintOf(string? hint) => hint is null ? null : new GovUk.Hint { Content = hint };

    /// <summary>The field's error, if any. The field joins the page's fields, so that the error summary can link to it.</summary>
    protected ErrorMessage? Error(string name, string controlId)
    {
        if (ViewContext.ModelState.IsValid)
        {
            return null;
        }

        fields.Add(name, controlId);
        return State(name)?.Errors is { Count: > 0 } errors
            ? new ErrorMessage { Content = errors[0].ErrorMessage, VisuallyHiddenText = L["govuk.error"] }
            : null;
    }

    protected static void Write(TagHelperOutput output, Component component)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(component);
    }

    /// <summary>A copy, because Razor uses the output's list again before the component is written.</summary>
    protected static IReadOnlyList<TagHelperAttribute>? Rest(TagHelperOutput output) =>
        output.Attributes.Count == 0 ? null : [.. output.Attributes];

    protected static string? Written(object? value) =>
        value switch
        {
            null => null,
            string words => words,
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}

/// <summary>A field with one control and a label.</summary>
public abstract class LabelledFieldTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : FieldTagHelper(fields, text)
{
    public string? Label { get; set; }

    public string? LabelClass { get; set; }

    /// <summary>The label is the page's h1.</summary>
    public bool LabelIsPageHeading { get; set; }

    protected Label LabelOf() =>
        new()
        {
            Content = Label ?? DisplayName,
            Classes = LabelClass,
            IsPageHeading = LabelIsPageHeading,
        };
}

/// <summary>A field of several controls in a fieldset with a legend.</summary>
public abstract class GroupTagHelper(FormFields fields, IStringLocalizer<Text> text) : FieldTagHelper(fields, text)
{
    public string? Legend { get; set; }

    public string? LegendClass { get; set; }

    /// <summary>The legend is the page's h1.</summary>
    public bool LegendIsPageHeading { get; set; }

    protected Fieldset FieldsetOf() =>
        new()
        {
            Legend = new Legend
            {
                Content = Legend ?? DisplayName,
                Classes = LegendClass,
                IsPageHeading = LegendIsPageHeading,
            },
        };
}
