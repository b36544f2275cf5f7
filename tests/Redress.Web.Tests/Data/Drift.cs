using Redress.Web.Data;

namespace Redress.Web.Tests.Data;

/// <summary>A case whose rows are no longer what its history makes of them.</summary>
internal static class Drift
{
    /// <summary>
    /// What was known of these duties before the next act is there already, so that no act that moves them can be saved.
    /// </summary>
    public static async Task InAsync(Database database, IEnumerable<DutyRow> duties)
    {
        await using var context = database.NewContext();
        foreach (var duty in duties)
        {
            context.Add(
                new DutyVersionRow
                {
                    CaseId = duty.CaseId,
                    Stage = duty.Stage,
                    Duty = duty.Duty,
                    Occurrence = duty.Occurrence,
                    Limit = duty.Limit,
                    Extended = duty.Extended,
                    Assumed = duty.Assumed,
                    BelongsTo = duty.BelongsTo,
                    CalendarEdition = duty.CalendarEdition,
                    KnownFrom = duty.KnownFrom,
                    KnownTo = duty.KnownFrom.AddDays(1),
                }
            );
        }

        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
