using System.Globalization;
using System.Text;

namespace Redress.Bench.Run;

/// <summary>One line of the report: something measured, what it must be and what we aim at.</summary>
internal sealed record Line(
    string Database,
    string What,
    string Cases,
    string Floor,
    string Product,
    string Figure,
    string Must,
    string Aim,
    Verdict Verdict
);

internal enum Verdict
{
    Aim,
    Must,
    Missed,
}

/// <summary>The table, as printed and as kept in the documentation.</summary>
internal sealed class Report
{
    private readonly List<Line> lines = [];

    public bool MissedAny => lines.Exists(line => line.Verdict == Verdict.Missed);

    /// <summary>A figure that must be no greater than one number, and had better be no greater than another.</summary>
    public void AtMost(
        string database,
        string what,
        string cases,
        double figure,
        double must,
        double aim,
        Func<double, string> write,
        string floor = "",
        string product = ""
    )
    {
        var verdict =
            figure <= aim ? Verdict.Aim
            : figure <= must ? Verdict.Must
            : Verdict.Missed;
        Add(new Line(database, what, cases, floor, product, write(figure), write(must), write(aim), verdict));
    }

    /// <summary>A figure that must be no less than a number.</summary>
    public void AtLeast(
        string database,
        string what,
        string cases,
        double figure,
        double must,
        Func<double, string> write
    )
    {
        var verdict = figure >= must ? Verdict.Aim : Verdict.Missed;
        Add(new Line(database, what, cases, "", "", write(figure), write(must), "", verdict));
    }

    /// <summary>Said at once too, so that what was measured is not lost with a run that breaks off.</summary>
    private void Add(Line line)
    {
        lines.Add(line);
        Console.Error.WriteLine($"{line.Database}, {line.What}, {line.Cases}: {line.Figure}");
    }

    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine("| database | what | cases | floor | product | figure | must | aim | |");
        table.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var line in lines)
        {
            var verdict = line.Verdict switch
            {
                Verdict.Aim when line.Aim.Length > 0 => "aim met",
                Verdict.Missed => "**missed**",
                _ => "met",
            };
            table.AppendLine(
                $"| {line.Database} | {line.What} | {line.Cases} | {line.Floor} | {line.Product} | {line.Figure} "
                    + $"| {line.Must} | {line.Aim} | {verdict} |"
            );
        }

        return table.ToString();
    }

    public static string Share(double below) => string.Create(CultureInfo.InvariantCulture, $"1/{below:0.0#}");

    public static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:#,0}/s");

    public static string Milliseconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:0.0} ms");

    public static string Seconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:0.00} s");

    public static string Megabytes(double size) => string.Create(CultureInfo.InvariantCulture, $"{size:0} MB");

    public static string Times(double factor) => string.Create(CultureInfo.InvariantCulture, $"{factor:0.00}x");
}
