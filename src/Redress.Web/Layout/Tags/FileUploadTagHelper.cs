using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>
/// Where files are chosen: several at once, with what may be sent said beside it. The browser's own control, which every
/// telephone knows to open its camera for; GOV.UK's place to drop files on needs scripts and shows no more.
/// </summary>
[HtmlTargetElement("govuk-file-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileUploadTagHelper(FormFields fields, IStringLocalizer<Text> text)
    : LabelledFieldTagHelper(fields, text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        Write(
            output,
            new FileField
            {
                Id = id,
                Name = name,
                Label = LabelOf(),
                Hint = HintOf(Hint ?? L["file.limits", MessageReceipt.MostFiles, FileStore.MostBytes / 1024 / 1024]),
                ErrorMessage = Error(name, id),
                Classes = Class,
                Attributes = Rest(output),
            }
        );
    }

    private sealed record FileField : Field
    {
        private protected override void WriteControl(Markup markup, string id, string? describedBy, IHtmlContent? after)
        {
            markup.Raw("<input class=\"govuk-file-upload");
            markup.Raw(ErrorMessage is null ? "" : " govuk-file-upload--error");
            markup.Classes(Classes);
            markup.Attribute("id", id);
            markup.Attribute("name", Name ?? "");
            markup.Attribute("type", "file");
            markup.Flag("multiple", present: true);
            markup.Attribute("accept", FileForms.Accepted);
            markup.AttributeUnlessEmpty("aria-describedby", describedBy);
            markup.Attributes(Attributes);
            markup.Raw(">");
            markup.Html(after);
        }
    }
}
