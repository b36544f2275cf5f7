using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Worklist;

/// <summary>The head of a worklist: each figure is the length of the list that it opens into.</summary>
/// <param name="L">Words.</param>
/// <param name="Figures">Of everything that the list could show.</param>
/// <param name="Shown">What it shows now.</param>
/// <param name="Span">The days that a time stands for today.</param>
/// <param name="Address">Where a list is shown.</param>
internal sealed record FiguresList(
    IStringLocalizer<Text> L,
    WorklistFigures Figures,
    WorklistQuery Shown,
    Func<DueWhen, DueSpan> Span,
    Func<WorklistQuery, string> Address
) : Component
{
    private WorklistQuery Everything => Shown with { Due = null, Stage = null, Status = null, After = null };

    internal override void Write(Markup markup)
    {
        markup.Raw("<nav class=\"app-figures\" aria-label=\"");
        markup.Text(L["figures.title"]);
        markup.Raw("\"><ul class=\"app-figures__list app-figures__list--due\">");
        Write(markup, Everything, Figures.Open, L["figures.all"]);
        foreach (var when in Enum.GetValues<DueWhen>())
        {
            Write(markup, Everything with { Due = when }, Figures.Due(Span(when)), L.Word(when));
        }

        markup.Raw("</ul><ul class=\"app-figures__list\">");
        foreach (var stage in Figures.Stages)
        {
            var words = stage > 0 ? L["case.stage", stage] : L["figures.no_stage"];
            Write(markup, Everything with { Stage = stage }, Figures.At(stage), words);
        }

        foreach (var status in Figures.Statuses)
        {
            Write(markup, Everything with { Status = status }, Figures.In(status), L.Word(status));
        }

        markup.Raw("</ul></nav>");
    }

    private void Write(Markup markup, WorklistQuery opens, int figure, string words)
    {
        var isShown = opens == (Shown with { After = null });
        markup.Raw("<li class=\"app-figures__item\"><a class=\"govuk-link app-figures__link\"");
        markup.Raw(isShown ? " aria-current=\"page\" href=\"" : " href=\"");
        markup.Text(Address(opens));
        markup.Raw("\"><strong class=\"app-figures__figure\">");
        markup.Text(figure.ToString(System.Globalization.CultureInfo.InvariantCulture));
        markup.Raw("</strong> ");
        markup.Text(words);
        markup.Raw("</a></li>");
    }
}
