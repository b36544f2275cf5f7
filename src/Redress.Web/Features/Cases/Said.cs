using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>What somebody wrote, as they wrote it. What is long begins here and is read in full by opening it.</summary>
/// <param name="L">The texts.</param>
/// <param name="Words">What they wrote.</param>
/// <param name="Whole">Up to how many characters it is shown whole.</param>
internal sealed record Said(IStringLocalizer<Text> L, string? Words, int Whole = 1_200) : Component
{
    internal override void Write(Markup markup)
    {
        if (Words is null || Words.Length <= Whole)
        {
            Paragraph(markup, Words);
            return;
        }

        Paragraph(markup, string.Concat(Words.AsSpan(0, BeginningOf(Words)), "…"));
        markup.Raw("<details class=\"govuk-details\"><summary class=\"govuk-details__summary\">");
        markup.Raw("<span class=\"govuk-details__summary-text\">");
        markup.Text(L["said.all"]);
        markup.Raw("</span></summary><div class=\"govuk-details__text\">");
        Paragraph(markup, Words);
        markup.Raw("</div></details>");
    }

    private static void Paragraph(Markup markup, string? words)
    {
        markup.Raw("<p class=\"app-said\" dir=\"auto\">");
        markup.Text(words);
        markup.Raw("</p>");
    }

    /// <summary>Never half a character.</summary>
    private int BeginningOf(string words) => char.IsHighSurrogate(words[(Whole / 2) - 1]) ? (Whole / 2) - 1 : Whole / 2;
}
