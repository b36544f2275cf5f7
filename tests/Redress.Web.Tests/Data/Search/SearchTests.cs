using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data.Search;

public sealed class SearchTests(TestDatabases databases)
{
    private static readonly CasePersonRow Resident = new()
    {
        Id = "",
        CaseId = "",
        Role = PersonRole.Complainant,
        Name = "Siobhán O’Brien",
        Phone = "07700 900123",
        Email = "siobhan.obrien@example.com",
        Address = "12 Müller Court, Vale",
        Postcode = "SW1A 1AA",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Reference stands for the case's own.</summary>
    [Theory]
    [CombinatorialKinds(
        "o'brien",
        "OBRIEN",
        "o`brien siobhan",
        "o brien",
        "brien",
        "sio",
        "damp o'brien",
        "o'brien damp",
        "mould dam",
        "sw1a1aa",
        "sw1a 1aa",
        "SW1A",
        "07700 900123",
        "+44 7700 900 123",
        "07700900",
        "900123",
        "siobhan.obrien@example.com",
        "muller court",
        "Reference",
        "Misheard",
        "dehumidifier"
    )]
    public async Task A_case_is_found_in_the_words_of_somebody_on_the_phone(Kind kind, string typed)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var file = await ComplainedAsync(installation);
        await installation.LoggedAsync("Somebody else, and something else");
        await installation.RecordAsync(
            file.Case.Id,
            1,
            new Acknowledged(installation.Desk().Today, 1, Letter: Words.Of("We will bring a dehumidifier."))
        );

        var found = await FindAsync(
            installation,
            typed switch
            {
                "Reference" => file.Case.Reference.Replace("-", "", StringComparison.Ordinal),
                "Misheard" => file.Case.Reference.Replace('0', 'o').Replace('1', 'l'),
                _ => typed,
            }
        );

        Assert.Equal([file.Case.Reference], found.Cases.Select(row => row.Reference));
        Assert.Equal("Siobhán O’Brien", found.Cases[0].Complainant);
    }

    [Theory]
    [CombinatorialKinds("damp boiler", "smith", "sw1a 1ab", "07700 900124", "itchen", "obrian")]
    public async Task What_a_case_has_not_does_not_find_it(Kind kind, string typed)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await ComplainedAsync(installation);

        Assert.Empty((await FindAsync(installation, typed)).Cases);
    }

    [Theory]
    [CombinatorialKinds(
        "\"",
        "'",
        "''; DROP TABLE cases; --",
        "damp*",
        "-damp",
        "NOT damp",
        "damp AND",
        "OR",
        "NEAR(damp, 2)",
        "words:damp",
        "^damp + mould",
        "{damp}",
        "damp\0mould",
        "\\",
        "a:* & !b | <-> (",
        "چھت پانی",
        "😀 \ud800",
        "%_"
    )]
    public async Task Nothing_that_can_be_typed_is_a_mistake(Kind kind, string typed)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await ComplainedAsync(installation);

        await FindAsync(installation, typed);
        await FindAsync(installation, string.Concat(Enumerable.Repeat(typed, 50_000 / typed.Length)));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_newest_fifty_come_first_and_whole_words_before_beginnings(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = new List<string>();
        for (var day = 0; day < 60; day++)
        {
            logged.Insert(0, (await installation.LoggedAsync(day % 2 == 0 ? "damp" : "dampness")).Case.Reference);
            installation.Clock.Advance(TimeSpan.FromDays(1));
        }

        var half = await FindAsync(installation, "damp");
        Assert.Equal(logged.Take(Redress.Web.Data.Search.PageSize), half.Cases.Select(row => row.Reference));
        Assert.True(half.IsMore);
        var whole = await FindAsync(installation, "dampness");
        Assert.Equal(logged.Where((_, at) => at % 2 == 0), whole.Cases.Select(row => row.Reference));
        Assert.False(whole.IsMore);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_it_is_found_is_said_of_a_case_that_does_not_show_it(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await ComplainedAsync(installation);

        Assert.Null(Assert.Single((await FindAsync(installation, "damp brien")).Cases).Elsewhere);
        var phone = Assert.Single((await FindAsync(installation, "07700")).Cases);
        Assert.Contains("07700 900123", phone.Elsewhere, StringComparison.Ordinal);
        var definition = Assert.Single((await FindAsync(installation, "order")).Cases);
        Assert.Equal("The lift has been out of order since Friday.", definition.Elsewhere);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_may_see_no_case_finds_none(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await ComplainedAsync(installation);

        Assert.Empty((await FindAsync(installation, "damp", CurrentPerson.Nobody)).Cases);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_drifted_in_the_index_is_counted_and_put_right(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await ComplainedAsync(installation);
        await installation.LoggedAsync("The boiler");
        await using var context = installation.Database.NewContext();
        await context.CaseSearch.OrderBy(row => row.Number).Take(1).ExecuteDeleteAsync(Cancel);
        await context.CaseSearch.ExecuteUpdateAsync(
            row => row.SetProperty(search => search.Words, "nonsense "),
            Cancel
        );

        Assert.Single((await FindAsync(installation, "nonsense")).Cases);
        Assert.Equal(3, (await installation.Get<Rebuilder>().RebuildAsync(Cancel)).Changed);

        Assert.Empty((await FindAsync(installation, "nonsense")).Cases);
        Assert.Single((await FindAsync(installation, "boiler")).Cases);
        Assert.Single((await FindAsync(installation, "damp")).Cases);
        Assert.Equal(0, (await installation.Get<Rebuilder>().CompareAsync(Cancel)).Changed);
    }

    [Fact]
    public async Task What_is_erased_is_nowhere_in_the_file_any_more()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var file = await ComplainedAsync(installation);
        for (var number = 0; number < 40; number++)
        {
            await installation.LoggedAsync($"Complaint {number}");
        }

        await installation.RecordAsync(
            file.Case.Id,
            1,
            new Acknowledged(installation.Desk().Today, 1, Letter: Words.Of("It is xylophonitis."))
        );
        Assert.Contains("xylophonitis", await InFileAsync(installation), StringComparison.Ordinal);
        await using var context = installation.Database.NewContext();
        await context
            .Words.Where(row => row.Text!.Contains("xylophonitis"))
            .ExecuteUpdateAsync(row => row.SetProperty(words => words.Text, (string?)null), Cancel);

        await installation.Get<Rebuilder>().RebuildAsync(Cancel);

        Assert.DoesNotContain("xylophonitis", await InFileAsync(installation), StringComparison.Ordinal);
        Assert.Single((await FindAsync(installation, "brien")).Cases);
    }

    [Fact]
    public async Task The_index_of_SQLite_says_what_its_rows_say()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await installation.EventfulAsync();
        await ComplainedAsync(installation);

        await CheckIndexAsync(installation);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Cases_are_found_where_a_dump_or_a_backup_came_back_and_go_on_being_found(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var file = await ComplainedAsync(installation);
        var place = installation.Get<Installation>();
        var backup = Path.Combine(place.Folder, "backup");
        await installation.Get<Backup>().TakeAsync(backup, Cancel);
        var (dumped, restored) = (await databases.CreateEmptyAsync(kind), await databases.CreateEmptyAsync(kind));
        await DatabaseDump.RestoreAsync(await DatabaseDump.OfAsync(place), dumped, Cancel);
        await using (var restoring = TestInstallation.Over(restored))
        {
            await restoring.Get<Restore>().RunAsync(backup, Cancel);
        }

        foreach (var house in new[] { dumped, restored })
        {
            await using var moved = TestInstallation.Over(house);
            await moved.Get<InstallationSetup>().MigrateAsync(Cancel);
            Assert.Equal(file.Case.Reference, Assert.Single((await FindAsync(moved, "damp brien")).Cases).Reference);

            var letter = Words.Of("We will bring a dehumidifier.");
            await moved.RecordAsync(file.Case.Id, 1, new Acknowledged(moved.Desk().Today, 1, Letter: letter));
            await moved.LoggedAsync("Damp in the hall");

            Assert.Single((await FindAsync(moved, "dehumidifier")).Cases);
            Assert.Equal(2, (await FindAsync(moved, "damp")).Cases.Count);
            Assert.Equal(0, (await moved.Get<Rebuilder>().CompareAsync(Cancel)).Changed);
            if (kind == Kind.Sqlite)
            {
                await CheckIndexAsync(moved);
            }
        }
    }

    internal static async Task<SearchResult> FindAsync(
        TestInstallation installation,
        string typed,
        CurrentPerson? person = null
    )
    {
        var reader = person ?? TestInstallation.Cora;
        await using var context = installation.Database.NewContext(() => reader);
        var search = new Redress.Web.Data.Search(
            context,
            installation.Get<SearchQueries>(),
            installation.Get<RulesStore>(),
            reader,
            installation.Clock
        );
        return await search.FindAsync(SearchQuery.Read(typed), Cancel);
    }

    private static async Task<CaseFile> ComplainedAsync(TestInstallation installation)
    {
        var desk = installation.Desk();
        var file = desk.NewFile();
        var person = Resident with { Id = $"p-{file.Case.Id}", CaseId = file.Case.Id };
        var logged = TestInstallation.Logged(desk, "Damp and mould in the kitchen");
        var received = (Received)logged[0] with { ComplainantId = person.Id };
        await desk.RecordAsync(file, [received, .. logged.Skip(1)], with: [person], cancel: Cancel);
        return file;
    }

    /// <summary>More than are looked through one by one, in the last weeks, and before: on PostgreSQL each is asked otherwise.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_newest_are_found_however_long_ago_they_came(Kind kind)
    {
        const int Today = (64 * 12_000) + 30;
        var said = new (int Day, int Cases, string Words)[]
        {
            (Today - 400, 60, "often seldom once "),
            (Today - 70, 20, "often seldom "),
            (Today - 70, 60, "often lately "),
            (Today, 2600, "often "),
        };
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await using var context = installation.Database.NewContext();
        var rows = said.SelectMany(some => Enumerable.Repeat(some, some.Cases))
            .Select(
                (some, at) =>
                    new CaseSearchRow
                    {
                        Number = ((long)some.Day << 41) | (uint)at,
                        CaseId = $"{at:D4}",
                        Words = some.Words,
                    }
            )
            .ToList();
        context.CaseSearch.AddRange(rows);
        await context.SaveChangesAsync(Cancel);

        await context.Database.OpenConnectionAsync(Cancel);
        foreach (var word in new[] { "often", "lately", "seldom", "once", "never" })
        {
            var newest = rows.Where(row => row.Words.Contains(word, StringComparison.Ordinal))
                .OrderByDescending(row => row.Number)
                .Take(Redress.Web.Data.Search.PageSize + 1);
            var found = await SearchQueries.IdsAsync(
                context,
                SearchQuery.Read(word),
                TestInstallation.Cora,
                installation.Clock.Today,
                whole: true,
                Cancel
            );
            Assert.Equal(newest.Select(row => row.CaseId), found);
        }
    }

    /// <summary>Fails where FTS5 finds other words in its index than in the rows it was made of.</summary>
    private static async Task CheckIndexAsync(TestInstallation installation)
    {
        await using var context = installation.Database.NewContext();
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO case_search_index (case_search_index, rank) VALUES ('integrity-check', 1)",
            Cancel
        );
    }

    private static async Task<string> InFileAsync(TestInstallation installation)
    {
        await using (var context = installation.Database.NewContext())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        }

        var bytes = await File.ReadAllBytesAsync(installation.Get<Installation>().DatabaseFile, Cancel);
        return System.Text.Encoding.Latin1.GetString(bytes);
    }
}

/// <summary>Each of these on both databases.</summary>
internal sealed class CombinatorialKindsAttribute(params string[] typed) : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        System.Reflection.MethodInfo testMethod,
        Xunit.Sdk.DisposalTracker disposalTracker
    ) =>
        new([
            .. typed.SelectMany(text =>
                new[] { Kind.Sqlite, Kind.Postgres }.Select(kind => new TheoryDataRow(kind, text))
            ),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
