using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>The rows worked out from a case at one moment; two moments compared tell what to write.</summary>
internal sealed record StoredRows(
    CaseRow? Case,
    List<CaseStageRow> Stages,
    List<CaseDeciderRow> Deciders,
    List<CaseSubjectRow> Subjects,
    List<CaseReaderRow> Readers,
    List<CaseStatementRow> Statements,
    List<CaseAuthorityRow> Authorities,
    List<CaseNeedsRow> Needs,
    List<CasePointRow> Points,
    List<CaseCommitmentRow> Commitments,
    List<CaseAskRow> Asks,
    List<CaseLetterRow> Letters,
    List<DutyRow> Duties
)
{
    public static readonly StoredRows None = new(null, [], [], [], [], [], [], [], [], [], [], [], []);

    public static StoredRows Of(Case c, List<DutyRow> duties) =>
        new(
            CaseRows.Case(c, duties),
            CaseRows.Stages(c),
            CaseRows.Deciders(c),
            CaseRows.Subjects(c),
            CaseRows.Readers(c),
            CaseRows.Statements(c),
            CaseRows.Authorities(c),
            CaseRows.Needs(c),
            CaseRows.Points(c),
            CaseRows.Commitments(c),
            CaseRows.Asks(c),
            CaseRows.Letters(c),
            duties
        );

    /// <summary>
    /// As a rebuild writes them: what the database now refuses may stand in history from before it did, and then the
    /// earlier stage counts.
    /// </summary>
    public StoredRows Rebuilt() => this with { Deciders = [.. Deciders.DistinctBy(row => row.PersonId)] };

    public void WriteChanges(StoredRows before, Recording recording)
    {
        if (before.Case is null)
        {
            recording.Insert(Case!);
        }
        else if (before.Case != Case)
        {
            recording.Put(Case!);
        }

        WriteChanges(before.Stages, Stages, (one, other) => one.Stage == other.Stage, recording);
        WriteChanges(
            before.Deciders,
            Deciders,
            (one, other) => one.PersonId == other.PersonId && one.Stage == other.Stage,
            recording
        );
        WriteChanges(before.Subjects, Subjects, (one, other) => one.PersonId == other.PersonId, recording);
        WriteChanges(before.Readers, Readers, (one, other) => one.PersonId == other.PersonId, recording);
        WriteChanges(before.Statements, Statements, (one, other) => one.Statement == other.Statement, recording);
        WriteChanges(before.Authorities, Authorities, (one, other) => one.PersonId == other.PersonId, recording);
        WriteChanges(before.Needs, Needs, (one, other) => one.PersonId == other.PersonId, recording);
        WriteChanges(before.Points, Points, (one, other) => one.Point == other.Point, recording);
        WriteChanges(before.Commitments, Commitments, (one, other) => one.Commitment == other.Commitment, recording);
        WriteChanges(before.Asks, Asks, (one, other) => one.Ask == other.Ask, recording);
        WriteChanges(
            before.Letters,
            Letters,
            (one, other) => one.Letter == other.Letter && one.PersonId == other.PersonId,
            recording
        );
        WriteChanges(before.Duties, Duties, DutyLedger.IsSame, recording);
    }

    public static void WriteChanges<T>(List<T> before, List<T> now, Func<T, T, bool> isSame, Recording recording)
        where T : class
    {
        foreach (var gone in before.Where(old => !now.Exists(row => isSame(old, row))))
        {
            recording.Delete(gone);
        }

        foreach (var row in now.Where(row => !before.Contains(row)))
        {
            if (before.Exists(old => isSame(old, row)))
            {
                recording.Put(row);
            }
            else
            {
                recording.Insert(row);
            }
        }
    }
}
