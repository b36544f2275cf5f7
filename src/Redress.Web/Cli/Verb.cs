namespace Redress.Web.Cli;

/// <summary>
/// One verb of the command line. The usage line is also what its arguments are read by, so the two cannot differ.
/// </summary>
internal sealed record Verb(string Usage, string Does, Func<Arguments, Terminal, Task<int>> Run)
{
    public string Name { get; } = Usage.Split(' ')[0];
}

/// <summary>What the process ends with. Scripts rely on these numbers.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>The answer is no: a breach, an altered row.</summary>
    public const int No = 1;

    public const int BadInput = 2;

    /// <summary>An internal fault, or a database that stayed busy.</summary>
    public const int Fault = 3;
}

/// <summary>What was handed in cannot be used. The message is one line that says where and what to do about it.</summary>
internal class BadInputException(string message) : Exception(message);

/// <summary>The command line itself is wrong, so the usage is shown too.</summary>
internal sealed class UsageException(string message) : BadInputException(message);
