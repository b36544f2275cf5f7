using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Calendars.AdoptCalendar;

/// <summary>How far the open cases have come to the newest edition, and going on where that was cut short.</summary>
[Needs(Act.AdoptCalendar)]
public sealed class AdoptCalendarModel(
    CalendarAdoptions adoptions,
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    public WorkingDayCalendar Calendar { get; private set; } = null!;

    /// <summary>Open cases still counted by an older edition.</summary>
    public int Left { get; private set; }

    public bool IsRunning => adoptions.IsRunning(Calendar.Id);

    /// <summary>What going on would move; none where there is nothing to do, or it is being done.</summary>
    public AdoptionPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string calendar, CancellationToken cancel)
    {
        if (!await FindAsync(calendar, cancel))
        {
            return NotFound();
        }

        Preview = Left > 0 && !IsRunning ? await adoptions.PreviewAsync(Calendar, cancel) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string calendar, CancellationToken cancel)
    {
        if (!await FindAsync(calendar, cancel))
        {
            return NotFound();
        }

        await adoptions.RunAsync(Calendar.Id, new Signature(person.Id, time.GetUtcNow().UtcDateTime));
        if (await adoptions.LeftAsync(Calendar.Id, cancel) > 0)
        {
            return Redirect($"/calendar/{Calendar.Id}/adoption");
        }

        TempData["Done"] = text["adoption.all", Calendar.Edition].Value;
        return Redirect($"/calendar?calendar={Calendar.Id}");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancel)
    {
        var found = rules.Current.NewestCalendars.FirstOrDefault(calendar => calendar.Id == id);
        Calendar = found!;
        Left = found is null ? 0 : await adoptions.LeftAsync(id, cancel);
        return found is not null;
    }
}
