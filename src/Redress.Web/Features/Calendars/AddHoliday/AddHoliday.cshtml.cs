using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Calendars.AddHoliday;

/// <summary>
/// A bank holiday announced late: first what it would move, then the question, then the doing. Looking moves nothing.
/// </summary>
[Needs(Act.AdoptCalendar)]
public sealed class AddHolidayModel(
    CalendarAdoptions adoptions,
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public HolidayForm Form { get; set; } = new();

    /// <summary>The edition the preview was made of. Where another came since, it is made again.</summary>
    [BindProperty]
    public int? Edition { get; set; }

    public WorkingDayCalendar Calendar { get; private set; } = null!;

    /// <summary>What would move; none until somebody asked.</summary>
    public AdoptionPreview? Preview { get; private set; }

    /// <summary>Who may add a holiday need not be allowed to open cases.</summary>
    public bool MayOpenCases => person.May(Act.SeeCase);

    public IActionResult OnGet(string calendar) => Find(calendar) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string calendar, CancellationToken cancel)
    {
        if (!Find(calendar))
        {
            return NotFound();
        }

        return Next() is { } next ? await ShowAsync(next, cancel) : Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string calendar, CancellationToken cancel)
    {
        if (!Find(calendar))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Calendar.HolidayOn(Form.On!.Value) is { } known && known.Name == Form.Name?.Trim())
        {
            // Sent twice, or cut short: whatever is left is done.
            await adoptions.RunAsync(Calendar.Id, Signature());
            return await DoneAsync(cancel);
        }

        if (Next() is not { } next)
        {
            return Page();
        }

        if (Edition != Calendar.Edition || !await TryAddAsync(next, cancel))
        {
            Find(calendar);
            ModelState.AddModelError("", text["holiday.changed"]);
            return await ShowAsync(next, cancel);
        }

        Find(calendar);
        return await DoneAsync(cancel);
    }

    private bool Find(string id)
    {
        var found = rules.Current.NewestCalendars.FirstOrDefault(calendar => calendar.Id == id);
        Calendar = found!;
        return found is not null;
    }

    /// <summary>The edition with the holiday; none where the form says why not.</summary>
    private WorkingDayCalendar? Next()
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        if (LateHoliday.TryAdd(Calendar, Form.On!.Value, Form.Name, out var next, out var refusal))
        {
            return next;
        }

        ModelState.AddModelError(
            $"Form.{HolidayForm.FieldOf(refusal.Value)}",
            text[Refusals.KeyOf(refusal.Value), Calendar.Title, Calendar.First.Year, Calendar.Last.Year]
        );
        return null;
    }

    private async Task<IActionResult> ShowAsync(WorkingDayCalendar next, CancellationToken cancel)
    {
        Edition = Calendar.Edition;
        Preview = await adoptions.PreviewAsync(next, cancel);
        return Page();
    }

    private async Task<bool> TryAddAsync(WorkingDayCalendar next, CancellationToken cancel)
    {
        try
        {
            await adoptions.AddAsync(next, Signature(), cancel);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private async Task<IActionResult> DoneAsync(CancellationToken cancel)
    {
        if (await adoptions.LeftAsync(Calendar.Id, cancel) > 0)
        {
            return Redirect($"/calendar/{Calendar.Id}/adoption");
        }

        TempData["Done"] = text["holiday.done", Form.Name!, Calendar.Edition].Value;
        return Redirect($"/calendar?calendar={Calendar.Id}&year={Form.On!.Value.Year}");
    }

    private Signature Signature() => new(person.Id, time.GetUtcNow().UtcDateTime);
}
