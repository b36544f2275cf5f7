using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Calendars;

/// <summary>
/// A landlord on Saturday 10 September 2022, when the bank holiday of Monday 19 September was announced: its calendar does
/// not have that day, and there are complaints on every side of it.
/// </summary>
internal sealed class LateHolidayLandlord : IAsyncDisposable
{
    public static readonly DateOnly Fri26Aug = new(2022, 8, 26);
    public static readonly DateOnly Thu8Sep = new(2022, 9, 8);
    public static readonly DateOnly Fri9Sep = new(2022, 9, 9);
    public static readonly DateOnly Sat10Sep = new(2022, 9, 10);
    public static readonly DateOnly Mon19Sep = new(2022, 9, 19);
    public static readonly DateOnly Tue20Sep = new(2022, 9, 20);

    public const string Funeral = "State Funeral of Queen Elizabeth II";

    /// <summary>England and Wales as it stood before the announcement, as the newest edition.</summary>
    public static readonly WorkingDayCalendar Before = Without(ShippedCalendars.Get("england-and-wales"), Mon19Sep);

    private LateHolidayLandlord(RedressHost host) => Host = host;

    public RedressHost Host { get; }

    public static async Task<LateHolidayLandlord> OpenAsync(TestDatabases databases, Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return await AtAsync(host);
    }

    /// <summary>The landlord at an application that is running: from now on it counts by the calendar of before.</summary>
    public static async Task<LateHolidayLandlord> AtAsync(RedressHost host)
    {
        var then = new Signature("redress", new DateTime(2022, 1, 4, 9, 0, 0, DateTimeKind.Utc));
        var calendars = host.Services.GetRequiredService<CalendarStore>();
        await calendars.AddAsync(Before, then, TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<RulesStore>().ReadAsync(TestContext.Current.CancellationToken);
        return new(host);
    }

    /// <summary>A complaint received and logged on a day, and whatever happened to it until now.</summary>
    public async Task<string> ComplaintAsync(DateOnly receivedOn, params CaseEvent[] events)
    {
        Host.Clock.GoTo(receivedOn);
        var desk = Desk();
        var file = desk.NewFile();
        var logged = Logging.Decide(
            new LoggingRequest(
                CaseKind.Complaint,
                CaseReference.Of(Guid.NewGuid().ToByteArray().AsSpan(0, 5)),
                receivedOn,
                Channel.Email,
                "No hot water",
                "amira"
            )
            {
                Category = "Repairs",
                Definition = "No hot water since Monday.",
                OutcomeSought = "Hot water.",
            },
            desk.Rules,
            desk.Today
        );
        await desk.RecordAsync(file, logged.Events, cancel: TestContext.Current.CancellationToken);
        foreach (var happened in events)
        {
            Host.Clock.GoTo(happened.On);
            await Desk().RecordAsync(file, [happened], cancel: TestContext.Current.CancellationToken);
        }

        return file.Case.Reference;
    }

    public async Task<CaseFile> FileAsync(string reference) =>
        (await Desk().FindAsync(reference, Purpose.Show, TestContext.Current.CancellationToken))!;

    public CaseDesk Desk() =>
        new(
            Host.Services.GetRequiredService<Database>().NewContext(),
            Host.Services.GetRequiredService<CaseQueries>(),
            Host.Services.GetRequiredService<WriteGate>(),
            Host.Services.GetRequiredService<RulesStore>(),
            Host.Services.GetRequiredService<Outbox>(),
            Host.Services.GetRequiredService<StaffOutbox>(),
            Host.Services.GetRequiredService<PeopleSaving>(),
            Host.Services.GetRequiredService<Erasing>(),
            Host.Services.GetRequiredService<Readings>(),
            new CurrentPerson("amira", "Amira", new HashSet<Role> { Role.ComplaintsLead }),
            Host.Clock
        );

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static WorkingDayCalendar Without(WorkingDayCalendar c, DateOnly day) =>
        new(c.Id, c.Title, c.Edition + 1, c.First, c.Last, c.Source, c.Holidays.Where(holiday => holiday.On != day));
}
