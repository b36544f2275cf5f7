using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Redress.Web.Cli;

/// <summary>Writes the answer to one request. Whatever is wrong is thrown before the first byte is written.</summary>
internal delegate void Answer(JsonElement request, Utf8JsonWriter json);

/// <summary>One JSON request a line in, one JSON answer a line out, in order.</summary>
internal static class Batch
{
    /// <summary>A line that cannot be answered says why in its place and the run goes on.</summary>
    public static async Task<int> RunAsync(string file, Terminal terminal, Answer answer)
    {
        await using var input = terminal.Open(file);
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var writer = PipeWriter.Create(
            terminal.Output,
            new StreamPipeWriterOptions(minimumBufferSize: 1 << 16, leaveOpen: true)
        );
        await using var json = new Utf8JsonWriter(writer, Terminal.Json);
        var exit = Exit.Done;
        ReadResult read;
        do
        {
            read = await reader.ReadAsync();
            var rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted) is { } line)
            {
                exit = TryAnswer(line, answer, json) ? exit : Exit.BadInput;
                writer.Write("\n"u8);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            // Whoever writes a line and waits for its answer gets it before the next line is waited for.
            await writer.FlushAsync();
        } while (!read.IsCompleted);

        await writer.CompleteAsync();
        return exit;
    }

    private static bool TryAnswer(ReadOnlySequence<byte> line, Answer answer, Utf8JsonWriter json)
    {
        json.Reset();
        try
        {
            using var request = JsonInput.Parse(line.IsSingleSegment ? line.First : line.ToArray());
            answer(request.RootElement, json);
            json.Flush();
            return true;
        }
        catch (BadInputException wrong)
        {
            json.WriteStartObject();
            json.WriteString("error", wrong.Message);
            json.WriteEndObject();
            json.Flush();
            return false;
        }
    }

    private static ReadOnlySequence<byte>? TakeLine(ref ReadOnlySequence<byte> rest, bool last)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            var line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return line;
        }

        if (!last || rest.IsEmpty)
        {
            return null;
        }

        var remainder = rest;
        rest = rest.Slice(rest.End);
        return remainder;
    }
}
