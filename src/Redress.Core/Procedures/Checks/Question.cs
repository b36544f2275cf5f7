using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Checks;

/// <summary>One provision put to one procedure.</summary>
internal sealed record Question(Procedure Procedure, CodeEdition Code, CodeProvision Provision)
{
    /// <summary>The procedure's rules for complaints, which are all that a Code is about.</summary>
    public KindRules? Complaint => Procedure.For(CaseKind.Complaint);

    /// <summary>The procedure's stage that the provision is about.</summary>
    public StageRules? Stage => Provision.Stage is { } number ? Complaint?.Stage(number) : null;

    /// <summary>The same stage in the edition's minimum.</summary>
    public StageRules? CodeStage =>
        Provision.Stage is { } number ? Code.Minimum.For(CaseKind.Complaint)?.Stage(number) : null;

    /// <summary>The calendar on which limits in different units are compared.</summary>
    public WorkingDayCalendar Calendar => ShippedCalendars.Get(Procedure.CalendarId);

    public CodeFinding Breach(string message) => Found(FindingKind.Breach, message);

    public CodeFinding Gap(string message) => Found(FindingKind.Gap, message);

    public CodeFinding Stricter(string message) => Found(FindingKind.Stricter, message);

    public CodeFinding Met(string message) => Found(FindingKind.Met, message);

    private CodeFinding Found(FindingKind kind, string message) =>
        new(
            Provision.Number,
            kind,
            Provision.Unverified && kind is FindingKind.Breach or FindingKind.Gap
                ? $"{message} This provision is not yet confirmed against the Code's own text."
                : message
        );
}
