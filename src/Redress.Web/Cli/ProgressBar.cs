namespace Redress.Web.Cli;

/// <summary>
/// How far long work has come, on standard error: a bar that grows in place on a screen, and a line at each tenth where
/// the output is kept.
/// </summary>
internal sealed class ProgressBar(TextWriter writer, bool onScreen, string what)
{
    private const int Width = 40;
    private int shown = -1;

    public void Report(int done, int all)
    {
        var parts = onScreen ? 100 : 10;
        var part = (int)((long)done * parts / Math.Max(all, 1));
        if (part == shown)
        {
            return;
        }

        shown = part;
        if (onScreen)
        {
            var full = part * Width / parts;
            writer.Write($"\r{what} [{new string('#', full)}{new string('.', Width - full)}] {part, 3}% {done}");
            writer.Write(done >= all ? "\n" : "");
        }
        else
        {
            writer.WriteLine($"{what}: {part * 10}%, {done} of {all}");
        }

        writer.Flush();
    }
}
