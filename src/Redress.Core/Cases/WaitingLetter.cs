namespace Redress.Core.Cases;

/// <summary>A letter that was written and has not left.</summary>
/// <param name="Number">The sequence in the case's history with which it was written, by which it is named.</param>
/// <param name="Written">What it says, and what its leaving makes true.</param>
/// <param name="WrittenBy">Who wrote it.</param>
public sealed record WaitingLetter(int Number, LetterWritten Written, string WrittenBy)
{
    /// <summary>How it is to leave.</summary>
    public Channel Channel { get; init; } = Written.Channel;

    /// <summary>Why it, or a copy of it, could not leave; none while nothing hinders it.</summary>
    public LetterFailure? Failure { get; init; }

    /// <summary>The copies that have not left; empty where it goes to whoever the case's letters go to.</summary>
    public IReadOnlyList<WaitingCopy> Copies { get; init; } =
    [.. (Written.Copies ?? []).Select(copy => new WaitingCopy(copy.Person, copy.Channel))];

    /// <summary>The latest day on which a copy left; none while none has.</summary>
    public DateOnly? CopyLeftOn { get; init; }

    /// <summary>
    /// Whether no copy of it may leave: what it says is no longer so, or whoever it is to may not act for the resident.
    /// </summary>
    public bool IsOutOfDate => Failure is LetterFailure.CaseMovedOn or LetterFailure.NoAuthority;

    /// <summary>Whether it goes to one person, so that there are no copies to be told apart.</summary>
    public bool IsToOne => Written.Copies is null or [_];

    /// <summary>The copies that are meant when it is to go another way: those that could not leave, or else all.</summary>
    internal IReadOnlyList<WaitingCopy> ToReroute
    {
        get
        {
            var failed = Copies.Where(copy => copy.Failure is not null).ToList();
            return failed.Count > 0 ? failed : Copies;
        }
    }

    /// <summary>Which letter it is.</summary>
    public MessageKind Kind => Messages.KindOf(Written.Means);

    /// <summary>Whether that copy, or the letter where it goes to one, waits to leave so.</summary>
    public bool Waits(string? person, Channel channel) =>
        Copies.Count == 0 ? Channel == channel : Copies.Any(copy => copy.Person == person && copy.Channel == channel);

    internal WaitingLetter Apply(LetterCopySent sent)
    {
        var left = Copies.Where(copy => copy.Person != sent.Person).ToList();
        return this with
        {
            Copies = left,
            Failure = IsOutOfDate ? Failure : left.Find(copy => copy.Failure is not null)?.Failure,
            CopyLeftOn = sent.On > CopyLeftOn ? sent.On : CopyLeftOn ?? sent.On,
        };
    }

    internal WaitingLetter Apply(LetterFailed failed) =>
        this with
        {
            Failure = IsOutOfDate ? Failure : failed.Why,
            Copies =
            [
                .. Copies.Select(copy => copy.Person == failed.Person ? copy with { Failure = failed.Why } : copy),
            ],
        };

    internal WaitingLetter Apply(LetterRerouted rerouted)
    {
        var ways = (
            rerouted.Copies ?? ToReroute.Select(copy => new LetterCopy(copy.Person, rerouted.Channel))
        ).ToDictionary(copy => copy.Person, copy => copy.Channel);
        return this with
        {
            Channel = IsToOne || Copies.All(copy => copy.Failure is null) ? rerouted.Channel : Channel,
            Failure = null,
            Copies =
            [
                .. Copies.Select(copy =>
                    ways.TryGetValue(copy.Person, out var channel)
                        ? copy with
                        {
                            Channel = channel,
                            Failure = null,
                        }
                        : copy
                ),
            ],
        };
    }
}

/// <summary>A copy of a letter that has not left.</summary>
/// <param name="Person">The id of the person it goes to.</param>
/// <param name="Channel">How it is to leave.</param>
public sealed record WaitingCopy(string Person, Channel Channel)
{
    /// <summary>Why it could not leave; none while nothing hinders it.</summary>
    public LetterFailure? Failure { get; init; }
}
