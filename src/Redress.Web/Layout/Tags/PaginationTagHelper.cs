using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>
/// The first page, the last, this one and its neighbours. Nothing where there is one page. <c>href</c> holds <c>{0}</c>
/// where the page's number goes, as in <c>/cases?page={0}</c>.
/// </summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    public string Href { get; set; } = "?page={0}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Pages < 2)
        {
            return;
        }

        var pagination = new Pagination
        {
            LandmarkLabel = text["govuk.pagination"],
            Previous = Page > 1 ? Neighbour(Page - 1, "govuk.pagination.previous") : null,
            Next = Page < Pages ? Neighbour(Page + 1, "govuk.pagination.next") : null,
            Items = [.. Items()],
        };
        output.Content.SetHtmlContent(pagination);
    }

    private IEnumerable<PaginationItem> Items()
    {
        for (var page = 1; page <= Pages; page++)
        {
            if (page == 1 || page == Pages || Math.Abs(page - Page) <= 1)
            {
                yield return new()
                {
                    Number = page.ToString(),
                    Href = Address(page),
                    Current = page == Page,
                    VisuallyHiddenText = text["govuk.pagination.page", page],
                };
            }
            else if (Math.Abs(page - Page) == 2)
            {
                yield return new() { Ellipsis = true };
            }
        }
    }

    // Two words, so that on a narrow screen the second is left to screen readers.
    private PaginationLink Neighbour(int page, string key)
    {
        var title = new HtmlContentBuilder()
            .Append(text[key])
            .AppendHtml("<span class=\"govuk-visually-hidden\"> ")
            .Append(text["govuk.pagination.page_word"])
            .AppendHtml("</span>");
        return new() { Content = new Content(title), Href = Address(page) };
    }

    private string Address(int page) => Href.Replace("{0}", page.ToString(), StringComparison.Ordinal);
}
