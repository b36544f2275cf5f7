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
        var number = 0L;
        ReadResult read;
        do
        {
            read = await reader.ReadAsync();
            var rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted) is { } line)
            {
                exit = Math.Max(exit, TryAnswer(line, ++number, answer, json));
                writer.Write("\n"u8);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            // Whoever writes a line and waits for its answer gets it before the next line is waited for.
            await writer.FlushAsync();
        } while (!read.IsCompleted);

        await writer.CompleteAsync();
        return exit;
    }

    private static int TryAnswer(ReadOnlySequence<byte> line, long number, Answer answer, Utf8JsonWriter json)
    {
        json.Reset();
        var text = line.IsSingleSegment ? line.First : line.ToArray();
        try
        {
            using var request = JsonInput.Parse(number == 1 ? JsonInput.WithoutMark(text) : text, number);
            answer(request.RootElement, json);
            json.Flush();
            return Exit.Done;
        }
        catch (BadInputException wrong)
        {
            WriteError(json, wrong.Message);
            return Exit.BadInput;
        }
        catch (Exception fault)
        {
            // The fault is ours, and no reason to keep the other answers back.
            WriteError(json, $"line {number}: internal fault: {fault.Message}");
            return Exit.Fault;
        }
    }

    private static void WriteError(Utf8JsonWriter json, string message)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("error", message);
        json.WriteEndObject();
        json.Flush();
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
