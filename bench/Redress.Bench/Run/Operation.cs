namespace Redress.Bench.Run;

/// <summary>What is measured against the floor.</summary>
/// <param name="Name">As the report has it.</param>
/// <param name="Must">The least share of the floor's answers a second, as the number below the line: 8 for 1/8.</param>
/// <param name="Aim">Likewise, for what we aim at.</param>
/// <param name="P99Aim">Milliseconds that 99 of 100 answers are to take at most; they must take no more than 25.</param>
/// <param name="Writes">Whether it makes the installation larger, so that it comes last and is loaded no more than it must.</param>
internal sealed record Operation(string Name, double Must, double Aim, double P99Aim = 8, bool Writes = false)
{
    public static readonly Operation OpenCase = new("open case", 8, 4);
    public static readonly Operation Worklist = new("worklist of 50 by due date", 6, 3);
    public static readonly Operation Create = new("durable create over the API", 4, 3, Writes: true);
    public static readonly Operation Search = new("search, newest 50 with snippets", 6, 3, P99Aim: 10);
    public static readonly Operation[] All = [OpenCase, Worklist, Search, Create];
}
