using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Files;

/// <summary>Files that came with a message: pictures small, all by name, with what they are and how long.</summary>
/// <param name="L">The texts.</param>
/// <param name="View">Their case.</param>
/// <param name="Files">The files.</param>
/// <param name="At">The address under which they are given out.</param>
internal sealed record FileList(IStringLocalizer<Text> L, CaseView View, IReadOnlyList<ReceivedFile> Files, string At)
    : Component
{
    internal override void Write(Markup markup)
    {
        if (Files.Count == 0)
        {
            return;
        }

        markup.Raw("<ul class=\"app-files\">");
        foreach (var file in Files)
        {
            markup.Raw("<li class=\"app-file\">");
            if (View.Text(file.Content) is { } hash)
            {
                Write(markup, new ShownFile($"{At}/{hash}", View.Text(file.Name) ?? "", file.Type, file.Bytes), L);
            }
            else
            {
                markup.Text(L["file.erased"]);
            }

            markup.Raw("</li>");
        }

        markup.Raw("</ul>");
    }

    /// <summary>One file with a link to it, and the picture where it is one.</summary>
    internal static void Write(Markup markup, ShownFile file, IStringLocalizer<Text> text)
    {
        markup.Raw("<a class=\"govuk-link\" download");
        markup.Attribute("href", file.Address);
        markup.Raw(">");
        if (FileForms.Of(file.Type).IsPicture)
        {
            markup.Raw("<img class=\"app-photo\" alt=\"\" loading=\"lazy\"");
            markup.Attribute("src", file.Address);
            markup.Raw(">");
        }

        markup.Raw("<bdi>");
        markup.Text(file.Name);
        markup.Raw("</bdi></a> <span class=\"govuk-hint\">");
        markup.Text(text["file.size", text.Word(file.Type), Size(file.Bytes)]);
        markup.Raw("</span>");
    }

    private static string Size(long bytes) =>
        bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024m / 1024m:0.0} MB";
}

/// <summary>A file as a page shows it.</summary>
internal sealed record ShownFile(string Address, string Name, FileType Type, long Bytes);
