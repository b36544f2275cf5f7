using System.Text.Json;
using System.Text.Json.Nodes;
using Redress.Core.Cases;
using Redress.Core.History;

namespace Redress.Core.Tests.Cases;

/// <summary>
/// Histories as earlier releases wrote them, with the state they came to then. They must be read for ever, so the files
/// in <c>golden</c> are added to and never changed.
/// </summary>
public class GoldenHistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "golden");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_golden_history_still_comes_to_the_state_it_came_to_then(string file)
    {
        var golden = Read(file);

        var folded = Case.Fold((string)golden["id"]!, Rows(golden).Select(row => row.Recorded));

        var now = JsonNode.Parse(Snapshot.Of(folded))!;
        Assert.Empty(Differences(golden["state"]!, now, "state"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_golden_history_still_has_the_hashes_it_had_then(string file)
    {
        var golden = Read(file);
        string? previous = null;

        foreach (var (row, (sequence, happened, at, who, behalf)) in Rows(golden))
        {
            var (name, version, data) = ((string)row["event"]!, (int)row["version"]!, (string)row["data"]!);
            previous = HistoryHash.Of(
                previous,
                "case",
                (string)golden["id"]!,
                sequence,
                name,
                version,
                data,
                happened.On,
                at,
                who,
                behalf
            );

            Assert.Equal((string)row["hash"]!, previous);
        }
    }

    [Fact]
    public void Between_them_the_golden_histories_hold_every_event()
    {
        var held = Directory
            .GetFiles(Folder, "*.json")
            .SelectMany(file => Rows(Read(file)))
            .Select(row => (string)row.Json["event"]!);

        Assert.Empty(CaseEventJson.Names.Except(held));
    }

    private static JsonObject Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();

    private static IEnumerable<(JsonObject Json, RecordedEvent Recorded)> Rows(JsonObject golden) =>
        golden["history"]!
            .AsArray()
            .Select(node => node!.AsObject())
            .Select(row =>
                (
                    row,
                    new RecordedEvent(
                        (int)row["sequence"]!,
                        CaseEventJson.Read((string)row["event"]!, (int)row["version"]!, (string)row["data"]!),
                        row["recorded_at"]!.Deserialize<DateTime>(),
                        (string)row["who"]!,
                        (string?)row["on_behalf_of"]
                    )
                )
            );

    /// <summary>Where what is now differs from what was then. A case may have learnt to say more since.</summary>
    private static IEnumerable<string> Differences(JsonNode? then, JsonNode? now, string path) =>
        (then, now) switch
        {
            (JsonObject was, JsonObject isNow) => was.SelectMany(member =>
                Differences(member.Value, isNow[member.Key], $"{path}.{member.Key}")
            ),
            (JsonArray was, JsonArray isNow) when was.Count == isNow.Count => was.SelectMany(
                (member, index) => Differences(member, isNow[index], $"{path}[{index}]")
            ),
            _ => JsonNode.DeepEquals(then, now) ? [] : [$"{path} was {then?.ToJsonString()}, is {now?.ToJsonString()}"],
        };
}
