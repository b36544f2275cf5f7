using System.Collections.Frozen;

namespace Redress.Core.Calendar;

/// <summary>A bank holiday: a day that is not a working day although it falls on Monday to Friday.</summary>
/// <param name="On">The day itself: the substitute day where there is one.</param>
/// <param name="Name">As the official list names it.</param>
/// <param name="Unverified">True when the date could not be confirmed against an official list.</param>
public sealed record Holiday(DateOnly On, string Name, bool Unverified = false);

/// <summary>A day that a count of working days passed over.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">"Saturday", "Sunday", the holiday's name, or "Closure" for a landlord's own closure day.</param>
public sealed record SkippedDay(DateOnly Date, string Why);

/// <summary>
/// Which days are working days in one nation of the United Kingdom: Monday to Friday, less its bank holidays. It is a
/// numbered edition that covers whole years; days outside them are refused, never guessed. It does not change: a
/// holiday announced later makes the next edition.
/// </summary>
/// <remarks>
/// The day of an event is day 0 and the next working day is day 1. Adding and counting look up running totals made once,
/// so both take the same short time whatever the distance.
/// </remarks>
public sealed class WorkingDayCalendar
{
    private readonly FrozenDictionary<DateOnly, Holiday> holidayOn;
    private readonly FrozenSet<DateOnly> closures;

    // For each day from First: how many working days there are from First up to and including it.
    private readonly int[] workingDaysUpTo;

    // The working days in order.
    private readonly DateOnly[] workingDays;

    /// <summary>Makes a calendar from its parts.</summary>
    /// <param name="id">Short lower-case name, for example <c>england-and-wales</c>.</param>
    /// <param name="title">What people call it, for example "England and Wales".</param>
    /// <param name="edition">1 or more.</param>
    /// <param name="first">First day covered, included.</param>
    /// <param name="last">Last day covered, included.</param>
    /// <param name="source">Where the dates come from.</param>
    /// <param name="holidays">Each on a day of its own, within the days covered; in any order.</param>
    public WorkingDayCalendar(
        string id,
        string title,
        int edition,
        DateOnly first,
        DateOnly last,
        string source,
        IEnumerable<Holiday> holidays
    )
        : this(id, title, edition, first, last, source, holidays, []) { }

    private WorkingDayCalendar(
        string id,
        string title,
        int edition,
        DateOnly first,
        DateOnly last,
        string source,
        IEnumerable<Holiday> holidays,
        FrozenSet<DateOnly> closures
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(edition, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);

        Id = id;
        Title = title;
        Edition = edition;
        First = first;
        Last = last;
        Source = source;
        Holidays = [.. holidays.OrderBy(holiday => holiday.On)];
        holidayOn = Holidays.ToFrozenDictionary(holiday => holiday.On);
        this.closures = closures;
        if (Holidays.FirstOrDefault(holiday => !Covers(holiday.On)) is { } outside)
        {
            throw new ArgumentException($"{outside.Name} falls outside the days covered.", nameof(holidays));
        }

        workingDaysUpTo = new int[last.DayNumber - first.DayNumber + 1];
        var working = new List<DateOnly>(workingDaysUpTo.Length);
        for (var i = 0; i < workingDaysUpTo.Length; i++)
        {
            if (WhyNotWorking(first.AddDays(i)) is null)
            {
                working.Add(first.AddDays(i));
            }

            workingDaysUpTo[i] = working.Count;
        }

        workingDays = [.. working];
    }

    /// <summary>Short lower-case name, for example <c>england-and-wales</c>.</summary>
    public string Id { get; }

    /// <summary>What people call it, for example "England and Wales".</summary>
    public string Title { get; }

    /// <summary>Which issue of the calendar this is, from 1.</summary>
    public int Edition { get; }

    /// <summary>First day covered, included.</summary>
    public DateOnly First { get; }

    /// <summary>Last day covered, included.</summary>
    public DateOnly Last { get; }

    /// <summary>Where the dates come from.</summary>
    public string Source { get; }

    /// <summary>The bank holidays, in order of date.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>Whether the calendar knows about a day; both its first and its last day included.</summary>
    public bool Covers(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether a day is Monday to Friday and neither a bank holiday nor a closure day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover the day.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        var upTo = UpTo(day);
        return upTo > 0 && workingDays[upTo - 1] == day;
    }

    /// <summary>The bank holiday on a day, if there is one.</summary>
    public Holiday? HolidayOn(DateOnly day) => holidayOn.GetValueOrDefault(day);

    /// <summary>
    /// The last day on which something with so many working days is in time. False when the start or the answer is
    /// outside the days covered.
    /// </summary>
    /// <param name="from">Day 0, not counted; it need not be a working day.</param>
    /// <param name="count">How many working days: 1 or more.</param>
    /// <param name="due">Working day number <paramref name="count"/> after <paramref name="from"/>.</param>
    public bool TryAdd(DateOnly from, int count, out DateOnly due)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        due = default;
        if (!Covers(from) || count > workingDays.Length - UpTo(from))
        {
            return false;
        }

        due = workingDays[UpTo(from) + count - 1];
        return true;
    }

    /// <summary>
    /// How many working days there are after <paramref name="from"/>, up to and including <paramref name="to"/>; negative
    /// where <paramref name="to"/> comes first: minus those after it, up to and including <paramref name="from"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover both days.</exception>
    public int Count(DateOnly from, DateOnly to) => UpTo(to) - UpTo(from);

    /// <summary>
    /// The days after <paramref name="from"/>, up to and including <paramref name="to"/>, that are not working days, each
    /// with why. Empty where <paramref name="to"/> comes first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover both days.</exception>
    public IReadOnlyList<SkippedDay> Skipped(DateOnly from, DateOnly to)
    {
        EnsureCovers(from);
        EnsureCovers(to);
        var skipped = new List<SkippedDay>();
        for (var day = from; day < to; )
        {
            day = day.AddDays(1);
            if (WhyNotWorking(day) is { } why)
            {
                skipped.Add(new SkippedDay(day, why));
            }
        }

        return skipped;
    }

    /// <summary>The next edition: this one and a holiday announced since.</summary>
    public WorkingDayCalendar WithHoliday(Holiday added) =>
        new(Id, Title, Edition + 1, First, Last, Source, [.. Holidays, added], closures);

    /// <summary>Whether this edition says all that another does: it covers its days and has each of its holidays.</summary>
    public bool Includes(WorkingDayCalendar other) =>
        First <= other.First && other.Last <= Last && !other.Holidays.Except(Holidays).Any();

    /// <summary>
    /// The next edition: all that <paramref name="other"/> says, and the holidays that only this one has. Its number is
    /// higher than that of this one, and no lower than that of the other.
    /// </summary>
    public WorkingDayCalendar With(WorkingDayCalendar other) =>
        new(
            Id,
            other.Title,
            Math.Max(Edition + 1, other.Edition),
            First < other.First ? First : other.First,
            Last > other.Last ? Last : other.Last,
            other.Source,
            [.. other.Holidays, .. Holidays.Where(holiday => other.HolidayOn(holiday.On) is null)],
            closures
        );

    /// <summary>
    /// The same edition with a landlord's own closure days left out as well. Only for a landlord's own targets: a limit of
    /// the Code or of statute never stops for them (ruling 1). Days not covered change nothing.
    /// </summary>
    public WorkingDayCalendar WithClosures(IEnumerable<DateOnly> closures) =>
        new(Id, Title, Edition, First, Last, Source, Holidays, this.closures.Union(closures).ToFrozenSet());

    private string? WhyNotWorking(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return day.DayOfWeek.ToString();
        }

        return HolidayOn(day)?.Name ?? (closures.Contains(day) ? "Closure" : null);
    }

    private int UpTo(DateOnly day)
    {
        EnsureCovers(day);
        return workingDaysUpTo[day.DayNumber - First.DayNumber];
    }

    private void EnsureCovers(DateOnly day)
    {
        if (!Covers(day))
        {
            throw new ArgumentOutOfRangeException(
                nameof(day),
                $"{Dates.Short(day)} is outside the {Title} calendar, edition {Edition}, which covers {Dates.Short(First)} to {Dates.Short(Last)}."
            );
        }
    }
}
