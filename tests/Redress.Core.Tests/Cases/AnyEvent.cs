using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

/// <summary>Events of every type with arbitrary contents, words stored, for properties that must hold for all of them.</summary>
internal static class AnyEvent
{
    public static readonly IReadOnlyList<Type> Types =
    [
        .. typeof(CaseEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract),
    ];

    public static Arbitrary<CaseEvent> Arbitrary() => Gen.OneOf(Types.Select(Of)).ToArbitrary();

    public static Gen<CaseEvent> Of(Type type)
    {
        var constructor = type.GetConstructors().Single(constructor => constructor.GetParameters().Length > 0);
        var values = constructor.GetParameters().Select(parameter => Value(parameter.ParameterType));
        return Gen.CollectToArray(values).Select(all => (CaseEvent)constructor.Invoke(all));
    }

    private static ReceivedFile File(int number) =>
        new(FileType.Jpeg, number * 3_000_000_000L, Words.Stored($"f{number}", "ab"), Words.Stored($"n{number}", "cd"));

    private static Gen<object?> Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Gen.OneOf(Gen.Constant<object?>(null), Value(inner));
        }

        if (type.IsEnum)
        {
            return Gen.Elements<object?>([.. Enum.GetValues(type).Cast<object?>()]);
        }

        return type switch
        {
            _ when type == typeof(string) => Gen.Elements<object?>(
                "",
                "amira@example.org",
                "Ōtautahi \"quoted\" <b>\u2028"
            ),
            _ when type == typeof(IReadOnlyList<ReceivedFile>) => Gen.OneOf(
                Gen.Constant<object?>(null),
                Gen.Choose(1, 3).Select(count => (object?)Enumerable.Range(1, count).Select(File).ToList())
            ),
            _ when type == typeof(Never) => Gen.Elements<object?>(
                new Never(),
                new Never(Phone: true, Voicemail: true, Post: true),
                new Never(Email: true, Visit: true)
            ),
            _ when type == typeof(ClosedWays) => Gen.Elements<object?>(
                new ClosedWays(),
                new ClosedWays(Phone: true, InPerson: true),
                new ClosedWays(Email: true, Post: true)
            ),
            _ when type == typeof(IReadOnlyList<LetterCopy>) => Gen.OneOf(
                Gen.Constant<object?>(null),
                Gen.Choose(1, 3)
                    .Select(count =>
                        (object?)
                            Enumerable
                                .Range(1, count)
                                .Select(one => new LetterCopy($"p{one}", one == 1 ? Channel.Email : Channel.Letter))
                                .ToList()
                    )
            ),
            _ when type == typeof(IReadOnlyList<Words>) => Gen.Choose(0, 3)
                .Select(count =>
                    (object?)Enumerable.Range(1, count).Select(one => Words.Stored($"e{one}", "ef")).ToList()
                ),
            _ when type == typeof(int) => Gen.Choose(0, int.MaxValue).Select(number => (object?)number),
            _ when type == typeof(decimal) => Gen.Choose(1, 100_000_000).Select(pence => (object?)(pence / 100m)),
            _ when type == typeof(bool) => Gen.Elements<object?>(true, false),
            _ when type == typeof(DateOnly) => Gen.Choose(0, DateOnly.MaxValue.DayNumber)
                .Select(day => (object?)DateOnly.FromDayNumber(day)),
            _ when type == typeof(TimeOnly) => Gen.Choose(0, 86_399)
                .Select(second => (object?)new TimeOnly(second * TimeSpan.TicksPerSecond)),
            _ when type == typeof(CaseEvent) => Gen.OneOf(
                Gen.Constant<object?>(null),
                Of(typeof(Responded)).Select(means => (object?)means),
                Of(typeof(Extended)).Select(means => (object?)means)
            ),
            _ when type == typeof(Words) => Gen.Choose(1, 999)
                .Select(id => (object?)Words.Stored($"w{id}", $"{id:x64}")),
            _ => throw new NotSupportedException($"Say how to make up a {type}."),
        };
    }
}
