using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

/// <summary>The box round a field: label, hint, error and control.</summary>
public sealed record FormGroup
{
    public static readonly FormGroup Plain = new();

    public string? Classes { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    /// <summary>Follows the control, inside the box.</summary>
    public IHtmlContent? After { get; init; }

    internal void Open(Markup markup, bool hasError)
    {
        markup.Raw(
            hasError ? "<div class=\"govuk-form-group govuk-form-group--error" : "<div class=\"govuk-form-group"
        );
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
    }

    internal static void Close(Markup markup) => markup.Raw("</div>");
}

/// <summary>One control with its label: input, text area, select.</summary>
public abstract record Field : Component
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    public string? DescribedBy { get; init; }

    public bool Disabled { get; init; }

    internal string ControlId => string.IsNullOrEmpty(Id) ? Name ?? "" : Id;

    internal sealed override void Write(Markup markup)
    {
        var id = ControlId;
        var box = FormGroup ?? FormGroup.Plain;
        box.Open(markup, ErrorMessage is not null);
        Label?.Write(markup, id, LabelPart);
        var describedBy = Describe(markup, id, DescribedBy, Hint, ErrorMessage);
        WriteControl(markup, id, describedBy, box.After);
        FormGroup.Close(markup);
    }

    private protected virtual string? LabelPart => null;

    private protected abstract void WriteControl(Markup markup, string id, string? describedBy, IHtmlContent? after);

    /// <summary>Writes hint and error and returns the ids that the control is described by.</summary>
    internal static string? Describe(Markup markup, string id, string? describedBy, Hint? hint, ErrorMessage? error)
    {
        if (hint is not null)
        {
            var hintId = id + "-hint";
            hint.Write(markup, hintId, null);
            describedBy = Join(describedBy, hintId);
        }

        if (error is not null)
        {
            var errorId = id + "-error";
            error.Write(markup, errorId);
            describedBy = Join(describedBy, errorId);
        }

        return describedBy;
    }

    internal static string Join(string? first, string second) =>
        string.IsNullOrEmpty(first) ? second : $"{first} {second}";
}

/// <summary>Several controls that answer one question: radios, checkboxes, a date.</summary>
public abstract record FieldGroup : Component
{
    public Fieldset? Fieldset { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    private protected abstract string GroupId { get; }

    private protected virtual string? FieldsetRole => null;

    private protected virtual string? DescribedByFirst => Fieldset?.DescribedBy;

    private protected abstract void WriteControls(Markup markup, string? describedBy);

    internal sealed override void Write(Markup markup)
    {
        (FormGroup ?? FormGroup.Plain).Open(markup, ErrorMessage is not null);
        var describedBy = DescribedByFirst;
        if (Fieldset is not null)
        {
            var all = Hint is null ? describedBy : Field.Join(describedBy, GroupId + "-hint");
            all = ErrorMessage is null ? all : Field.Join(all, GroupId + "-error");
            Fieldset.Open(markup, FieldsetRole, all);
        }

        WriteControls(markup, Field.Describe(markup, GroupId, describedBy, Hint, ErrorMessage));
        if (Fieldset is not null)
        {
            Fieldset.Close(markup);
        }

        FormGroup.Close(markup);
    }
}
