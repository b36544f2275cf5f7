using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Calendars.AddHoliday;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Calendars;

/// <summary>A calendar in its newest edition.</summary>
internal sealed record CalendarAnswer(
    string Id,
    string Title,
    int Edition,
    DateOnly First,
    DateOnly Last,
    string Source,
    IReadOnlyList<Holiday> Holidays
)
{
    public static CalendarAnswer Of(WorkingDayCalendar c) =>
        new(c.Id, c.Title, c.Edition, c.First, c.Last, c.Source, c.Holidays);
}

/// <summary>How far open cases have come to the newest edition.</summary>
/// <param name="Calendar">The calendar's id.</param>
/// <param name="Edition">Its newest edition.</param>
/// <param name="Left">Open cases still counted by an older one.</param>
internal sealed record AdoptionAnswer(string Calendar, int Edition, int Left);

/// <summary>Calendars, and bank holidays announced late, for programs.</summary>
internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var calendars = api.MapGroup("/calendars").WithTags("Calendars");
        calendars
            .MapGet("", (RulesStore rules) => rules.Current.NewestCalendars.Select(CalendarAnswer.Of))
            .WithMetadata(new NeedsAttribute(Act.SeeRules))
            .WithSummary("Every calendar in its newest edition.");
        calendars
            .MapGet("/{calendar}", Show)
            .Produces<CalendarAnswer>()
            .WithMetadata(new NeedsAttribute(Act.SeeRules))
            .WithSummary("One calendar in its newest edition.");
        calendars
            .MapPost("/{calendar}/holidays/preview", PreviewAsync)
            .Accepts<HolidayForm>("application/json")
            .Produces<AdoptionPreview>()
            .WithMetadata(new NeedsAttribute(Act.AdoptCalendar), new RefusesWith(typeof(CannotAddHoliday)))
            .WithSummary("What a bank holiday announced late would move. Nothing changes.");
        calendars
            .MapPost("/{calendar}/holidays", AddAsync)
            .Accepts<HolidayForm>("application/json")
            .Produces<AdoptionAnswer>(StatusCodes.Status201Created)
            .WithMetadata(new NeedsAttribute(Act.AdoptCalendar), new RefusesWith(typeof(CannotAddHoliday)))
            .WithSummary(
                "Add a bank holiday announced late and move open clocks. Sent again, it finishes what is left."
            );
    }

    private static IResult Show(string calendar, RulesStore rules) =>
        Find(rules, calendar) is { } found ? Results.Ok(CalendarAnswer.Of(found)) : Problems.NotFound();

    private static async Task<IResult> PreviewAsync(
        string calendar,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CalendarAdoptions adoptions,
        RulesStore rules,
        CancellationToken cancel
    ) =>
        Find(rules, calendar) is not { } found
            ? Problems.NotFound()
            : await request.DoAsync<HolidayForm>(
                http,
                desk,
                async form =>
                    LateHoliday.TryAdd(found, form.On!.Value, form.Name, out var next, out var refusal)
                        ? Results.Ok(await adoptions.PreviewAsync(next, cancel))
                        : Refused(refusal.Value, found, http),
                cancel
            );

    /// <summary>The same day under the same name, sent again, moves what is left to move and gets the same answer.</summary>
    private static async Task<IResult> AddAsync(
        string calendar,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CalendarAdoptions adoptions,
        RulesStore rules,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (Find(rules, calendar) is not { } found)
        {
            return Problems.NotFound();
        }

        var signature = new Signature(desk.Person.Id, time.GetUtcNow().UtcDateTime);
        return await request.DoAsync<HolidayForm>(
            http,
            desk,
            async form =>
            {
                if (found.HolidayOn(form.On!.Value) is { } known && known.Name == form.Name?.Trim())
                {
                    await adoptions.RunAsync(calendar, signature);
                }
                else if (LateHoliday.TryAdd(found, form.On!.Value, form.Name, out var next, out var refusal))
                {
                    await adoptions.AddAsync(next, signature, cancel);
                }
                else
                {
                    return Refused(refusal.Value, found, http);
                }

                var newest = rules.Current.NewestEdition(calendar);
                var left = await adoptions.LeftAsync(calendar, cancel);
                return Results.Created($"/api/v1/calendars/{calendar}", new AdoptionAnswer(calendar, newest, left));
            },
            cancel
        );
    }

    private static WorkingDayCalendar? Find(RulesStore rules, string calendar) =>
        rules.Current.NewestCalendars.FirstOrDefault(newest => newest.Id == calendar);

    private static IResult Refused(CannotAddHoliday refusal, WorkingDayCalendar calendar, HttpContext http)
    {
        var text = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        var words = text[Refusals.KeyOf(refusal), calendar.Title, calendar.First.Year, calendar.Last.Year];
        return Problems.Refused(refusal, HolidayForm.FieldOf(refusal), words.Value);
    }
}
