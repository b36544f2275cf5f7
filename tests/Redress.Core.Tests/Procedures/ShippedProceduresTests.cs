using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Procedures;

public class ShippedProceduresTests
{
    [Fact]
    public void Every_shipped_file_loads_and_is_named_by_its_id()
    {
        var files = typeof(Procedure)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("procedures/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(files, ShippedProcedures.All.Select(procedure => $"procedures/{procedure.Id}.json"));
    }

    [Fact]
    public void An_unknown_id_finds_nothing()
    {
        Assert.Null(ShippedProcedures.Find("code-1999"));
        Assert.Equal("code-2024", ShippedProcedures.Find("code-2024")!.Id);
    }

    [Theory]
    // Domain facts, section 1: acknowledge, answer, counted from, most that may be added; 0 where there is none.
    [InlineData("code-2020", 1, 5, 10, ClockEventKind.Received, 10)]
    [InlineData("code-2020", 2, 0, 20, ClockEventKind.EscalationRequested, 10)]
    [InlineData("code-2020", 3, 0, 20, ClockEventKind.EscalationRequested, 0)]
    [InlineData("code-2022", 1, 5, 10, ClockEventKind.Logged, 10)]
    [InlineData("code-2022", 2, 0, 20, ClockEventKind.EscalationRequested, 10)]
    [InlineData("code-2022", 3, 0, 20, ClockEventKind.EscalationRequested, 0)]
    [InlineData("code-2024", 1, 5, 10, ClockEventKind.Acknowledged, 10)]
    [InlineData("code-2024", 2, 5, 20, ClockEventKind.Acknowledged, 20)]
    [InlineData("lgsco-2024", 1, 5, 10, ClockEventKind.Acknowledged, 10)]
    [InlineData("lgsco-2024", 2, 5, 20, ClockEventKind.Acknowledged, 20)]
    public void The_Codes_limits_are_as_published(
        string id,
        int stage,
        int acknowledge,
        int respond,
        ClockEventKind from,
        int cap
    )
    {
        var duties = ShippedProcedures.Find(id)!.For(CaseKind.Complaint)!.Stage(stage)!.Duties;

        var acknowledging = duties.FirstOrDefault(duty => duty.Duty == DutyName.Acknowledge);
        Assert.Equal(Days(acknowledge), acknowledging?.Within);
        var answering = duties.Single(duty => duty.Duty == DutyName.Respond);
        Assert.Equal((Days(respond), from), (answering.Within, answering.From));
        Assert.Equal(Days(cap), answering.Extensions!.Cap);
    }

    [Theory]
    [InlineData("code-2020", 3)]
    [InlineData("code-2022", 3)]
    [InlineData("code-2024", 2)]
    [InlineData("lgsco-2024", 2)]
    public void No_edition_has_more_stages_than_it_allows_and_none_has_a_pause(string id, int lastStage)
    {
        var complaint = ShippedProcedures.Find(id)!.For(CaseKind.Complaint)!;

        Assert.Equal(lastStage, complaint.LastStage);
        Assert.All(complaint.Stages.SelectMany(stage => stage.Duties), duty => Assert.Null(duty.PausesSource));
    }

    [Fact]
    public void Every_extension_is_told_in_writing_with_a_reason_whatever_the_edition()
    {
        var extensions = ShippedProcedures
            .All.Where(procedure =>
                procedure.Basis == ProcedureBasis.Code && procedure.CalendarId == "england-and-wales"
            )
            .SelectMany(procedure => procedure.For(CaseKind.Complaint)!.Stages)
            .SelectMany(stage => stage.Duties)
            .Select(duty => duty.Extensions)
            .OfType<ExtensionRule>()
            .ToList();

        Assert.NotEmpty(extensions);
        Assert.All(extensions, extension => Assert.Contains(ExtensionFact.InWriting, extension.WithinCap.All));
        Assert.All(extensions, extension => Assert.Contains(ExtensionFact.Reason, extension.WithinCap.All));
    }

    private static Limit? Days(int amount) => amount == 0 ? null : new Limit(amount, LimitUnit.WorkingDays);
}
