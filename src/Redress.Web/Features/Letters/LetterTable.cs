using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Features.Letters;

/// <summary>Letters that have not left: which, whose, since when and why not; with a box each to tick, where that is asked.</summary>
internal sealed record LetterTable(
    IStringLocalizer<Text> L,
    IReadOnlyList<ListedLetter> Letters,
    Func<string, string> NameOf,
    bool Ticks = false
) : Component
{
    /// <summary>The id of the first box to tick.</summary>
    public const string FirstTick = "Letters";

    private static readonly string[] Headings =
    [
        "letters.letter",
        "letters.to",
        "letters.written",
        "letters.owner",
        "letters.trouble",
    ];

    internal override void Write(Markup markup)
    {
        markup.Raw(
            "<table class=\"govuk-table app-duties\"><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
        );
        foreach (var heading in Headings)
        {
            markup.Raw("<th scope=\"col\" class=\"govuk-table__header\">");
            markup.Text(L[heading]);
            markup.Raw("</th>");
        }

        markup.Raw("</tr></thead><tbody class=\"govuk-table__body\">");
        foreach (var letter in Letters)
        {
            Write(markup, letter);
        }

        markup.Raw("</tbody></table>");
    }

    private void Write(Markup markup, ListedLetter one)
    {
        markup.Raw("<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">");
        if (Ticks)
        {
            Tick(markup, one);
        }

        markup.Raw("<a class=\"govuk-link\" href=\"");
        markup.Text(CaseLinks.To(one.Reference, $"letters/{one.Letter.Letter}"));
        markup.Raw("\">");
        markup.Text(L["letters.of_case", L.Word(one.Letter.Kind), one.Reference]);
        markup.Raw("</a></th>");
        Cell(markup, Headings[1], (one.IsToMail ? one.To.Email : null) ?? one.To.Name ?? L["template.resident"].Value);
        Cell(markup, Headings[2], Dates.Short(one.Letter.WrittenOn));
        Cell(markup, Headings[3], one.OwnerId is { } owner ? NameOf(owner) : L["case.no_owner"].Value);
        Cell(markup, Headings[4], Trouble(one));
        markup.Raw("</tr>");
    }

    private void Tick(Markup markup, ListedLetter one)
    {
        markup.Raw("<input type=\"checkbox\" class=\"app-tick\" name=\"Letters\" value=\"");
        markup.Text(one.Key);
        if (one == Letters[0])
        {
            markup.Raw("\" id=\"" + FirstTick);
        }

        markup.Raw("\" aria-label=\"");
        markup.Text(L["letters.tick", L.Word(one.Letter.Kind), one.Reference, one.To.Name ?? ""]);
        markup.Raw("\">");
    }

    private string Trouble(ListedLetter one) =>
        one.Letter.Failure is { } failure ? L.Word(failure)
        : one is { IsToMail: true, Mail: null } ? L["letters.not_queued"].Value
        : one.Mail is { LastError: { } error } mail ? L["letters.tried", mail.Attempts, error].Value
        : one.HasNoAddress ? L["letters.no_address"].Value
        : L[one.IsToMail ? "letters.trouble.mail" : "letters.trouble.print"].Value;

    private void Cell(Markup markup, string heading, string text)
    {
        markup.Raw("<td class=\"govuk-table__cell\" data-is=\"");
        markup.Text(L[heading]);
        markup.Raw("\"><bdi>");
        markup.Text(text);
        markup.Raw("</bdi></td>");
    }
}
