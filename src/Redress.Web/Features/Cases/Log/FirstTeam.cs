using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Log;

/// <summary>Who has a new complaint where nobody is named: of the team that has its service first, whoever has the fewest cases.</summary>
public sealed class FirstTeam(
    OrganisationStore store,
    RulesStore rules,
    StaffDirectory staff,
    RedressContext context,
    CaseDesk desk
)
{
    /// <summary>Whether any complaint goes to some team first.</summary>
    public bool Exists => rules.Current.Organisation.HasFirstTeams(desk.Today);

    /// <summary>
    /// Names the officer and the team where nobody is named; where no team is first, or nobody in it is at work, whoever logs
    /// it has it.
    /// </summary>
    public async Task NameAsync(LogForm form, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(form.Handler))
        {
            return;
        }

        form.Handler = desk.Person.Id;
        var house = rules.Current.Organisation;
        if (form.Kind != CaseKind.Complaint || house.FirstTeamFor(form.Service?.Trim(), desk.Today) is not { } team)
        {
            return;
        }

        var cases = await context.OpenCasesAsync(cancel);
        var first = (await staff.ColleaguesAsync(cancel))
            .Where(one => house.IsIn(one.Id, team, desk.Today) && staff.AwayToday(one.Id) is null)
            .OrderBy(one => cases.GetValueOrDefault(one.Id))
            .ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault();
        if (first is not null)
        {
            form.Handler = first.Id;
            form.Team ??= (await store.TeamsAsync(cancel)).First(row => row.Id == team).Name;
        }
    }
}
