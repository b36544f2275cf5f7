using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>How many open cases everybody has.</summary>
internal static class Workload
{
    /// <summary>By the id of whoever has them, of those in sight. One query.</summary>
    public static Task<Dictionary<string, int>> OpenCasesAsync(this RedressContext context, CancellationToken cancel) =>
        context
            .Cases.Where(row => row.IsOpen && row.OwnerId != null)
            .GroupBy(row => row.OwnerId!)
            .Select(group => new { Owner = group.Key, Cases = group.Count() })
            .ToDictionaryAsync(one => one.Owner, one => one.Cases, cancel);
}
