using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Search;

/// <summary>Cases that were found. On a narrow screen each row is a card, whose cells say what they are.</summary>
internal sealed record FoundTable(
    IStringLocalizer<Text> L,
    SearchQuery Query,
    IReadOnlyList<FoundCase> Cases,
    StaffDirectory Staff,
    Rules Rules,
    DateOnly Today
) : Component
{
    private static readonly string[] Headings = ["worklist.case", "search.status", "worklist.due", "worklist.owner"];

    internal override void Write(Markup markup)
    {
        markup.Raw(
            "<table class=\"govuk-table app-worklist app-found\"><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
        );
        foreach (var key in Headings)
        {
            markup.Raw("<th scope=\"col\" class=\"govuk-table__header\">");
            markup.Text(L[key]);
            markup.Raw("</th>");
        }

        markup.Raw("</tr></thead><tbody class=\"govuk-table__body\">");
        foreach (var found in Cases)
        {
            markup.Raw("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell app-found__case\">");
            WriteCase(markup, found);
            markup.Raw("</td><td class=\"govuk-table__cell\">");
            WriteStatus(markup, found);
            markup.Raw("</td><td class=\"govuk-table__cell app-worklist__due\">");
            WriteDue(markup, found);
            markup.Raw("</td><td class=\"govuk-table__cell\"><bdi>");
            markup.Text(found.OwnerId is { } owner ? Staff.NameOf(owner) : L["case.no_owner"]);
            markup.Raw("</bdi></td></tr>");
        }

        markup.Raw("</tbody></table>");
    }

    private void WriteCase(Markup markup, FoundCase found)
    {
        markup.Raw("<a class=\"govuk-link\" href=\"");
        markup.Text(CaseLinks.To(found.Reference));
        markup.Raw("\">");
        markup.Text(found.Reference);
        markup.Raw("</a> <bdi>");
        Snippet.Write(markup, Query, found.Complainant);
        markup.Raw("</bdi>");
        WriteSnippet(markup, found.Summary);
        WriteSnippet(markup, found.Elsewhere);
    }

    private void WriteSnippet(Markup markup, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            markup.Raw("<span class=\"app-found__words\" dir=\"auto\">");
            Snippet.Write(markup, Query, text);
            markup.Raw("</span>");
        }
    }

    private void WriteStatus(Markup markup, FoundCase found)
    {
        markup.Text(L.Word(found.Status));
        markup.Raw("<span class=\"app-worklist__stage\">");
        markup.Text(found.Stage > 0 ? L["case.stage", found.Stage] : L.Word(found.Kind));
        markup.Raw("</span>");
    }

    private void WriteDue(Markup markup, FoundCase found)
    {
        if (found.NextDueOn is not { } due)
        {
            markup.Text(L["worklist.nothing_due"]);
            return;
        }

        var near = DueWords.Of(L, Rules.Calendar(found.CalendarId, found.CalendarEdition), Today, due);
        markup.Raw("<strong class=\"app-due app-due--");
        markup.Raw(near.How.Class());
        markup.Raw("\">");
        markup.Text(near.Words);
        markup.Raw("</strong><span class=\"app-worklist__date\">");
        markup.Text(Dates.Short(due));
        markup.Raw("</span>");
    }
}
