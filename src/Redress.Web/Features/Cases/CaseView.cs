using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases;

/// <summary>A case opened to be read: what people said in it, who is in it, and how its clocks stand today.</summary>
public sealed class CaseView(
    Case shown,
    CaseFile? file,
    IReadOnlyDictionary<string, string?> words,
    IReadOnlyList<CasePersonRow> people,
    StaffDirectory staff,
    Rules rules,
    DateOnly today
)
{
    private IReadOnlyList<DutyClock>? clocks;

    public Case Case => shown;

    /// <summary>To record into; there only where the case was opened to do something about it.</summary>
    public CaseFile File => file ?? throw new InvalidOperationException("The case was opened to be shown.");

    public DateOnly Today => today;

    public Rules Rules => rules;

    public IReadOnlyList<CasePersonRow> People => people;

    /// <summary>Whom letters go to.</summary>
    public Recipient Recipient => Recipient.Of(Case, people, today);

    /// <summary>Everybody whom letters go to.</summary>
    public IReadOnlyList<Recipient> Recipients => Recipient.AllOf(Case, people, today);

    public CasePersonRow? Complainant => people.FirstOrDefault(person => person.Id == Case.ComplainantId);

    /// <summary>Every duty as it stands today.</summary>
    public IReadOnlyList<DutyClock> Clocks => clocks ??= CaseClocks.Of(Case, rules, today);

    public NextStep? Next => NextStep.For(Case, Clocks, today);

    /// <summary>The duty that the next step serves.</summary>
    public DutyClock? NextDuty =>
        Next is { Duty: { } duty } next
            ? Clocks.FirstOrDefault(clock => clock.Duty == duty && clock.Due == next.Due && clock.Met is null)
            : null;

    public WorkingDayCalendar Calendar => rules.Calendar(Case.CalendarId, Case.CalendarEdition);

    /// <summary>Whether the next stage can be asked for today. Who is to have it is no question for whoever asks.</summary>
    public bool MayEscalate =>
        Escalation.Decide(Case, new EscalationRequest(today), rules, today).Refusal is null or CannotEscalate.NoHandler;

    /// <summary>Whether the last stage there is was answered, so that the answer is the landlord's last word.</summary>
    public bool IsFinal =>
        Case
            is {
                Kind: CaseKind.Complaint,
                WithdrawnOn: null,
                RefusedOn: null,
                ServiceRequestOn: null,
                CurrentStage.RespondedOn: not null
            }
        && Escalation.Next(Case, rules, today) is null;

    /// <summary>What was written; none where nothing was, or where it has been erased.</summary>
    public string? Text(Words? said) => said?.Id is { } id ? words.GetValueOrDefault(id) : null;

    public string NameOf(string staffId) => staff.NameOf(staffId);
}
