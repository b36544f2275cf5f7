using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Demo;

/// <summary>How much was written.</summary>
internal sealed record Seeded(int Cases, long Rows);

/// <summary>
/// Fills an installation with cases for tests of size and speed. Every row comes of real decisions and goes through the
/// one recorder; only the transactions are large. Cases are told, and their rows made, on one thread while those before
/// them are written on another.
/// </summary>
internal sealed class Seeder(WriteGate gate, Rules rules, DateOnly today)
{
    /// <summary>Few enough to be garbage before the collector has moved them twice.</summary>
    private const int CasesAtATime = 100;
    private const int CasesAYear = 3000;
    private const int MostYears = 6;

    /// <summary>Cases of the last year, and of more years where there are many.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="seed">The same seed on the same day makes the same cases, to the hash.</param>
    /// <param name="rowsPerCase">How many events of history each has; about eight, where not said.</param>
    /// <param name="told">Called with the number of cases written so far.</param>
    /// <param name="cancel">Stops between two transactions.</param>
    public async Task<Seeded> RunAsync(
        int cases,
        int seed,
        int? rowsPerCase,
        Action<int> told,
        CancellationToken cancel
    )
    {
        var teller = new StoryTeller(rules.With(Cast.Numbered.Organisation), until: today.AddDays(-1));
        var plot = new Plot(teller, Cast.Numbered);
        var days = 365 * Math.Clamp(cases / CasesAYear, 1, MostYears);
        Told Tell(int from)
        {
            var stories = Enumerable
                .Range(from, Math.Min(CasesAtATime, cases - from))
                .Select(number =>
                {
                    // One after another, as they came in: that is also how the database likes them.
                    var ago = (int)((long)days * (cases - 1 - number) / cases);
                    return plot.Tell(new Chance(seed, number), teller.LastWorkday.AddDays(-ago), rowsPerCase);
                })
                .ToList();
            var recording = new Recording();
            stories.ForEach(story => story.SaveTo(recording));
            return new Told(recording, stories.Count, stories.Sum(story => (long)story.Case.Version));
        }

        var rows = 0L;
        var next = Task.Run(() => Tell(0), cancel);
        for (var done = 0; done < cases; )
        {
            var now = await next;
            done += now.Cases;
            var from = done;
            next = Task.Run(() => Tell(from), cancel);
            await WriteAsync(now.Recording, cancel);
            rows += now.Rows;
            told(done);
        }

        return new Seeded(cases, rows);
    }

    private Task<bool> WriteAsync(Recording recording, CancellationToken cancel) =>
        gate.RunAsync(
            async (_, recorder) =>
            {
                await recorder.WriteAsync([recording], cancel);
                return true;
            },
            cancel
        );

    /// <summary>Cases that are ready to be written.</summary>
    private sealed record Told(Recording Recording, int Cases, long Rows);
}
