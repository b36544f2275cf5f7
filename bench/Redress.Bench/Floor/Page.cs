using System.Buffers;
using System.Data.Common;
using System.Text;

namespace Redress.Bench.Floor;

/// <summary>HTML written by hand into a buffer that is used again for the next answer.</summary>
internal sealed class Page
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 * 1024);

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public void Begin()
    {
        bytes.ResetWrittenCount();
        bytes.Write("<!doctype html><html lang=\"en\"><title>Floor</title><body>"u8);
    }

    /// <summary>Ends the page at a size in bytes, so that the floor sends what the product sends.</summary>
    public void End(int size)
    {
        bytes.Write("</body></html>"u8);
        var missing = size - bytes.WrittenCount;
        if (missing > 0)
        {
            bytes.GetSpan(missing)[..missing].Fill((byte)' ');
            bytes.Advance(missing);
        }
    }

    public void Html(ReadOnlySpan<byte> html) => bytes.Write(html);

    public void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>&\"") is var at && at >= 0)
        {
            Encoding.UTF8.GetBytes(text[..at], bytes);
            bytes.Write(
                text[at] switch
                {
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    '&' => "&amp;"u8,
                    _ => "&quot;"u8,
                }
            );
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, bytes);
    }

    /// <summary>A table with every row and column that the query gave.</summary>
    public async Task TableAsync(DbDataReader rows)
    {
        Html("<table>"u8);
        while (await rows.ReadAsync())
        {
            Html("<tr>"u8);
            for (var column = 0; column < rows.FieldCount; column++)
            {
                Html("<td>"u8);
                Cell(rows, column);
            }
        }

        Html("</table>"u8);
    }

    private void Cell(DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            return;
        }

        var type = row.GetFieldType(column);
        if (type == typeof(string))
        {
            Text(row.GetString(column));
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            Formatted(row.GetInt64(column), "");
        }
        else if (type == typeof(DateOnly))
        {
            Formatted(row.GetFieldValue<DateOnly>(column), "O");
        }
        else if (type == typeof(DateTime))
        {
            Formatted(row.GetDateTime(column), "O");
        }
        else
        {
            Text($"{row.GetValue(column)}");
        }
    }

    private void Formatted<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(bytes.GetSpan(40), out var written, format, null);
        bytes.Advance(written);
    }
}
