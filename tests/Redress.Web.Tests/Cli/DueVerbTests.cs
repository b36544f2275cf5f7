namespace Redress.Web.Tests.Cli;

public sealed class DueVerbTests
{
    [Fact]
    public async Task Json_shows_the_day_and_everything_that_made_it_so()
    {
        var ran = await CommandLine.RunAsync("due", "--from", "2025-12-18", "--within", "10 working days", "--json");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("2025-12-18", ran.Json.GetProperty("from").GetString());
        Assert.Equal("10 working days", ran.Json.GetProperty("within").GetString());
        Assert.Equal("2026-01-06", ran.Json.GetProperty("due").GetString());
        Assert.Equal("england-and-wales", ran.Json.GetProperty("calendar").GetProperty("id").GetString());
        Assert.Equal(1, ran.Json.GetProperty("calendar").GetProperty("edition").GetInt32());
        Assert.Contains("Tuesday 6 January 2026", ran.Json.GetProperty("explanation").GetString());
        Assert.Contains(
            ran.Json.GetProperty("skipped").EnumerateArray(),
            day =>
                day.GetProperty("date").GetString() == "2025-12-25"
                && day.GetProperty("why").GetString() == "Christmas Day"
        );
    }

    [Fact]
    public async Task Without_json_it_is_a_sentence()
    {
        var ran = await CommandLine.RunAsync("due", "--from", "2025-12-18", "--within", "10 working days");

        Assert.StartsWith("10 working days from Thursday 18 December 2025", ran.Output);
    }

    [Fact]
    public async Task Another_nation_has_other_holidays()
    {
        var ran = await CommandLine.RunAsync([
            "due",
            "--from",
            "2025-12-31",
            "--within",
            "1 working day",
            "--calendar",
            "scotland",
            "--json",
        ]);

        Assert.Equal("2026-01-05", ran.Json.GetProperty("due").GetString());
    }

    [Theory]
    [InlineData("--from", "2025-02-30", "10 working days", "england-and-wales")]
    [InlineData("--from", "1999-01-04", "10 working days", "england-and-wales")]
    [InlineData("--within", "2025-12-18", "10 days", "england-and-wales")]
    [InlineData("--calendar", "2025-12-18", "10 working days", "wales")]
    public async Task Bad_input_ends_with_2_and_one_line_naming_the_field(
        string field,
        string from,
        string within,
        string calendar
    )
    {
        var ran = await CommandLine.RunAsync([
            "due",
            "--from",
            from,
            "--within",
            within,
            "--calendar",
            calendar,
            "--json",
        ]);

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress due: {field}: ", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_batch_answers_line_by_line_in_order_and_goes_on_after_a_bad_one()
    {
        var ran = await CommandLine.RunWithInputAsync(
            """
            {"from":"2025-04-14","within":"1 working day"}
            {"from":"2025-04-14","within":"1 working day","calender":"scotland"}
            {"from":20250414,"within":"1 working day"}

            not json
            {"from":"\ud800","within":"1 working day"}
            {"from":"2025-04-15","within":"1 working day","calendar":"scotland"}
            """,
            "due",
            "--batch",
            "-"
        );

        Assert.Equal(2, ran.Exit);
        Assert.Equal(7, ran.Lines.Length);
        Assert.Contains("\"due\":\"2025-04-15\"", ran.Lines[0]);
        Assert.Equal("""{"error":"calender: unknown field; use from, within, calendar"}""", ran.Lines[1]);
        Assert.Equal("""{"error":"from: should be text"}""", ran.Lines[2]);
        Assert.StartsWith("""{"error":"line 4: not JSON""", ran.Lines[3]);
        Assert.StartsWith("""{"error":"line 5: not JSON""", ran.Lines[4]);
        Assert.Equal("""{"error":"line 6: an escape that stands for no character"}""", ran.Lines[5]);
        Assert.Contains("\"due\":\"2025-04-16\"", ran.Lines[6]);
    }

    /// <summary>As Windows writes a file, and as a program that forgot its encoding does.</summary>
    [Fact]
    public async Task A_byte_order_mark_is_passed_over_and_a_byte_that_is_no_UTF_8_costs_its_own_line_only()
    {
        var good = """{"from":"2025-04-14","within":"1 working day"}"""u8;
        byte[] bad = [.. """{"from":"2025-04-14","within":"""u8, (byte)'"', 0xFF, (byte)'"', (byte)'}'];
        var ran = await CommandLine.RunWithInputAsync(
            [0xEF, 0xBB, 0xBF, .. good, (byte)'\n', .. bad, (byte)'\n', .. good],
            "due",
            "--batch",
            "-"
        );

        Assert.Equal(2, ran.Exit);
        Assert.Contains("\"due\":\"2025-04-15\"", ran.Lines[0]);
        Assert.Equal("""{"error":"line 2: not UTF-8"}""", ran.Lines[1]);
        Assert.Contains("\"due\":\"2025-04-15\"", ran.Lines[2]);
    }

    [Fact]
    public async Task A_batch_goes_with_no_other_option()
    {
        var ran = await CommandLine.RunAsync("due", "--batch", "-", "--from", "2025-04-14");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith("redress due: --batch does not go with --from.", ran.Error);
    }

    [Fact]
    public async Task A_batch_without_a_bad_line_ends_with_0()
    {
        var line = """{"from":"2025-04-14","within":"2 weeks"}""";
        var ran = await CommandLine.RunWithInputAsync(
            string.Concat(Enumerable.Repeat(line + "\r\n", 5000)),
            "due",
            "--batch",
            "-"
        );

        Assert.Equal(0, ran.Exit);
        Assert.Equal(5000, ran.Lines.Length);
        Assert.All(ran.Lines, answer => Assert.Contains("\"due\":\"2025-04-28\"", answer));
    }
}
