using Redress.Core.History;

namespace Redress.Core.Tests.History;

public class HistoryHashTests
{
    private static readonly DateTime Noon = new(2025, 4, 14, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_form_is_fixed_so_that_other_programs_can_check_it() =>
        Assert.Equal(
            "b38b1adf29ca64edbc74fbf4b3eca51e97b2c4cde65efe002428ea347869d3eb",
            Hash(previous: null, data: """{"on":"2025-04-14"}""", at: Noon.AddTicks(1_234_567))
        );

    [Fact]
    public void Anything_finer_than_a_microsecond_is_ignored() =>
        Assert.Equal(Hash(at: Noon.AddTicks(10)), Hash(at: Noon.AddTicks(19)));

    [Fact]
    public void Every_field_counts()
    {
        string[] hashes =
        [
            Hash(),
            Hash(previous: "ab"),
            Hash(previous: ""),
            Hash(stream: "procedure"),
            Hash(id: "c2"),
            Hash(sequence: 2),
            Hash(name: "filed"),
            Hash(version: 2),
            Hash(data: "{} "),
            Hash(on: new(2025, 4, 15)),
            Hash(at: Noon.AddTicks(10)),
            Hash(who: "ben"),
            Hash(behalf: "ben"),
            Hash(behalf: ""),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Moving_a_letter_from_one_field_to_the_next_changes_the_hash() =>
        Assert.NotEqual(HistoryHash.OfFields(["ab", "c"]), HistoryHash.OfFields(["a", "bc"]));

    [Fact]
    public void An_instant_that_is_not_in_utc_is_refused() =>
        Assert.Throws<ArgumentException>(() => Hash(at: DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified)));

    private static string Hash(
        string? previous = null,
        string stream = "case",
        string id = "c1",
        int sequence = 1,
        string name = "logged",
        int version = 1,
        string data = "{}",
        DateOnly? on = null,
        DateTime? at = null,
        string who = "amira",
        string? behalf = null
    ) =>
        HistoryHash.Of(
            previous,
            stream,
            id,
            sequence,
            name,
            version,
            data,
            on ?? new DateOnly(2025, 4, 14),
            at ?? Noon,
            who,
            behalf
        );
}
