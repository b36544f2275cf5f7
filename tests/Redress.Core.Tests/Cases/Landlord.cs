using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Core.Staff;

namespace Redress.Core.Tests.Cases;

/// <summary>A landlord's rules: one stage with an informal stage before it long ago, then one stage, then two.</summary>
internal static class Landlord
{
    public static readonly WorkingDayCalendar Calendar = ShippedCalendars.Get("england-and-wales");

    public static readonly Procedure TwoStages = Procedure("two-stages", new(2021, 4, 1), null, Complaint(1, 2)) with
    {
        Letters = new Dictionary<string, IReadOnlyList<string>> { ["acknowledgement"] = ["definition", "handler"] },
        TimeBar = new TimeBar(new Limit(12, LimitUnit.Months), "the matter happening", Discretion: true, "2"),
        Exclusions = [new("legal_proceedings", "The court", "3"), new("already_answered", "The earlier answer", "3")],
    };

    public static readonly Procedure OneStage = Procedure("one-stage", new(2020, 4, 1), new(2021, 3, 31), Complaint(1));

    public static readonly Procedure Informal = Procedure(
        "informal",
        new(2017, 1, 1),
        new(2020, 3, 31),
        Complaint(0, 1)
    ) with
    {
        HistoryOnly = true,
    };

    public static readonly Procedure Code = Procedure("code", new(2016, 1, 1), null, Complaint(1, 2)) with
    {
        Basis = ProcedureBasis.Code,
    };

    public static readonly Rules Rules = RulesWith(Calendar);

    public static Rules RulesWith(params WorkingDayCalendar[] calendars) =>
        new([TwoStages, OneStage, Informal, Code], ["two-stages", "one-stage", "informal", "code"], calendars);

    /// <summary>A landlord of one procedure, made up as given.</summary>
    public static Rules RulesOf(Organisation organisation, Procedure procedure) =>
        new([procedure], [procedure.Id], [Calendar]) { Organisation = organisation };

    private static Procedure Procedure(string id, DateOnly from, DateOnly? until, KindRules complaint) =>
        new()
        {
            Id = id,
            Title = id,
            Publisher = "A landlord",
            Basis = ProcedureBasis.Landlord,
            CalendarId = Calendar.Id,
            InForceFrom = from,
            InForceUntil = until,
            Source = "made up",
            Kinds = new Dictionary<CaseKind, KindRules>
            {
                [CaseKind.Complaint] = complaint,
                [CaseKind.Compliment] = new(
                    [],
                    [Duty(DutyName.Relay, 3, ClockEventKind.Received, ClockEventKind.Relayed)]
                ),
            },
        };

    private static KindRules Complaint(params int[] stages) => new([.. stages.Select(Stage)], []);

    private static StageRules Stage(int number) =>
        new(
            number,
            $"Stage {number}",
            "1",
            [
                Duty(
                    DutyName.Acknowledge,
                    5,
                    number == 2 ? ClockEventKind.EscalationRequested : ClockEventKind.Received,
                    ClockEventKind.Acknowledged
                ),
                Duty(
                    DutyName.Respond,
                    10 * Math.Max(number, 1),
                    ClockEventKind.Acknowledged,
                    ClockEventKind.Responded
                ) with
                {
                    Extensions = new ExtensionRule(
                        new Limit(10, LimitUnit.WorkingDays),
                        new Requirements([ExtensionFact.InWriting, ExtensionFact.OmbudsmanDetails], []),
                        BeyondCap: null,
                        "1"
                    ),
                },
                Duty(DutyName.RequestNextStage, 20, ClockEventKind.Responded, ClockEventKind.EscalationRequested) with
                {
                    BelongsTo = BelongsTo.Resident,
                },
            ],
            DecidedBy: new DecidedBy(DifferentPerson: true, Level: null, "1")
        );

    private static DutyRule Duty(DutyName duty, int days, ClockEventKind from, ClockEventKind metBy) =>
        new(duty, new Limit(days, LimitUnit.WorkingDays), from, [metBy], "1");
}
