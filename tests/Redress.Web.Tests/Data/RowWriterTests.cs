using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class RowWriterTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One row goes by itself; some go in a batch; many go by COPY where the database has it.</summary>
    [Theory]
    [InlineData(Kind.Sqlite, 1)]
    [InlineData(Kind.Sqlite, 200)]
    [InlineData(Kind.Postgres, 1)]
    [InlineData(Kind.Postgres, 20)]
    [InlineData(Kind.Postgres, 200)]
    public async Task Rows_are_read_as_they_were_written(Kind kind, int count)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        string?[] texts = ["", null, "ٹپکتی چھت", new('x', 50_000), "It's \"damp\" – again"];
        var words = Enumerable.Range(0, count).Select(number => Row(number, texts[number % texts.Length])).ToList();

        await WriteAsync(installation, words);

        await using var context = installation.Database.NewContext();
        var read = await context.Words.AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(words, read.OrderBy(row => row.Sequence));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_many_rows_with_one_already_there_none_is_written(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await WriteAsync(installation, [Row(150, "First")]);

        await Assert.ThrowsAsync<ConflictException>(() =>
            WriteAsync(installation, [.. Enumerable.Range(0, 200).Select(number => Row(number, "Second"))])
        );
        await WriteAsync(installation, [Row(200, "Third")]);

        await using var context = installation.Database.NewContext();
        var read = await context.Words.OrderBy(row => row.Sequence).Select(row => row.Text).ToListAsync(Cancel);
        Assert.Equal(["First", "Third"], read);
    }

    private static Task WriteAsync(TestInstallation installation, List<WordsRow> rows)
    {
        var recording = new Recording();
        rows.ForEach(recording.Insert);
        return installation.Get<WriteGate>().RecordAsync(recording, Cancel);
    }

    private static WordsRow Row(int number, string? text) =>
        new()
        {
            Id = $"{number}.1",
            StreamId = "case",
            Sequence = number,
            Salt = "00",
            Text = text,
            ErasedAt = text is null ? new DateTime(2026, 3, 29, 0, 30, 0, 123, DateTimeKind.Utc) : null,
        };
}
