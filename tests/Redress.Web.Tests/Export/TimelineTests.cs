using System.Text.Json;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Demo;
using Redress.Web.Features.Export;
using Redress.Web.Tests.Demo;

namespace Redress.Web.Tests.Export;

public class TimelineTests
{
    private static readonly DateOnly Wed12Nov = new(2025, 11, 12);

    /// <summary>Where two stages keep two procedures, each is compared under its own.</summary>
    [Fact]
    public void The_timeline_of_every_demo_case_gives_the_clock_the_same_duties()
    {
        foreach (var told in DemoLandlord.Stories(FernhillRules.All, Wed12Nov).Select(story => story.Case))
        {
            foreach (var stage in told.Stages)
            {
                var ours = Of(CaseClocks.Of(told, FernhillRules.All, Wed12Nov), stage.Number);
                Assert.Equal(ours, Of(ByTimeline(told, stage.ProcedureId), stage.Number));
            }
        }
    }

    private static IReadOnlyList<DutyClock> ByTimeline(Case exported, string procedureId)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            TimelineJson.Write(json, CaseClocks.HistoryOf(exported, FernhillRules.All));
        }

        using var read = JsonDocument.Parse(written.ToArray());
        Assert.True(ClockTimeline.TryParse(read.RootElement, out var timeline, out var error), error);
        var procedure = FernhillRules.All.Find(procedureId)!;
        var calendar = ShippedCalendars.Get(procedure.CalendarId);
        Assert.True(timeline.TryClock(procedure, calendar, Wed12Nov, out var duties, out error), error);
        return duties;
    }

    private static List<string> Of(IReadOnlyList<DutyClock> duties, int stage) =>
        [
            .. duties
                .Where(duty => (duty.Stage ?? 0) == stage)
                .Select(duty => $"{duty.Duty} {duty.Occurrence} {duty.Verdict} {duty.Due} {duty.Explanation}"),
        ];
}
