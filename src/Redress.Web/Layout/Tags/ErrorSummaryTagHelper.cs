using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>All errors, in the order of their fields. The layout writes it on every page, so pages need not.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(FormFields fields, IStringLocalizer<Text> text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!ViewContext.ModelState.IsValid)
        {
            var summary = new ErrorSummary { Title = text["govuk.error_summary"].Value, ErrorList = [.. Items()] };
            output.Content.SetHtmlContent(summary);
        }
    }

    private IEnumerable<ErrorSummaryItem> Items()
    {
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, controlId) in fields.InOrder)
        {
            if (listed.Add(name) && ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
            {
                yield return new() { Content = entry.Errors[0].ErrorMessage, Href = "#" + controlId };
            }
        }

        // Errors of the whole, or of what is not on the page.
        var others = ViewContext.ModelState.Where(entry => !listed.Contains(entry.Key));
        foreach (var error in others.SelectMany(entry => entry.Value?.Errors ?? []))
        {
            yield return new() { Content = error.ErrorMessage };
        }
    }
}
