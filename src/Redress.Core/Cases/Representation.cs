namespace Redress.Core.Cases;

/// <summary>Why nobody can be named as acting for a resident.</summary>
public enum CannotNameRepresentative
{
    /// <summary>It does not say who they are.</summary>
    NobodyKnown,

    /// <summary>Nobody is known who complains, so that nobody can act for them.</summary>
    NobodyComplains,

    /// <summary>Several complain, and it does not say for whom of them.</summary>
    NobodyChosen,

    /// <summary>Whoever they are said to act for does not complain in this case.</summary>
    NotAComplainant,
}

/// <summary>Why authority cannot be recorded.</summary>
public enum CannotRecordAuthority
{
    /// <summary>Several act for somebody in this case, and it does not say who of them.</summary>
    NobodyChosen,

    /// <summary>They are not named as acting for anybody in this case.</summary>
    NotARepresentative,

    /// <summary>It does not say what it covers.</summary>
    NoScope,

    /// <summary>The first day on which it holds has not come yet.</summary>
    InTheFuture,

    /// <summary>The last day on which it holds has passed.</summary>
    HasEnded,

    /// <summary>Only members of parliament and councillors need nothing more than that the constituent asked them.</summary>
    OnlyForMembers,

    /// <summary>A case that it is to serve too is none of the same resident's.</summary>
    NotTheirCase,
}

/// <summary>Why authority cannot be ended.</summary>
public enum CannotEndAuthority
{
    /// <summary>Several act for somebody in this case, and it does not say who of them.</summary>
    NobodyChosen,

    /// <summary>They have no authority that is in force.</summary>
    NotInForce,

    /// <summary>It does not say who ended it, and how.</summary>
    NoReason,
}

/// <summary>Why somebody cannot be asked for authority.</summary>
public enum CannotAskForAuthority
{
    /// <summary>Several act for somebody in this case, and it does not say who of them.</summary>
    NobodyChosen,

    /// <summary>They are not named as acting for anybody in this case.</summary>
    NotARepresentative,

    /// <summary>They have authority.</summary>
    MayAct,

    /// <summary>A letter that asks them waits already.</summary>
    Waits,
}

/// <summary>Authority as it is taken down.</summary>
/// <param name="Person">Who may act; may be left out where only one is named.</param>
/// <param name="How">How it was given.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Letters">Whether letters go to them and not to the resident.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last day, included; none where it holds until it is ended.</param>
public sealed record AuthorityRequest(
    string? Person,
    AuthorityMethod How,
    string? Scope,
    bool Letters,
    DateOnly From,
    DateOnly? Until = null
);

/// <summary>
/// Who acts for a resident, and whether they may (2024 Code, 5.4 and 5.5). To be named gives nobody anything: the complaint
/// counts and its clocks run (ruling 2), and every answer goes to the resident until authority is recorded. Recorded once it
/// serves every stage. The resident is told, and may end it at any time.
/// </summary>
public static class Representation
{
    /// <summary>Somebody says that they act for one of those who complain.</summary>
    /// <param name="of">The case, over or not.</param>
    /// <param name="person">The id they have from now on; none where nothing is known of them.</param>
    /// <param name="named">For whom; may be left out where only one complains.</param>
    /// <param name="kind">What they are to them.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotNameRepresentative> Name(
        Case of,
        string? person,
        string? named,
        RepresentativeKind kind,
        DateOnly today
    )
    {
        if (person is null)
        {
            return CannotNameRepresentative.NobodyKnown;
        }

        if (of.Complainants.Count == 0)
        {
            return CannotNameRepresentative.NobodyComplains;
        }

        var meant = Meant.Among(of.Complainants, named);
        return meant.NobodyChosen ? CannotNameRepresentative.NobodyChosen
            : !of.Complainants.Contains(meant.Person!) ? CannotNameRepresentative.NotAComplainant
            : new RepresentativeNamed(today, person, meant.Person!, kind);
    }

    /// <summary>
    /// They may act from now on, as this says and no further. What was recorded before of the same person holds no more.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="request">What was given.</param>
    /// <param name="id">What names it in every case that it serves.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotRecordAuthority> Authorise(
        Case of,
        AuthorityRequest request,
        string id,
        DateOnly today
    )
    {
        var meant = Meant.Among(Ids(of.Representatives), request.Person);
        return meant.NobodyChosen ? CannotRecordAuthority.NobodyChosen
            : of.FindRepresentative(meant.Person) is not { } acting ? CannotRecordAuthority.NotARepresentative
            : Words.From(request.Scope) is not { } scope ? CannotRecordAuthority.NoScope
            : request.From > today ? CannotRecordAuthority.InTheFuture
            : request.Until < today ? CannotRecordAuthority.HasEnded
            : request.How == AuthorityMethod.ConstituentAsked && acting.Kind != RepresentativeKind.MpOrCouncillor
                ? CannotRecordAuthority.OnlyForMembers
            : new AuthorityRecorded(
                request.From,
                acting.Person,
                id,
                request.How,
                scope,
                request.Letters,
                request.Until
            );
    }

    /// <summary>The letter that tells the resident, at their own address, who acts for them.</summary>
    /// <param name="recorded">What they are told of.</param>
    /// <param name="resident">Their id.</param>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="text">What it says.</param>
    /// <param name="today">Today.</param>
    public static LetterWritten Notice(
        AuthorityRecorded recorded,
        string resident,
        Channel channel,
        string text,
        DateOnly today
    ) =>
        new(
            today,
            channel,
            Words.Of(text),
            new ResidentToldOfAuthority(today, recorded.Person),
            [new LetterCopy(resident, channel)]
        );

    /// <summary>They may act no more, from today on. Letters to them that wait do not go.</summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Who; may be left out where only one may act.</param>
    /// <param name="reason">Who ended it, and how.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotEndAuthority> End(Case of, string? person, string? reason, DateOnly today)
    {
        var acting = of.Representatives.Where(one => one.MayAct(today)).ToList();
        var meant = Meant.Among(Ids(acting), person);
        return meant.NobodyChosen ? CannotEndAuthority.NobodyChosen
            : !acting.Exists(one => one.Person == meant.Person) ? CannotEndAuthority.NotInForce
            : Words.From(reason) is not { } why ? CannotEndAuthority.NoReason
            : new AuthorityEnded(today, meant.Person!, why);
    }

    /// <summary>The resident ends it themself, and need not say why.</summary>
    /// <param name="of">The case.</param>
    /// <param name="resident">Who ends it.</param>
    /// <param name="person">Who may act no more.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotEndAuthority> EndOwn(Case of, string? resident, string? person, DateOnly today) =>
        of.FindRepresentative(person) is { } acting && acting.For == resident && acting.MayAct(today)
            ? new AuthorityEnded(today, acting.Person)
            : CannotEndAuthority.NotInForce;

    /// <summary>
    /// A letter asks them for authority. It is to them, whoever the case's letters go to, and says nothing of the case.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Who; may be left out where only one is named who may not act.</param>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="text">What it says.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotAskForAuthority> Ask(
        Case of,
        string? person,
        Channel channel,
        string text,
        DateOnly today
    )
    {
        var meant = Meant.Among(Ids(of.Representatives.Where(one => !one.MayAct(today))), person);
        return meant.NobodyChosen ? CannotAskForAuthority.NobodyChosen
            : of.FindRepresentative(meant.Person) is not { } asked ? CannotAskForAuthority.NotARepresentative
            : asked.MayAct(today) ? CannotAskForAuthority.MayAct
            : of.Letters.Any(letter => letter.Written.Means is AuthorityRequested e && e.Person == asked.Person)
                ? CannotAskForAuthority.Waits
            : new LetterWritten(
                today,
                channel,
                Words.Of(text),
                new AuthorityRequested(today, asked.Person),
                [new LetterCopy(asked.Person, channel)]
            );
    }

    private static List<string> Ids(IEnumerable<Representative> those) => [.. those.Select(one => one.Person)];
}
