using System.Text;
using System.Text.Json;

namespace Redress.Web.Tests.Cli;

public sealed class ClockVerbTests : IDisposable
{
    private const string AnsweredLate = """
        {
          "kind": "complaint",
          "events": [
            { "on": "2025-04-14", "event": "received" },
            { "on": "2025-04-15", "event": "acknowledged" },
            { "on": "2025-05-06", "event": "responded" }
          ]
        }
        """;

    private readonly string file = Path.GetTempFileName();

    [Fact]
    public async Task Json_shows_every_duty_with_its_verdict()
    {
        var ran = await RunAsync(AnsweredLate, "--as-at", "2025-06-02", "--json");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("code-2024", ran.Json.GetProperty("procedure").GetString());
        Assert.Equal("2025-06-02", ran.Json.GetProperty("as_at").GetString());
        Assert.Equal("in_time", Duty(ran.Json, "acknowledge").GetProperty("verdict").GetString());
        var respond = Duty(ran.Json, "respond");
        Assert.Equal("late", respond.GetProperty("verdict").GetString());
        Assert.Equal("2025-05-01", respond.GetProperty("due").GetString());
        Assert.Equal(1, respond.GetProperty("stage").GetInt32());
    }

    [Fact]
    public async Task Without_json_it_is_a_sentence_a_duty()
    {
        var ran = await RunAsync(AnsweredLate, "--as-at", "2025-06-02");

        Assert.StartsWith("in time: ", ran.Lines[0]);
        Assert.StartsWith("late: ", ran.Lines[1]);
    }

    [Theory]
    [InlineData("2025-04-15", "15 April 2025", ", line 5, events[1].on: ")]
    [InlineData("\"acknowledged\"", "\"acknowleged\"", ", line 5, events[1].event: ")]
    [InlineData("\"on\": \"2025-05-06\", ", "", ", line 6, events[2].on: ")]
    [InlineData("\"received\" },", "\"received\" }", ", line 5: not JSON")]
    public async Task Bad_input_ends_with_2_and_names_file_line_and_field(string right, string wrong, string where)
    {
        var ran = await RunAsync(AnsweredLate.Replace(right, wrong, StringComparison.Ordinal), "--json");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress clock: {file}{where}", ran.Error);
    }

    [Fact]
    public async Task A_file_may_begin_with_a_byte_order_mark_and_must_be_UTF_8()
    {
        await File.WriteAllBytesAsync(
            file,
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(AnsweredLate)],
            TestContext.Current.CancellationToken
        );
        var marked = await CommandLine.RunAsync("clock", "--procedure", "code-2024", "--timeline", file);
        var plain = await RunAsync(AnsweredLate);
        Assert.Equal((0, plain.Output), (marked.Exit, marked.Output));

        await File.WriteAllBytesAsync(file, [.. "{\n\""u8, 0xFF, .. "\": 1}"u8], TestContext.Current.CancellationToken);
        var broken = await CommandLine.RunAsync("clock", "--procedure", "code-2024", "--timeline", file);
        Assert.Equal((2, $"redress clock: {file}, line 2: not UTF-8\n"), (broken.Exit, broken.Error));
    }

    [Fact]
    public async Task An_unknown_procedure_is_refused_with_those_there_are()
    {
        var ran = await CommandLine.RunAsync("clock", "--procedure", "code-2042", "--timeline", "-");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("code-2024", ran.Error);
    }

    [Fact]
    public async Task A_batch_answers_line_by_line_and_goes_on_after_a_bad_one()
    {
        var timeline = AnsweredLate.ReplaceLineEndings("");
        var ran = await CommandLine.RunWithInputAsync(
            $$"""
            {"procedure":"code-2024","timeline":{{timeline}},"as_at":"2025-06-02"}
            {"procedure":"code-2024","timeline":{"events":[{"on":"2025-04-14"}]} }
            {"procedure":"code-2020","timeline":{{timeline}},"as_at":"2025-06-02"}
            """,
            ["clock", "--batch", "-"]
        );

        Assert.Equal(2, ran.Exit);
        Assert.Equal(
            "late",
            Duty(JsonDocument.Parse(ran.Lines[0]).RootElement, "respond").GetProperty("verdict").GetString()
        );
        Assert.StartsWith("""{"error":"events[0].event: """, ran.Lines[1]);
        Assert.Contains("\"procedure\":\"code-2020\"", ran.Lines[2]);
    }

    public void Dispose() => File.Delete(file);

    private async Task<CommandLine> RunAsync(string timeline, params string[] args)
    {
        await File.WriteAllTextAsync(file, timeline, TestContext.Current.CancellationToken);
        return await CommandLine.RunAsync(["clock", "--procedure", "code-2024", "--timeline", file, .. args]);
    }

    private static JsonElement Duty(JsonElement clocks, string name) =>
        clocks.GetProperty("duties").EnumerateArray().First(duty => duty.GetProperty("duty").GetString() == name);
}
