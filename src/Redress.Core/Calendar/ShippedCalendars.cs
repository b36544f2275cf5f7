namespace Redress.Core.Calendar;

/// <summary>The calendars that come with the product, one for each nation, read once from the files in <c>calendars/</c>.</summary>
public static class ShippedCalendars
{
    /// <summary>Every calendar, in order of id.</summary>
    public static IReadOnlyList<WorkingDayCalendar> All { get; } =
    [.. Read().OrderBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>The calendar with an id, for example <c>england-and-wales</c>; none where there is no such one.</summary>
    public static WorkingDayCalendar? Find(string id) => All.FirstOrDefault(calendar => calendar.Id == id);

    /// <summary>The calendar with an id known to be there.</summary>
    /// <exception cref="KeyNotFoundException">There is no such calendar.</exception>
    public static WorkingDayCalendar Get(string id) =>
        Find(id)
        ?? throw new KeyNotFoundException(
            $"There is no calendar \"{id}\". There are {string.Join(", ", All.Select(calendar => calendar.Id))}."
        );

    private static IEnumerable<WorkingDayCalendar> Read()
    {
        var assembly = typeof(ShippedCalendars).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("calendars/", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return CalendarFile.TryParse(reader.ReadToEnd(), out var calendar, out var error)
                ? calendar
                : throw new InvalidDataException($"{name}: {error}");
        }
    }
}
