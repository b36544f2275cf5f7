namespace Redress.Web.Tests.Cli;

public sealed class CheckProcedureVerbTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public async Task The_Codes_own_minimum_breaks_nothing()
    {
        var ran = await CommandLine.RunAsync("check-procedure", "code-2024", "--against", "code-2024", "--json");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("code-2024", ran.Json.GetProperty("procedure").GetString());
        Assert.Equal("code-2024", ran.Json.GetProperty("against").GetString());
        Assert.NotEmpty(ran.Json.GetProperty("findings").EnumerateArray());
        Assert.DoesNotContain("\"breach\"", ran.Output);
    }

    [Fact]
    public async Task A_breach_ends_with_1_and_names_its_provision()
    {
        await WriteAsync("\"within\": \"10 working days\"", "\"within\": \"15 working days\"");

        var ran = await CommandLine.RunAsync("check-procedure", file, "--against", "code-2024", "--json");

        Assert.Equal(1, ran.Exit);
        Assert.Contains(
            ran.Json.GetProperty("findings").EnumerateArray(),
            finding =>
                finding.GetProperty("finding").GetString() == "breach"
                && finding.GetProperty("provision").GetString() == "6.3"
                && finding.GetProperty("message").GetString()!.Contains("15 working days", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_refused_with_its_line_and_field()
    {
        await WriteAsync("\"within\": \"10 working days\"", "\"within\": \"10 days\"");

        var ran = await CommandLine.RunAsync("check-procedure", file, "--against", "code-2024", "--json");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Matches(
            @"^redress check-procedure: .+, line \d+, kinds\.complaint\.stages\[0\]\.duties\[1\]\.within: ",
            ran.Error
        );
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_unknown_edition_is_refused_with_those_there_are()
    {
        var ran = await CommandLine.RunAsync("check-procedure", "code-2024", "--against", "code-1999");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("code-2020, code-2022, code-2024", ran.Error);
    }

    public void Dispose() => File.Delete(file);

    private async Task WriteAsync(string was, string becomes)
    {
        var shipped = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "procedures/code-2024.json"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(was, shipped);
        await File.WriteAllTextAsync(
            file,
            shipped.Replace(was, becomes, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
    }
}
