using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Show;

/// <summary>Every duty of a case with its verdict, and under each why its dates are what they are.</summary>
internal sealed record DutiesTable(IStringLocalizer<Text> L, IReadOnlyList<DutyClock> Clocks) : Component
{
    internal override void Write(Markup markup)
    {
        markup.Raw(
            "<table class=\"govuk-table app-duties\"><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
        );
        foreach (var key in Headings)
        {
            markup.Raw("<th scope=\"col\" class=\"govuk-table__header\">");
            markup.Text(L[key]);
            markup.Raw("</th>");
        }

        markup.Raw("</tr></thead><tbody class=\"govuk-table__body\">");
        foreach (var clock in Clocks)
        {
            Write(markup, clock);
        }

        markup.Raw("</tbody></table>");
    }

    private static readonly string[] Headings = ["duties.duty", "duties.due", "duties.met", "duties.verdict"];

    private void Write(Markup markup, DutyClock clock)
    {
        markup.Raw("<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">");
        markup.Text(L.Word(clock.Duty));
        if (clock.Stage is > 1)
        {
            markup.Text(L["history.at_stage", clock.Stage]);
        }

        markup.Raw(
            "<details class=\"govuk-details app-why\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"
        );
        markup.Text(L["duties.why"]);
        markup.Raw("</span></summary><div class=\"govuk-details__text\">");
        markup.Text(clock.Explanation);
        markup.Raw("</div></details></th>");
        Cell(markup, L["duties.due"], clock.Due);
        Cell(markup, L["duties.met"], clock.Met);
        markup.Raw("<td class=\"govuk-table__cell\">");
        Standing(clock).Write(markup);
        markup.Raw("</td></tr>");
    }

    private static void Cell(Markup markup, string heading, DateOnly? day)
    {
        markup.Raw("<td class=\"govuk-table__cell\" data-is=\"");
        markup.Text(heading);
        markup.Raw("\">");
        markup.Text(day is { } date ? Dates.Short(date) : "–");
        markup.Raw("</td>");
    }

    /// <summary>A resident is never late: their time has begun, runs or is over.</summary>
    private Tag Standing(DutyClock clock) =>
        clock is { BelongsTo: BelongsTo.Resident, Verdict: Verdict.Overdue }
            ? new()
            {
                Content = L[clock.CountedFrom is null ? "verdict.provisional" : "duties.time_is_over"].Value,
                Classes = "govuk-tag--grey",
            }
            : new() { Content = L.Word(clock.Verdict), Classes = ColourOf(clock.Verdict) };

    private static string ColourOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.InTime => "govuk-tag--green",
            Verdict.InTimeExtended => "govuk-tag--turquoise",
            Verdict.Late or Verdict.Overdue => "govuk-tag--red",
            Verdict.Open => "govuk-tag--blue",
            _ => "govuk-tag--grey",
        };
}
