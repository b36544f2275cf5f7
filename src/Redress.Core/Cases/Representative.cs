namespace Redress.Core.Cases;

/// <summary>What somebody who acts for a resident is to them.</summary>
public enum RepresentativeKind
{
    /// <summary>Family, or a friend.</summary>
    FamilyOrFriend,

    /// <summary>An advocate, or somebody of an advice service.</summary>
    Advocate,

    /// <summary>A solicitor.</summary>
    Solicitor,

    /// <summary>A member of parliament or a councillor, whom a constituent asked.</summary>
    MpOrCouncillor,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>How a resident, or the law, gave somebody authority to act for them.</summary>
public enum AuthorityMethod
{
    /// <summary>On a form that the resident signed.</summary>
    SignedForm,

    /// <summary>In a letter, an email or a message of the resident's own.</summary>
    Writing,

    /// <summary>The resident said so on the telephone.</summary>
    Phone,

    /// <summary>The resident said so face to face.</summary>
    InPerson,

    /// <summary>By a power of attorney.</summary>
    PowerOfAttorney,

    /// <summary>By a court, which made them deputy.</summary>
    Deputyship,

    /// <summary>The constituent asked their member of parliament or councillor, who need no form (ruling 17).</summary>
    ConstituentAsked,
}

/// <summary>Somebody who says that they act for one of those who complain, and whether they may.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="For">The id of whoever complains.</param>
/// <param name="Kind">What they are to them.</param>
/// <param name="NamedOn">The day they were named.</param>
public sealed record Representative(string Person, string For, RepresentativeKind Kind, DateOnly NamedOn)
{
    /// <summary>What they may do, as recorded last; none where nothing says that they may act.</summary>
    public Authority? Authority { get; init; }

    /// <summary>The day they were last asked for authority in writing, if they were.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The day on which the resident was told, in their own letter, of the authority as it was recorded last.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Whether they may act on that day: without authority in force they are told nothing and sent nothing.</summary>
    public bool MayAct(DateOnly on) => Authority?.IsInForce(on) ?? false;

    /// <summary>Whether the letters for whoever they act for go to them on that day.</summary>
    public bool GetsLetters(DateOnly on) => Authority is { Letters: true } && MayAct(on);

    internal Representative Authorise(AuthorityRecorded recorded, string by) =>
        this with
        {
            ToldOn = null,
            Authority = new Authority(
                recorded.Authority,
                recorded.How,
                recorded.Scope,
                recorded.Letters,
                recorded.On,
                recorded.Until,
                by
            ),
        };

    internal Representative WithoutLetters() =>
        this with
        {
            Authority = Authority is { } held ? held with { Letters = false } : null,
        };

    internal Representative End(DateOnly on) => this with { Authority = Authority?.End(on) };
}

/// <summary>What somebody may do for a resident, since when and until when.</summary>
/// <param name="Id">Names it in every case that it serves.</param>
/// <param name="How">How it was given.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Letters">Whether letters go to them and not to the resident.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last day on which it holds, included; none where it holds until it is ended.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record Authority(
    string Id,
    AuthorityMethod How,
    Words Scope,
    bool Letters,
    DateOnly From,
    DateOnly? Until,
    string RecordedBy
)
{
    /// <summary>The first day on which it held no more, because it was ended; none where it was not.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it holds on that day.</summary>
    public bool IsInForce(DateOnly on) => From <= on && !(on > Until) && !(on >= EndedOn);

    internal Authority End(DateOnly on) => this with { EndedOn = EndedOn ?? on };
}
