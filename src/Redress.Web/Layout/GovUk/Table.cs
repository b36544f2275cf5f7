using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Layout.GovUk;

public sealed record Cell
{
    public Content Content { get; init; }

    /// <summary><c>numeric</c> sets the cell to the end, in figures of one width.</summary>
    public string? Format { get; init; }

    public string? Classes { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    public IReadOnlyList<TagHelperAttribute>? Attributes { get; init; }

    public static implicit operator Cell(string? text) => new() { Content = text };

    internal void Write(Markup markup, string open, string block, string close, bool formatted = true)
    {
        markup.Raw(open);
        markup.Raw(block);
        if (formatted && !string.IsNullOrEmpty(Format))
        {
            markup.Raw(" ");
            markup.Raw(block);
            markup.Raw("--");
            markup.Text(Format);
        }

        markup.Classes(Classes);
        markup.Attribute("colspan", Colspan);
        markup.Attribute("rowspan", Rowspan);
        markup.Attributes(Attributes);
        markup.Raw(">");
        markup.Content(Content);
        markup.Raw(close);
    }
}

public sealed record Table : Component
{
    public string? Caption { get; init; }

    public string? CaptionClasses { get; init; }

    public IReadOnlyList<Cell>? Head { get; init; }

    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; } = [];

    public bool FirstCellIsHeader { get; init; }

    internal override void Write(Markup markup)
    {
        markup.Raw("<table class=\"govuk-table");
        markup.Classes(Classes);
        markup.Attributes(Attributes);
        markup.Raw(">");
        if (!string.IsNullOrEmpty(Caption))
        {
            markup.Raw("<caption class=\"govuk-table__caption");
            markup.Classes(CaptionClasses);
            markup.Raw(">");
            markup.Text(Caption);
            markup.Raw("</caption>");
        }

        if (Head is not null)
        {
            markup.Raw("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
            foreach (var cell in Head)
            {
                cell.Write(markup, "<th scope=\"col\" class=\"", "govuk-table__header", "</th>");
            }

            markup.Raw("</tr></thead>");
        }

        markup.Raw("<tbody class=\"govuk-table__body\">");
        foreach (var row in Rows)
        {
            WriteRow(markup, row);
        }

        markup.Raw("</tbody></table>");
    }

    private void WriteRow(Markup markup, IReadOnlyList<Cell> row)
    {
        markup.Raw("<tr class=\"govuk-table__row\">");
        for (var i = 0; i < row.Count; i++)
        {
            if (i == 0 && FirstCellIsHeader)
            {
                row[i].Write(markup, "<th scope=\"row\" class=\"", "govuk-table__header", "</th>", formatted: false);
            }
            else
            {
                row[i].Write(markup, "<td class=\"", "govuk-table__cell", "</td>");
            }
        }

        markup.Raw("</tr>");
    }
}
