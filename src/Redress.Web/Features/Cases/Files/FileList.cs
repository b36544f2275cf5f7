using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Files;

/// <summary>Files that came with a message: pictures small, all by name, with what they are and how long.</summary>
/// <param name="L">The texts.</param>
/// <param name="View">Their case.</param>
/// <param name="Files">The files.</param>
/// <param name="On">The day they came.</param>
/// <param name="At">The address under which they are given out.</param>
internal sealed record FileList(
    IStringLocalizer<Text> L,
    CaseView View,
    IReadOnlyList<ReceivedFile> Files,
    DateOnly On,
    string At
) : Component
{
    internal override void Write(Markup markup)
    {
        if (Files.Count == 0)
        {
            return;
        }

        var (pictures, shown) = (Files.Count(file => FileForms.Of(file.Type).IsPicture), 0);
        markup.Raw("<ul class=\"app-files\">");
        foreach (var file in Files)
        {
            markup.Raw("<li class=\"app-file\">");
            if (View.Text(file.Content) is { } hash)
            {
                shown += FileForms.Of(file.Type).IsPicture ? 1 : 0;
                var alt = L["file.photo", shown, pictures, Dates.Short(On)].Value;
                new FileLink(L, $"{At}/{hash}", View.Text(file.Name) ?? "", file.Type, file.Bytes, alt).Write(markup);
            }
            else
            {
                markup.Text(L["file.erased"]);
            }

            markup.Raw("</li>");
        }

        markup.Raw("</ul>");
    }
}

/// <summary>One file with a link to it, and the picture where it is one.</summary>
/// <param name="L">The texts.</param>
/// <param name="Address">Where it is given out.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What it is.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Alt">What is said of a picture to whoever does not see it, besides its name, which is said next.</param>
internal sealed record FileLink(
    IStringLocalizer<Text> L,
    string Address,
    string Name,
    FileType Type,
    long Bytes,
    string Alt
) : Component
{
    internal override void Write(Markup markup)
    {
        markup.Raw("<a class=\"govuk-link\" download");
        markup.Attribute("href", Address);
        markup.Raw(">");
        if (FileForms.Of(Type).IsPicture)
        {
            markup.Raw("<img class=\"app-photo\" loading=\"lazy\"");
            markup.Attribute("alt", Alt);
            markup.Attribute("src", Address);
            markup.Raw(">");
        }

        markup.Raw("<bdi>");
        markup.Text(Name);
        markup.Raw("</bdi></a> <span class=\"govuk-hint\">");
        markup.Text(L["file.size", L.Word(Type), Size]);
        markup.Raw("</span>");
    }

    private string Size => Bytes < 1024 * 1024 ? $"{Math.Max(1, Bytes / 1024)} KB" : $"{Bytes / 1024m / 1024m:0.0} MB";
}
