using System.Text;
using Redress.Web.Cli;
using Redress.Web.Features.Import;

namespace Redress.Web.Tests.Import;

public class CsvFileTests
{
    [Theory]
    [InlineData("reference,kind\nA,complaint\n")]
    [InlineData("reference,kind\r\nA,complaint\r\n")]
    [InlineData("\uFEFFreference,kind\r\n\"A\",\"complaint\"")]
    [InlineData(" Reference ,KIND\n\nA,complaint\n\n")]
    public void A_file_is_read_as_spreadsheets_write_it(string text)
    {
        var row = Assert.Single(Read(text));

        Assert.Equal(("A", "complaint"), (row.Cells["reference"], row.Cells["kind"]));
    }

    [Fact]
    public void A_cell_may_hold_commas_quotes_and_line_ends_and_rows_know_their_line()
    {
        var rows = Read("reference,kind\n\"A, \"\"the\nfirst\"\"\",complaint\nB,complaint\n");

        Assert.Equal("A, \"the\nfirst\"", rows[0].Cells["reference"]);
        Assert.Equal([(1, 2), (2, 4)], rows.Select(row => (row.Row, row.Line)));
    }

    [Fact]
    public void A_short_row_leaves_cells_out_and_a_long_one_is_noted()
    {
        var rows = Read("reference,kind\nA\nB,complaint,more\n");

        Assert.False(rows[0].Cells.ContainsKey("kind"));
        Assert.Equal([-1, 1], rows.Select(row => row.ExtraCells));
    }

    [Theory]
    [InlineData("reference,colour\nA,red\n", "line 1: unknown column 'colour'; use reference, kind")]
    [InlineData("reference,reference\nA,B\n", "line 1: there are two columns 'reference'")]
    [InlineData("", "is empty")]
    [InlineData("reference,kind\nA,\"complaint\nB,complaint\n", "line 2")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string text, string said)
    {
        var wrong = Assert.Throws<BadInputException>(() => Read(text));

        Assert.StartsWith("cases.csv", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_code_page_is_refused_before_it_spoils_the_text()
    {
        byte[] latin = [.. "reference,kind\n"u8, 0xA3, .. ",complaint\n"u8];

        var wrong = Assert.Throws<BadInputException>(() => CsvFile.Read("cases.csv", latin, ["reference", "kind"]));

        Assert.Contains("CSV UTF-8", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_end_is_refused()
    {
        var text = $"reference,kind\n\"{new string('x', 3 << 20)}";

        Assert.Throws<BadInputException>(() => Read(text));
    }

    private static IReadOnlyList<CsvLine> Read(string text) =>
        CsvFile.Read("cases.csv", Encoding.UTF8.GetBytes(text), ["reference", "kind"]);
}
