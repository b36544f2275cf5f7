using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Background;

public sealed class DailyJobTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_not_sent_is_kept_for_a_week(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var today = installation.Clock.Today;
        await using var context = installation.Database.NewContext();
        context.AddRange(Draft("old", today.AddDays(-8)), Draft("young", today.AddDays(-7)));
        await context.SaveChangesAsync(Cancel);

        await OldDrafts(installation).RunAsync(Cancel);

        Assert.Equal(["young"], await context.Drafts.Select(row => row.Id).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_job_runs_once_a_day_whichever_node_is_first(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await OldDrafts(installation).RunAsync(Cancel);
        await using var context = installation.Database.NewContext();
        context.Add(Draft("old", installation.Clock.Today.AddDays(-8)));
        await context.SaveChangesAsync(Cancel);

        await using var otherNode = TestInstallation.Over(installation.Get<Installation>());
        otherNode.Clock.GoTo(installation.Clock.Today);
        await OldDrafts(otherNode).RunAsync(Cancel);
        Assert.Equal(1, await context.Drafts.CountAsync(Cancel));

        otherNode.Clock.GoTo(installation.Clock.Today.AddDays(1));
        await OldDrafts(otherNode).RunAsync(Cancel);
        Assert.Equal(0, await context.Drafts.CountAsync(Cancel));
    }

    private static DraftRow Draft(string id, DateOnly savedOn) =>
        new()
        {
            Id = id,
            Data = "",
            SavedOn = savedOn,
        };

    private static OldDraftsJob OldDrafts(TestInstallation installation) =>
        new(
            new JobRuns(installation.Get<WriteGate>(), installation.Clock),
            installation.Clock,
            NullLogger<OldDraftsJob>.Instance
        );
}
