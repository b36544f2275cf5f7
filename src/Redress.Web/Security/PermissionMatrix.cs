using System.Collections.Frozen;
using Redress.Core;

namespace Redress.Web.Security;

/// <summary>The columns of the matrix: what somebody is to a case or to the landlord, and what they can besides.</summary>
public enum Column
{
    Resident,
    Representative,
    FrontLine,
    InvestigatingOfficer,
    Subject,
    ComplaintsTeam,
    Contractor,
    MemberOfParliament,
    ScrutinyPanel,
    Administrator,
    Auditor,
    Anonymous,
    Mail,
    ComplaintsLead,
    SafeguardingLead,
    DataProtectionOfficer,
    ServiceDirector,
}

/// <summary>How far a row of the matrix goes for a column.</summary>
public enum Mark
{
    Never,
    Yes,

    /// <summary>About one's own or assigned cases.</summary>
    Own,

    /// <summary>Within recorded consent or authority.</summary>
    Consent,
    ReducedFields,

    /// <summary>In figures, small numbers left out.</summary>
    Aggregates,

    /// <summary>What a statement request releases.</summary>
    Released,
    WithCode,

    /// <summary>To propose or to ask; somebody else approves.</summary>
    Propose,
    BreakGlass,
}

/// <summary>A row of the matrix.</summary>
/// <param name="Id">M with a number where it is one of the field's own; H with a number where it is ours.</param>
/// <param name="Marks">By column.</param>
/// <param name="Acts">What it is to do it, or to approve it.</param>
/// <param name="Proposes">What it is to propose it, or to take down that a resident asks for it.</param>
/// <param name="Alone">What a proposal of the officer who has the case does without waiting for anybody.</param>
/// <param name="Later">The part of the product that brings it; empty where it is there.</param>
public sealed record MatrixRow(
    string Id,
    IReadOnlyList<Mark> Marks,
    IReadOnlySet<Act> Acts,
    IReadOnlySet<Act> Proposes,
    IReadOnlySet<Act> Alone,
    string Later
)
{
    public Mark MarkOf(Column column) => Marks[(int)column];

    /// <summary>Whether what the column is marked with lets it do that.</summary>
    public bool Grants(Column column, Act act) =>
        MarkOf(column) switch
        {
            Mark.Never or Mark.Aggregates or Mark.BreakGlass => false,
            Mark.ReducedFields => Acts.Contains(act) && IsToRead(act),
            Mark.Propose => Proposes.Contains(act) || (column == Column.InvestigatingOfficer && Alone.Contains(act)),
            _ => Acts.Contains(act) || Proposes.Contains(act),
        };

    /// <summary>Whoever sees reduced fields of something does not change it.</summary>
    private static bool IsToRead(Act act) =>
        act
            is Act.SeeRules
                or Act.SeeCase
                or Act.SearchCases
                or Act.SeeRecord
                or Act.SeeSubject
                or Act.SeeAccounts
                or Act.SeeCover
                or Act.SeeOrganisation
                or Act.SeeIncidents
                or Act.SeeWhoseData;

    /// <summary>Whether it says anything of the act.</summary>
    public bool IsOf(Act act) => Acts.Contains(act) || Proposes.Contains(act) || Alone.Contains(act);
}

/// <summary>
/// Who may do what, as data: permission-matrix.csv, which is read once. What it does not say nobody may.
/// </summary>
public static class PermissionMatrix
{
    private const string File = "permission-matrix.csv";

    /// <summary>Those who work for others, or watch: they have no case to work on, whatever is shared with them of one.</summary>
    private static readonly FrozenSet<Column> Outside =
    [
        Column.Contractor,
        Column.MemberOfParliament,
        Column.ScrutinyPanel,
        Column.Representative,
        Column.Mail,
    ];

    private static readonly FrozenSet<Column> WithACode = [Column.Resident, Column.Anonymous];

    /// <summary>In the order of the file.</summary>
    public static readonly IReadOnlyList<MatrixRow> Rows = Read();

    private static readonly FrozenSet<(Column, Act)> Granted = Rows.SelectMany(row =>
            Enum.GetValues<Column>()
                .SelectMany(column =>
                    Enum.GetValues<Act>()
                        .Where(act => row.Grants(column, act))
                        .Select(act => (Column: column, Act: act))
                )
                .Where(granted => IsFor(row, granted.Column, granted.Act))
        )
        .ToFrozenSet();

    public static bool Grants(Column column, Act act) => Granted.Contains((column, act));

    /// <summary>Staff's pages are for staff: those with a code follow their case, and others have what is no case.</summary>
    private static bool IsFor(MatrixRow row, Column column, Act act) =>
        WithACode.Contains(column) ? act == Act.FollowCase
        : Outside.Contains(column) ? row.Id.StartsWith('H') && act != Act.FollowCase
        : act != Act.FollowCase;

    /// <summary>No cell of it has a comma or a quotation mark.</summary>
    private static List<MatrixRow> Read()
    {
        using var stream = typeof(PermissionMatrix).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        var headings = reader.ReadLine()!.Split(',').Index().ToDictionary(one => one.Item, one => one.Index);
        var rows = new List<MatrixRow>();
        while (reader.ReadLine()?.Split(',') is { } cells)
        {
            rows.Add(
                new(
                    cells[headings["id"]],
                    [.. Enum.GetValues<Column>().Select(column => MarkOf(cells[headings[HeadingOf(column)]]))],
                    ActsIn(cells[headings["acts"]]),
                    ActsIn(cells[headings["proposes"]]),
                    ActsIn(cells[headings["alone"]]),
                    cells[headings["later"]]
                )
            );
        }

        return rows;
    }

    private static FrozenSet<Act> ActsIn(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name =>
                WireName.TryParse<Act>(name, out var act)
                    ? act
                    : throw new InvalidDataException($"{File}: no act '{name}'.")
            )
            .ToFrozenSet();

    private static Mark MarkOf(string mark) =>
        mark switch
        {
            "-" => Mark.Never,
            "Y" => Mark.Yes,
            "O" => Mark.Own,
            "C" => Mark.Consent,
            "R" => Mark.ReducedFields,
            "A" => Mark.Aggregates,
            "S" => Mark.Released,
            "T" => Mark.WithCode,
            "P" => Mark.Propose,
            "B" => Mark.BreakGlass,
            _ => throw new InvalidDataException($"{File}: no mark '{mark}'."),
        };

    private static string HeadingOf(Column column) =>
        column switch
        {
            Column.Resident => "RES",
            Column.Representative => "REP",
            Column.FrontLine => "FLO",
            Column.InvestigatingOfficer => "IO",
            Column.Subject => "SUB",
            Column.ComplaintsTeam => "CT",
            Column.Contractor => "CON",
            Column.MemberOfParliament => "MP",
            Column.ScrutinyPanel => "PAN",
            Column.Administrator => "ADM",
            Column.Auditor => "AUD",
            Column.Anonymous => "ANON",
            Column.Mail => "MAIL",
            Column.ComplaintsLead => "LEAD",
            Column.SafeguardingLead => "SAFE",
            Column.DataProtectionOfficer => "DPO",
            Column.ServiceDirector => "DIR",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };
}
