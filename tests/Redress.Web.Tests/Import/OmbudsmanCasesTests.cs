using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Features.Import;
using Redress.Web.Tests.Demo;

namespace Redress.Web.Tests.Import;

/// <summary>
/// The days of 42 complaints as the Housing Ombudsman's decisions give them: tests/data/ombudsman-cases.csv, each with the
/// decision it was read in. The days are theirs and often incomplete, so only a lateness that a decision states is held
/// against our verdict.
/// </summary>
public class OmbudsmanCasesTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly (string Theirs, string Ours)[] Columns =
    [
        ("case_ref", "reference"),
        ("complaint_date", "received_on"),
        ("ack_date", "acknowledged_on"),
        ("stage1_response_date", "stage1_responded_on"),
        ("escalation_date", "escalation_requested_on"),
        ("stage2_ack_date", "stage2_acknowledged_on"),
        ("stage2_response_date", "stage2_responded_on"),
    ];

    public static TheoryData<string> References => [.. Decisions().Select(decision => decision["case_ref"])];

    [Fact]
    public void There_are_42() => Assert.Equal(42, References.Count);

    [Theory]
    [MemberData(nameof(References))]
    public void Each_loads_and_keeps_its_order(string reference)
    {
        var imported = Import(reference);

        var days = imported.History.Select(recorded => recorded.Event.On).ToList();
        Assert.Equal(days.Order(), days);
        Assert.Equal(reference, imported.Reference);
    }

    [Theory]
    [InlineData("202331162", "Stage 1 delayed", 1, DutyName.Respond)]
    [InlineData("202332678", "Significant delays", 1, DutyName.Respond)]
    [InlineData("202428538", "Late response", 1, DutyName.Respond)]
    [InlineData("202513245", "Stage 1 delayed", 1, DutyName.Respond)]
    [InlineData("202413845", "No stage 1 response", 1, DutyName.Respond)]
    [InlineData("202506211", "only logged on 5 June 2024", 1, DutyName.Acknowledge)]
    public void Where_a_decision_states_lateness_our_verdict_agrees(
        string reference,
        string stated,
        int stage,
        DutyName duty
    )
    {
        var decision = Decisions().Single(decision => decision["case_ref"] == reference);
        Assert.Contains(stated, decision["ombudsman_stated_count_or_lateness"], StringComparison.Ordinal);

        var clock = CaseClocks
            .Of(Import(reference), Stories.Code, Today)
            .Single(clock => clock.Stage == stage && clock.Duty == duty);

        Assert.Contains(clock.Verdict, new[] { Verdict.Late, Verdict.Overdue });
    }

    private static Case Import(string reference)
    {
        var decision = Decisions().Single(decision => decision["case_ref"] == reference);
        var row = Columns.ToDictionary(column => column.Ours, column => decision[column.Theirs]);
        row.Add("kind", "complaint");
        row.Add("summary", decision["source_title"]);
        var imported = ImportedHistory.Decide(row, existing: null, owner: "import", Stories.Code, Today);
        Assert.Empty(imported.Errors);
        return Case.Fold(
            reference,
            imported.Events.Select(
                (happened, at) =>
                    new RecordedEvent(at + 1, happened, new(2026, 6, 1, 9, 0, 0, DateTimeKind.Utc), "import")
            )
        );
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Decisions()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data", "ombudsman-cases.csv");
        var header = File.ReadLines(file).First().Split(',');
        return CsvFile.Read("ombudsman-cases.csv", File.ReadAllBytes(file), header).Select(row => row.Cells);
    }
}
