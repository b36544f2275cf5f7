using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>Until when somebody is away and who covers, as every list and every refusal says it.</summary>
internal static class AwayWords
{
    /// <summary>As in "away until 3 May 2025, cover: Ben Okafor".</summary>
    public static string Of(IStringLocalizer<Text> text, StaffDirectory staff, Away away)
    {
        var until = Until(text, away);
        return away.Cover is { } cover ? text["away.with_cover", until, staff.NameOf(cover)] : until;
    }

    /// <summary>The same without who covers.</summary>
    public static string Until(IStringLocalizer<Text> text, Away away) =>
        away.Until is { } until ? text["away.until", Dates.Short(until)] : text["away.open"];

    /// <summary>Somebody to give a case to, if they are not away.</summary>
    public static SelectListItem Pick(IStringLocalizer<Text> text, StaffDirectory staff, StaffMember one) =>
        staff.AwayToday(one.Id) is { } away
            ? new SelectListItem(text["away.pick", one.Name, Of(text, staff, away)], one.Id) { Disabled = true }
            : new SelectListItem(one.Name, one.Id);
}
