using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

/// <summary>
/// An installation of every earlier part is brought up to today's release. The folder <c>golden</c> holds one of each,
/// and a file in it never changes: it is what somebody out there has.
/// </summary>
public sealed class UpgradeTests(TestDatabases databases)
{
    private const int Cases = 24;

    private static readonly string Golden = Path.Combine(Repository.Root, "tests/Redress.Web.Tests/golden");

    public static TheoryData<string, Kind> Dumps =>
        [
            .. Directory
                .GetFiles(Golden, "*.sql")
                .Select(Path.GetFileName)
                .Select(name =>
                    (name!, name!.Contains("-sqlite", StringComparison.Ordinal) ? Kind.Sqlite : Kind.Postgres)
                ),
        ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Dumps))]
    public async Task Its_history_is_whole_and_says_what_its_rows_say(string dump, Kind kind)
    {
        var place = await databases.CreateEmptyAsync(kind);
        await DatabaseDump.RestoreAsync(await File.ReadAllTextAsync(Path.Combine(Golden, dump), Cancel), place, Cancel);
        await using var upgraded = TestInstallation.Over(place);

        await upgraded.Get<InstallationSetup>().MigrateAsync(Cancel);

        var verified = await upgraded.Get<Verifier>().VerifyAsync(Cancel);
        Assert.Null(verified.Altered);
        Assert.NotNull(verified.Seal);
        await using var context = upgraded.Database.NewContext();
        Assert.Equal(Cases, await context.Cases.CountAsync(Cancel));
        Assert.Equal(Cases, await context.CaseSearch.CountAsync(Cancel));
        Assert.NotEmpty((await Search.SearchTests.FindAsync(upgraded, "the")).Cases);
        Assert.Equal(new Rebuilt(Cases, Changed: 0), await upgraded.Get<Rebuilder>().CompareAsync(Cancel));
    }

    /// <summary>
    /// Writes what this part leaves behind, once, when it is done:
    /// <c>Redress.Web.Tests --explicit only --filter-method '*Leave_an_installation_of_this_part*'</c>.
    /// </summary>
    [Theory(Explicit = true)]
    [InlineData("a2-sqlite.sql", Kind.Sqlite)]
    [InlineData("a2-postgres.sql", Kind.Postgres)]
    public async Task Leave_an_installation_of_this_part(string dump, Kind kind)
    {
        await using var made = await TestInstallation.StartAsync(databases, kind);
        var today = LondonTime.Today(made.Clock);
        var seeder = new Seeder(made.Get<WriteGate>(), made.Get<RulesStore>().Current, today);
        await seeder.RunAsync(Cases, seed: 1, rowsPerCase: null, _ => { }, Cancel);
        await made.Get<Sealer>().SealAsync(Cancel);

        var sql = await DatabaseDump.OfAsync(made.Get<Installation>());
        await File.WriteAllTextAsync(Path.Combine(Golden, dump), sql, Cancel);
    }
}
