using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>How many open cases have this in common.</summary>
public sealed record WorklistGroup(DateOnly DueOrder, int Stage, CaseStatus Status, int Cases);

/// <summary>A worklist in figures. Each is the length of the list that it opens into.</summary>
public sealed class WorklistFigures(IReadOnlyList<WorklistGroup> groups)
{
    public int Open => groups.Sum(group => group.Cases);

    /// <summary>The stages there are cases at, in order; 0 for kinds that have none.</summary>
    public IEnumerable<int> Stages => groups.Select(group => group.Stage).Distinct().Order();

    /// <summary>The statuses there are cases in, in order.</summary>
    public IEnumerable<CaseStatus> Statuses => groups.Select(group => group.Status).Distinct().Order();

    public int Due(DueSpan span) =>
        groups.Where(group => span.From <= group.DueOrder && group.DueOrder <= span.Until).Sum(group => group.Cases);

    public int At(int stage) => groups.Where(group => group.Stage == stage).Sum(group => group.Cases);

    public int In(CaseStatus status) => groups.Where(group => group.Status == status).Sum(group => group.Cases);
}
