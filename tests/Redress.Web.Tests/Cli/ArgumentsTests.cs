using Redress.Web.Cli;

namespace Redress.Web.Tests.Cli;

public sealed class ArgumentsTests
{
    private const string Usage = "import KIND FILE [--dry-run] (--on DATE [--by NAME] | --batch FILE|-)";

    [Fact]
    public void Options_switches_and_words_may_come_in_any_order()
    {
        var read = Arguments.Read(Usage, ["--on", "2025-12-18", "people", "--dry-run", "list.csv", "--by=Amira"]);

        Assert.Equal("2025-12-18", read.Value("--on"));
        Assert.Equal("Amira", read.Value("--by"));
        Assert.Equal(("people", "list.csv"), (read.Word(0), read.Word(1)));
        Assert.True(read.Has("--dry-run"));
        Assert.False(read.Json);
    }

    [Fact]
    public void Every_verb_understands_data_and_json()
    {
        var read = Arguments.Read(Usage, ["--json", "--data", "here"]);

        Assert.True(read.Json);
        Assert.Equal("here", read.Value("--data"));
    }

    [Fact]
    public void A_dash_stands_for_standard_input_and_is_a_value() =>
        Assert.Equal("-", Arguments.Read(Usage, ["--batch", "-"]).Value("--batch"));

    [Theory]
    [InlineData("--form is not an option.", "--form", "2025-12-18")]
    [InlineData("--on needs a value.", "--on")]
    [InlineData("--on needs a value.", "--on", "--dry-run")]
    [InlineData("--dry-run takes no value.", "--dry-run=yes")]
    [InlineData("--on was given twice.", "--on", "2025-12-18", "--on", "2025-12-19")]
    [InlineData("'c' is one word too many.", "a", "b", "c")]
    public void What_the_usage_line_does_not_name_is_refused(string message, params string[] args) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Arguments.Read(Usage, args)).Message);

    [Fact]
    public void What_is_missing_is_named_as_the_usage_line_names_it()
    {
        var read = Arguments.Read(Usage, ["people"]);

        Assert.Equal("FILE is missing.", Assert.Throws<UsageException>(() => read.Word(1)).Message);
        Assert.Equal("--on is missing.", Assert.Throws<UsageException>(() => read.Needed("--on")).Message);
    }
}
