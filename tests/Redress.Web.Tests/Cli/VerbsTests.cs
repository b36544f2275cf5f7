using Redress.Web.Cli;

namespace Redress.Web.Tests.Cli;

public sealed class VerbsTests
{
    [Fact]
    public async Task Help_names_every_verb_with_its_usage()
    {
        var ran = await CommandLine.RunAsync("help");

        Assert.Equal(0, ran.Exit);
        Assert.All(Verbs.All, verb => Assert.Contains($"redress {verb.Usage}", ran.Output));
    }

    [Fact]
    public async Task An_unknown_verb_is_refused_with_the_usage()
    {
        var ran = await CommandLine.RunAsync("deu");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith("redress: 'deu' is not a verb; due, clock, ", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_unknown_option_is_refused_with_the_usage()
    {
        var ran = await CommandLine.RunAsync("due", "--form", "2025-12-18");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith("redress due: --form is not an option. Usage: redress due (--from DATE", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_verb_tells_how_it_is_used()
    {
        var ran = await CommandLine.RunAsync("due", "--help");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("redress due (--from DATE", ran.Output);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_bad_input_said_in_a_line()
    {
        var ran = await CommandLine.RunAsync("migrate", "--data", "/proc/redress");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith("redress migrate: ", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        var ran = await CommandLine.RunAsync("due", "--batch", "nowhere.jsonl");

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith("redress due: nowhere.jsonl: ", ran.Error);
    }
}
