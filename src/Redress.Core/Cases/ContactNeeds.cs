namespace Redress.Core.Cases;

/// <summary>In which form somebody reads letters.</summary>
public enum LetterFormat
{
    /// <summary>As letters are.</summary>
    Standard,

    /// <summary>In large print.</summary>
    LargePrint,

    /// <summary>In easy words, with pictures.</summary>
    EasyRead,

    /// <summary>In braille.</summary>
    Braille,

    /// <summary>Read out, on a recording.</summary>
    Audio,
}

/// <summary>How somebody must not be reached, because it is not safe or they cannot use it. Why is not said.</summary>
/// <param name="Phone">They must not be rung.</param>
/// <param name="Voicemail">No message must be left.</param>
/// <param name="Email">They must not be emailed.</param>
/// <param name="Post">Nothing must be posted to them.</param>
/// <param name="Visit">Nobody must come to their home.</param>
public sealed record Never(
    bool Phone = false,
    bool Voicemail = false,
    bool Email = false,
    bool Post = false,
    bool Visit = false
)
{
    /// <summary>Whether a letter must not go to them that way.</summary>
    public bool Forbids(Channel channel) => channel == Channel.Email ? Email : channel == Channel.Letter && Post;

    /// <summary>Whether each way that the other forbids is forbidden still.</summary>
    public bool Holds(Never before) =>
        (Phone || !before.Phone)
        && (Voicemail || !before.Voicemail)
        && (Email || !before.Email)
        && (Post || !before.Post)
        && (Visit || !before.Visit);
}

/// <summary>What staff must do, and not do, to reach somebody and write to them: reasonable adjustments and safe contact.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="Since">The day it was recorded.</param>
/// <param name="Format">In which form they read letters.</param>
/// <param name="Never">How they must not be reached.</param>
/// <param name="Language">The language they are written to in, where it is another.</param>
/// <param name="What">What else to do; none where the rest says it.</param>
public sealed record ContactNeeds(
    string Person,
    DateOnly Since,
    LetterFormat Format,
    Never Never,
    Words? Language,
    Words? What
);

/// <summary>What somebody needs, as it is taken down.</summary>
/// <param name="Person">Who; may be left out where only one is in the case.</param>
/// <param name="Format">In which form they read letters.</param>
/// <param name="Never">How they must not be reached.</param>
/// <param name="Language">The language they are written to in, where it is another.</param>
/// <param name="What">What else to do.</param>
public sealed record ContactNeedsRequest(
    string? Person,
    LetterFormat Format,
    Never Never,
    string? Language = null,
    string? What = null
);

/// <summary>Why it cannot be recorded what somebody needs.</summary>
public enum CannotRecordNeeds
{
    /// <summary>Several are in the case, and it does not say who is meant.</summary>
    NobodyChosen,

    /// <summary>They neither complain in this case nor act for anybody in it.</summary>
    NotInTheCase,

    /// <summary>It says nothing, and nothing was recorded before.</summary>
    NothingSaid,

    /// <summary>It allows a way that was forbidden: whoever has the case, or the complaints team, says so.</summary>
    AllowsAgain,
}

/// <summary>
/// Reasonable adjustments, and how somebody may safely be reached (2024 Code, 3.1 and 3.2). It is easy to forbid a way and
/// harder to allow it again, because the one protects somebody and the other might not.
/// </summary>
public static class RecordingNeeds
{
    /// <summary>What holds from now on, in place of what was recorded before; nothing where it says nothing.</summary>
    /// <param name="of">The case, over or not.</param>
    /// <param name="request">What they need.</param>
    /// <param name="mayAllow">Whether whoever records it may allow a way again that was forbidden.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotRecordNeeds> Decide(
        Case of,
        ContactNeedsRequest request,
        bool mayAllow,
        DateOnly today
    )
    {
        string[] people = [.. of.Complainants, .. of.Representatives.Select(one => one.Person)];
        var meant = Meant.Among(people, request.Person);
        if (meant.NobodyChosen)
        {
            return CannotRecordNeeds.NobodyChosen;
        }

        if (meant.Person is not { } person || !people.Contains(person))
        {
            return CannotRecordNeeds.NotInTheCase;
        }

        var before = of.FindNeeds(person);
        var now = new ContactNeedsRecorded(
            today,
            person,
            request.Format,
            request.Never,
            Words.From(request.Language),
            Words.From(request.What)
        );
        return now.IsNothing && before is null ? CannotRecordNeeds.NothingSaid
            : !mayAllow && before is not null && !request.Never.Holds(before.Never) ? CannotRecordNeeds.AllowsAgain
            : now;
    }

    /// <summary>
    /// Whether a letter must not go that way to whoever reads that copy: whoever complains, or whoever reads their letters in
    /// their stead.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Whose copy.</param>
    /// <param name="kind">What the letter is.</param>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="on">The day.</param>
    public static bool Forbid(Case of, string person, MessageKind kind, Channel channel, DateOnly on)
    {
        var reader = kind == MessageKind.AuthorityNotice ? null : of.ReaderOf(person, on);
        return of.FindNeeds(reader?.Person ?? person)?.Never.Forbids(channel) ?? false;
    }

    /// <summary>
    /// Whether a letter that is to go that way must not be written: of several whom it goes to, those who must not be emailed
    /// are posted to.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="to">Whose copies.</param>
    /// <param name="kind">What the letter is.</param>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="on">The day.</param>
    public static bool ForbidAll(
        Case of,
        IReadOnlyCollection<string> to,
        MessageKind kind,
        Channel channel,
        DateOnly on
    ) =>
        to.Any(person =>
            Forbid(of, person, kind, channel, on)
            && (to.Count == 1 || channel != Channel.Email || Forbid(of, person, kind, Channel.Letter, on))
        );

    /// <summary>How a letter may go to somebody: by mail where it can and may, or else by post; none where neither may be.</summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="canBeMailed">Whether they have an address that mail can be sent to.</param>
    public static Channel? WayTo(Case of, string person, bool canBeMailed)
    {
        var never = of.FindNeeds(person)?.Never ?? new();
        return canBeMailed && !never.Email ? Channel.Email
            : never.Post ? null
            : Channel.Letter;
    }
}
