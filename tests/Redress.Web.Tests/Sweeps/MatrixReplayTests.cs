using System.Net;
using Redress.Core;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Sweeps;

/// <summary>
/// The permission matrix as it was agreed, against the one the program carries, and against what every door really answers to
/// everybody: each role, and handlers by what they are to the case.
/// </summary>
public sealed class MatrixReplayTests(SqliteSite sqlite, PostgresSite postgres)
    : IClassFixture<SqliteSite>,
        IClassFixture<PostgresSite>
{
    private static readonly string[] Columns =
    [
        "RES",
        "REP",
        "FLO",
        "IO",
        "SUB",
        "CT",
        "CON",
        "MP",
        "PAN",
        "ADM",
        "AUD",
        "ANON",
        "MAIL",
        "LEAD",
        "SAFE",
        "DPO",
        "DIR",
    ];

    private static readonly Dictionary<string, Dictionary<string, string>> Agreed = Read();

    [Fact]
    public void The_program_carries_the_marks_that_were_agreed()
    {
        Assert.Equal(70, Agreed.Count);
        foreach (var (id, marks) in Agreed)
        {
            var row = PermissionMatrix.Rows.Single(row => row.Id == id);
            foreach (var (column, mark) in marks)
            {
                Assert.True(Letter(row.Marks[Array.IndexOf(Columns, column)]) == mark, $"{id} {column}");
            }
        }
    }

    [Fact]
    public void Every_act_has_its_row_and_every_row_that_nothing_does_says_which_part_will()
    {
        Assert.All(Enum.GetValues<Act>(), act => Assert.Contains(PermissionMatrix.Rows, row => row.IsOf(act)));
        Assert.All(
            PermissionMatrix.Rows.Where(row => row.Later.Length > 0),
            row => Assert.DoesNotContain(Enum.GetValues<Act>(), row.IsOf)
        );
    }

    [Fact]
    public void An_auditor_reads_and_changes_nothing_but_what_is_their_own() =>
        Assert.All(
            Enum.GetValues<Act>().Where(act => Permissions.May([Role.Auditor], act)),
            act => Assert.True(IsToRead(act) || act is Act.KeepOwnAccount or Act.GiveStatement, $"{act}")
        );

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Every_door_answers_everybody_as_the_matrix_says(Kind kind)
    {
        SweptSite site = kind == Kind.Sqlite ? sqlite : postgres;
        var faults = new List<string>();
        foreach (var door in site.Doors.Where(door => door.Needs is not null && !door.IsResidents))
        {
            foreach (var who in SweptSite.Everybody)
            {
                using var answer = await site.AskAsync(door, who);
                if (Wrong(door, who, answer.StatusCode) is { } fault)
                {
                    faults.Add(fault);
                }
            }
        }

        Faults.AssertNone(faults);
    }

    [Theory]
    [InlineData(SweptSite.Owner, HttpStatusCode.NotFound)]
    [InlineData(SweptSite.Owner, HttpStatusCode.Forbidden)]
    [InlineData(SweptSite.Owner, HttpStatusCode.InternalServerError)]
    [InlineData(SweptSite.Former, HttpStatusCode.OK)]
    [InlineData(SweptSite.Teammate, HttpStatusCode.Forbidden)]
    [InlineData("dan", HttpStatusCode.OK)]
    [InlineData("dan", HttpStatusCode.NotFound)]
    [InlineData("paul", HttpStatusCode.BadRequest)]
    public void A_door_that_answers_otherwise_is_found(string who, HttpStatusCode status) =>
        Assert.NotNull(Wrong(Made("/cases/{reference}", Act.SeeCase), who, status));

    private static Door Made(string pattern, Act act) =>
        new("GET", pattern, new Microsoft.AspNetCore.Http.EndpointMetadataCollection(new NeedsAttribute(act)));

    /// <summary>
    /// Who may never do it is told so, whatever the case. To whoever may with other cases only, this one is as if it did not
    /// exist; and so is a request for a statement to whoever is not asked.
    /// </summary>
    private static string? Wrong(Door door, string who, HttpStatusCode status)
    {
        var role = SweptSite.RoleOf(who);
        var ofACase = door.Pattern.Contains("{reference}", StringComparison.Ordinal);
        var mayEver = MayEver(role, door.Needs!.Value);
        var isAsked = !door.Pattern.Contains("{request}", StringComparison.Ordinal) || who == SweptSite.Heard;
        var may = mayEver && isAsked && (role != Role.Handler || !ofACase || who == SweptSite.Owner);
        var asItShould =
            !mayEver ? status is HttpStatusCode.Forbidden
            : !may ? status is HttpStatusCode.NotFound
            : status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
                && (int)status < 500;
        return asItShould ? null : $"{door} ({door.Needs}) answers {who}, {role}, with {status}";
    }

    private static bool MayEver(Role role, Act act) =>
        ColumnsOf(role)
            .Any(column => PermissionMatrix.Rows.Where(row => row.IsOf(act)).Any(row => Lets(row, column, act)));

    private static bool Lets(MatrixRow row, string column, Act act)
    {
        var mark =
            Agreed.TryGetValue(row.Id, out var marks) && marks.TryGetValue(column, out var agreed)
                ? agreed
                : Letter(row.Marks[Array.IndexOf(Columns, column)]);
        var isOutside = column is "CON" or "MP" or "PAN";
        return mark switch
        {
            "R" => !isOutside && row.Acts.Contains(act) && IsToRead(act),
            "Y" or "O" => (!isOutside || row.Id[0] == 'H') && (row.Acts.Contains(act) || row.Proposes.Contains(act)),
            "P" => !isOutside && (row.Proposes.Contains(act) || (column == "IO" && row.Alone.Contains(act))),
            _ => false,
        };
    }

    /// <summary>What only reads is named so: to see or to search.</summary>
    private static bool IsToRead(Act act) =>
        act == Act.SearchCases || WireName.Of(act).StartsWith("see_", StringComparison.Ordinal);

    private static string[] ColumnsOf(Role role) =>
        role switch
        {
            Role.FrontLine => ["FLO"],
            Role.Handler => ["IO"],
            Role.ComplaintsTeam => ["CT"],
            Role.ComplaintsLead => ["CT", "LEAD"],
            Role.Auditor => ["AUD"],
            Role.Administrator => ["ADM"],
            Role.SafeguardingLead => ["SAFE"],
            Role.DataProtectionOfficer => ["DPO"],
            Role.ServiceDirector => ["DIR"],
            Role.Contractor => ["CON"],
            Role.MemberOfParliament => ["MP"],
            Role.ScrutinyPanel => ["PAN"],
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    private static string Letter(Mark mark) =>
        mark switch
        {
            Mark.Never => "-",
            Mark.Yes => "Y",
            Mark.Own => "O",
            Mark.Consent => "C",
            Mark.ReducedFields => "R",
            Mark.Aggregates => "A",
            Mark.Released => "S",
            Mark.WithCode => "T",
            Mark.Propose => "P",
            Mark.BreakGlass => "B",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
        };

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "permission-marks.csv"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split(','))
            .ToList();
        var columns = lines[0];
        return lines
            .Skip(1)
            .ToDictionary(
                cells => cells[0],
                cells =>
                    columns
                        .Zip(cells)
                        .Skip(1)
                        .ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }
}
