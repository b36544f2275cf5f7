using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>How near a day is, in the words of the worklist: never by colour alone.</summary>
internal readonly record struct DueWords(string Words, DueNess How)
{
    /// <summary>How near a due date is, in working days.</summary>
    public static DueWords Of(IStringLocalizer<Text> text, WorkingDayCalendar calendar, DateOnly today, DateOnly due)
    {
        if (!calendar.Covers(due) || !calendar.Covers(today))
        {
            return new("", due < today ? DueNess.Late : DueNess.Later);
        }

        if (due == today)
        {
            return new(text["due.today"], DueNess.Today);
        }

        if (due < today)
        {
            var late = Math.Max(1, calendar.Count(due, today));
            return new(late == 1 ? text["due.late.one"] : text["due.late", late], DueNess.Late);
        }

        var left = calendar.Count(today, due);
        return left switch
        {
            0 => new(text["due.before_next_working_day"], DueNess.Soon),
            1 => new(text["due.in.one"], DueNess.Soon),
            _ => new(text["due.in", left], left <= DueSpan.SoonWithin ? DueNess.Soon : DueNess.Later),
        };
    }
}

internal enum DueNess
{
    Late,
    Today,
    Soon,
    Later,
}

internal static class DueNesses
{
    /// <summary>The class it is shown in.</summary>
    public static string Class(this DueNess how) =>
        how switch
        {
            DueNess.Late => "late",
            DueNess.Today => "today",
            DueNess.Soon => "soon",
            _ => "later",
        };
}
