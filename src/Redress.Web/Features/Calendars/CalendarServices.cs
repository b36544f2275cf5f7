namespace Redress.Web.Features.Calendars;

public static class CalendarServices
{
    public static IServiceCollection AddRedressCalendars(this IServiceCollection services) =>
        services.AddSingleton<CalendarAdoptions>();
}
