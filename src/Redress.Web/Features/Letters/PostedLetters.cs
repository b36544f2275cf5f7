using System.Globalization;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Letters;

/// <summary>What became of a letter, or a copy of one, that somebody said was posted.</summary>
/// <param name="Key">What it was named by.</param>
/// <param name="Letter">The letter; none where the name is no letter's.</param>
/// <param name="To">Whom it goes to; none where it waits no more.</param>
/// <param name="Refusal">Why it was not marked; none where it was.</param>
public sealed record PostedLetter(string Key, NamedLetter? Letter, string? To, CannotSend? Refusal);

/// <summary>A letter by what people call it.</summary>
/// <param name="Reference">The reference of its case.</param>
/// <param name="Number">Its number within the case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LeftOn">The day it left; none while it waits, and where it was cancelled.</param>
public sealed record NamedLetter(string Reference, int Number, MessageKind Kind, DateOnly? LeftOn = null);

/// <summary>Letters marked as posted today, however many at once: those that can be are, and the others are said.</summary>
public sealed class PostedLetters(LetterList list, CaseDesk desk)
{
    private const int MostTries = 3;

    /// <summary>Marks them. Sent again it changes nothing: what has left waits no more.</summary>
    /// <param name="keys">What they are named by, as by <see cref="ListedLetter.Key"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ConflictException">Others were at work on the same cases again and again. Some may be marked.</exception>
    public async Task<IReadOnlyList<PostedLetter>> MarkAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var listed = (await list.ReadAsync(cancel)).ToDictionary(one => one.Key, StringComparer.Ordinal);
        var named = keys.Distinct(StringComparer.Ordinal).ToLookup(listed.ContainsKey);
        var done = new List<PostedLetter>();
        foreach (var key in named[false])
        {
            done.Add(new PostedLetter(key, await NameAsync(key, cancel), To: null, CannotSend.NotWaiting));
        }

        // One letter of each case at a time: what the first makes true, the second must know.
        foreach (
            var round in named[true]
                .Select(key => listed[key])
                .GroupBy(one => one.Letter.CaseId)
                .SelectMany(of => of.Index())
                .ToLookup(one => one.Index, one => one.Item)
        )
        {
            done.AddRange(await RecordAsync([.. round], cancel));
        }

        return done;
    }

    private static NamedLetter NameOf(ListedLetter listed) =>
        new(listed.Reference, listed.Letter.Letter, listed.Letter.Kind);

    /// <summary>What people call a letter that waits no more; none where the key names none this person may see.</summary>
    private async Task<NamedLetter?> NameAsync(string key, CancellationToken cancel) =>
        key.Split('.') is [var id, var number, ..]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var letter)
        && await desk.ReadAsync(id, Purpose.Show, cancel) is { } of
        && Messages.Of(of).FirstOrDefault(one => one.Number == letter && one.Direction == Direction.Out) is { } message
            ? new NamedLetter(of.Reference, letter, message.Kind, message.SentOn)
            : null;

    /// <summary>All of them in one act.</summary>
    private async Task<IReadOnlyList<PostedLetter>> RecordAsync(List<ListedLetter> letters, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (acts, done) = (new List<CaseAct>(), new List<PostedLetter>());
            foreach (var letter in letters)
            {
                var file = await desk.FindAsync(letter.Letter.CaseId, Purpose.Act, cancel);
                var sent = letter.MayAddress(desk.Person)
                    ? Decide(file?.Case, letter, desk.Rules, desk.Today)
                    : CannotSend.ForTheTeam;
                done.Add(new PostedLetter(letter.Key, NameOf(letter), letter.To.Name, sent.Refusal));
                if (sent.Refusal is null)
                {
                    acts.Add(new CaseAct(file!, sent.Events));
                }
            }

            try
            {
                await desk.RecordAsync(acts, once: null, with: null, cancel);
                return done;
            }
            catch (ConflictException) when (attempt < MostTries)
            {
                // Somebody else was at work on one of them; all are read, and decided on, afresh.
            }
        }
    }

    /// <summary>The way it goes is the case's to say: it may go another since the list was read.</summary>
    internal static Decision<CannotSend> Decide(Case? of, ListedLetter letter, Rules rules, DateOnly today) =>
        of?.Letters.FirstOrDefault(one => one.Number == letter.Letter.Letter) is not { } waiting ? CannotSend.NotWaiting
        : waiting.Waits(letter.Copy, Channel.Email) ? CannotSend.NoneToPost
        : Sending.Decide(of, waiting.Number, rules, today, today, letter.Copy);
}
