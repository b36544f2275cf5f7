using System.Text;
using System.Text.Json;
using Redress.Web.Cli;

namespace Redress.Web.Tests.Cli;

/// <summary>What a command line printed, and what it ended with.</summary>
internal sealed record CommandLine(int Exit, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandLine> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public static Task<CommandLine> RunWithInputAsync(string input, params string[] args) =>
        RunWithInputAsync(Encoding.UTF8.GetBytes(input), args);

    public static async Task<CommandLine> RunWithInputAsync(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var given = new MemoryStream(input);
        var exit = await Verbs.RunAsync(args, new Terminal(given, output, error));
        return new CommandLine(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
