using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Redress.Web.Cli;

/// <summary>What a verb reads from and writes to. Standard output carries the answer and nothing else.</summary>
internal sealed class Terminal(Stream input, Stream output, TextWriter error)
{
    /// <summary>The output is read by programs and people, never by a browser, so quotes and accents stay readable.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Stream Output => output;

    public static Terminal OfProcess() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);

    /// <summary>Shows on standard error how far long work has come.</summary>
    public ProgressBar Progress(string what) =>
        new(error, onScreen: error == Console.Error && !Console.IsErrorRedirected, what);

    public void Complain(string line) => error.WriteLine(line);

    public void Say(string text) => output.Write(Encoding.UTF8.GetBytes(text + "\n"));

    public void Say(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Json))
        {
            write(json);
        }

        output.Write("\n"u8);
    }

    public byte[] ReadAll(string file)
    {
        using var opened = Open(file);
        using var all = new MemoryStream();
        opened.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>The file named, or standard input for <c>-</c>.</summary>
    public Stream Open(string file)
    {
        try
        {
            return file == "-" ? input : File.OpenRead(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file}: cannot be read: {unreadable.Message}");
        }
    }
}
