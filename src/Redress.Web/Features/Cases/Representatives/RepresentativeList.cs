using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>Those who act for somebody in a case, in words.</summary>
internal static class RepresentativeList
{
    /// <summary>To be chosen from.</summary>
    public static IReadOnlyList<SelectListItem> Of(
        CaseView view,
        IEnumerable<Representative> those,
        IStringLocalizer<Text> text
    ) =>
        [
            .. those.Select(one => new SelectListItem(
                text["representative.choose", view.NameIn(one.Person, text), text.Word(one.Kind)],
                one.Person
            )),
        ];

    /// <summary>Whether somebody may act today, and until when.</summary>
    public static string Standing(this Representative one, DateOnly today, IStringLocalizer<Text> text) =>
        (one.Authority, one.MayAct(today)) switch
        {
            ({ Until: { } until }, true) => text["representative.may_act.until", Dates.Long(until)],
            (_, true) => text["representative.may_act"],
            (null, _) => text["representative.no_authority"],
            ({ EndedOn: { } ended }, _) => text["representative.ended", Dates.Long(ended)],
            ({ Until: { } until }, _) => text["representative.expired", Dates.Long(until)],
            _ => text["representative.no_authority"],
        };
}
