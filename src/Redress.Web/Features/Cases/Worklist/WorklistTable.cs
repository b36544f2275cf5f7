using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Worklist;

/// <summary>Rows of work. On a narrow screen each row is a card, whose cells say what they are.</summary>
internal sealed record WorklistTable(
    IStringLocalizer<Text> L,
    IReadOnlyList<WorklistRow> Rows,
    StaffDirectory Staff,
    Rules Rules,
    DateOnly Today,
    bool ShowOwner,
    bool MayGive
) : Component
{
    private string[] Headings =>
        ShowOwner
            ? ["worklist.due", "worklist.case", "worklist.next", "worklist.owner"]
            : ["worklist.due", "worklist.case", "worklist.next"];

    internal override void Write(Markup markup)
    {
        markup.Raw(
            "<table class=\"govuk-table app-worklist\"><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
        );
        foreach (var key in Headings)
        {
            markup.Raw("<th scope=\"col\" class=\"govuk-table__header\">");
            markup.Text(L[key]);
            markup.Raw("</th>");
        }

        markup.Raw("</tr></thead><tbody class=\"govuk-table__body\">");
        foreach (var row in Rows)
        {
            Write(markup, row);
        }

        markup.Raw("</tbody></table>");
    }

    private void Write(Markup markup, WorklistRow row)
    {
        markup.Raw("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell app-worklist__due\">");
        WriteDue(markup, row);
        markup.Raw("</td><td class=\"govuk-table__cell app-worklist__case\">");
        if (MayGive)
        {
            markup.Raw("<input type=\"checkbox\" class=\"app-tick\" name=\"case\" value=\"");
            markup.Text(row.Reference);
            markup.Raw("\" aria-label=\"");
            markup.Text(L["worklist.tick", row.Reference]);
            markup.Raw("\">");
        }

        markup.Raw("<a class=\"govuk-link\" href=\"");
        markup.Text(CaseLinks.To(row.Reference));
        markup.Raw("\">");
        markup.Text(row.Reference);
        markup.Raw("</a> <bdi>");
        markup.Text(row.Complainant ?? "");
        markup.Raw("</bdi>");
        WriteNew(markup, row);
        markup.Raw("<span class=\"app-worklist__summary\" dir=\"auto\">");
        markup.Text(row.Summary ?? "");
        markup.Raw("</span></td><td class=\"govuk-table__cell\">");
        markup.Text(NextStep(row));
        markup.Raw("<span class=\"app-worklist__stage\">");
        markup.Text(row.Stage > 0 ? L["case.stage", row.Stage] : L.Word(row.Kind));
        markup.Raw("</span></td>");
        if (ShowOwner)
        {
            markup.Raw("<td class=\"govuk-table__cell\"><bdi>");
            markup.Text(row.OwnerId is { } owner ? Staff.NameOf(owner) : L["case.no_owner"]);
            markup.Raw("</bdi></td>");
        }

        markup.Raw("</tr>");
    }

    private void WriteNew(Markup markup, WorklistRow row)
    {
        if (row.NewMessages > 0)
        {
            markup.Raw(" ");
            new Tag { Content = L["worklist.new_message"].Value, Classes = "govuk-tag--yellow" }.Write(markup);
        }
    }

    private void WriteDue(Markup markup, WorklistRow row)
    {
        if (row.NextDueOn is not { } due)
        {
            markup.Text(L["worklist.nothing_due"]);
            return;
        }

        var near = DueWords.Of(L, Rules.Calendar(row.CalendarId, row.CalendarEdition), Today, due);
        markup.Raw("<strong class=\"app-due app-due--");
        markup.Raw(near.How.Class());
        markup.Raw("\">");
        markup.Text(near.Words);
        markup.Raw("</strong><span class=\"app-worklist__date\">");
        markup.Text(Dates.Short(due));
        markup.Raw("</span>");
    }

    private string NextStep(WorklistRow row) =>
        row switch
        {
            { OwnerId: null } => L.Word(Step.Assign),
            { Status: CaseStatus.Answered } => L.Word(Step.AwaitResident),
            { NextDuty: { } duty } => L.Word(Core.Cases.NextStep.Meeting(duty)),
            _ => L.Word(Step.Respond),
        };
}
