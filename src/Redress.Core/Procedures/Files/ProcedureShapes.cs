namespace Redress.Core.Procedures.Files;

/// <summary>The objects of a procedure file and their keys: <c>procedures/schema/procedure.schema.json</c> as the loader knows it.</summary>
internal static class ProcedureShapes
{
    public static readonly Shape Procedure = new(
        "procedure",
        ["id", "title", "publisher", "basis", "calendar", "in_force", "source", "kinds"],
        [
            "$schema",
            "history_only",
            "unverified",
            "time_bar",
            "exclusions",
            "letters",
            "mediation",
            "conduct",
            "interim_targets",
            "silent_on",
            "readings",
        ]
    );

    public static readonly Shape InForce = new("in_force", ["from"], ["until"]);

    public static readonly Shape Kinds = new("kinds", [], WireName.All<CaseKind>());

    public static readonly Shape Kind = new("kind", [], ["stages", "duties"]);

    public static readonly Shape Stage = new("stage", ["stage", "name", "source", "duties"], ["entry", "decided_by"]);

    public static readonly Shape Entry = new("entry", ["by", "source"], ["must_succeed"]);

    public static readonly Shape DecidedBy = new("decided_by", ["different_person", "source"], ["level", "at_least"]);

    public static readonly Shape Duty = new(
        "duty",
        ["duty", "within", "from", "met_by", "source"],
        [
            "together_with",
            "target",
            "extensions",
            "holding_letters",
            "pauses",
            "notice",
            "belongs_to",
            "late_requests",
            "arrival",
            "in_person",
            "unverified",
        ]
    );

    public static readonly Shape Target = new("target", ["within", "source"], ["skips_closures"]);

    public static readonly Shape Extensions = new("extensions", ["within_cap", "source"], ["cap", "beyond_cap"]);

    public static readonly Shape Requirements = new("requirements", [], ["requires", "requires_one_of"]);

    public static readonly Shape HoldingLetter = new("holding_letter", ["source"], ["at_most"]);

    public static readonly Shape Arrival = new("arrival", ["source"], ["deemed"]);

    public static readonly Shape Pauses = new("pauses", ["allowed", "source"], []);

    public static readonly Shape TimeBar = new("time_bar", ["within", "from", "discretion", "source"], ["unverified"]);

    public static readonly Shape Exclusion = new("exclusion", ["ground", "signpost", "source"], []);

    public static readonly Shape Letters = new(
        "letters",
        [],
        ["acknowledgement", "response", "holding_letter", "refusal"]
    );

    public static readonly Shape Conduct = new("conduct", ["level", "at_least", "source"], []);

    public static readonly Shape Mediation = new("mediation", ["by", "source"], []);

    public static readonly Shape InterimTarget = new(
        "interim_target",
        ["from", "until", "duty", "within", "reason", "source"],
        ["stage"]
    );

    public static readonly Shape Silence = new("silence", ["about", "note"], []);

    public static readonly Shape Reading = new("reading", ["about", "readings", "used", "why", "source"], []);

    public static IReadOnlyList<Shape> All { get; } =
    [
        Procedure,
        InForce,
        Kinds,
        Kind,
        Stage,
        Entry,
        DecidedBy,
        Duty,
        Target,
        Extensions,
        Requirements,
        HoldingLetter,
        Arrival,
        Pauses,
        TimeBar,
        Exclusion,
        Letters,
        Conduct,
        Mediation,
        InterimTarget,
        Silence,
        Reading,
    ];
}
