using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class RebuilderTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Rebuilding_an_untouched_database_changes_nothing(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await installation.EventfulAsync();
        await installation.LoggedAsync(anonymous: true);

        Assert.Equal(new Rebuilt(Cases: 2, Changed: 0), await installation.Get<Rebuilder>().RebuildAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whatever_drifted_is_put_right(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var eventful = await installation.EventfulAsync();
        await using var context = installation.Database.NewContext();
        await context.Cases.ExecuteUpdateAsync(row => row.SetProperty(c => c.Status, CaseStatus.Closed), Cancel);
        await context.CaseStages.Where(row => row.Stage == 2).ExecuteDeleteAsync(Cancel);
        await context.Duties.ExecuteUpdateAsync(row => row.SetProperty(d => d.Due, new DateOnly(2030, 1, 1)), Cancel);
        await context.DutyVersions.ExecuteDeleteAsync(Cancel);

        var rebuilder = installation.Get<Rebuilder>();
        var compared = await rebuilder.CompareAsync(Cancel);
        var rebuilt = await rebuilder.RebuildAsync(Cancel);

        Assert.True(compared.Changed > 4);
        Assert.Equal(compared, rebuilt);
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.CompareAsync(Cancel));
        var found = await installation.Desk().FindAsync(eventful.Case.Id, Purpose.Show, Cancel);
        Assert.Equal(Sorted(eventful.Duties), Sorted(found!.Duties));
    }

    private static IEnumerable<DutyRow> Sorted(IEnumerable<DutyRow> duties) =>
        duties.OrderBy(duty => (duty.Stage, duty.Duty, duty.Occurrence));
}
