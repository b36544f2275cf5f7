using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases;

/// <summary>
/// Opens cases to be read by a person. Four queries to show one and six to act, whatever the case has been through.
/// </summary>
public sealed class CaseViews(CaseDesk desk, CaseReading reading, StaffDirectory staff, RedressContext context)
{
    /// <summary>The case that somebody follows; none where it is no more, or they complain in it no more.</summary>
    public Task<CaseView?> FollowedAsync(CurrentPerson resident, Purpose purpose, CancellationToken cancel) =>
        FindAsync(resident.Follows!, purpose, cancel);

    /// <summary>The case of that reference; none where there is none the current person may see.</summary>
    public async Task<CaseView?> FindAsync(string reference, Purpose purpose, CancellationToken cancel)
    {
        var toAct = purpose == Purpose.Act;
        var file = toAct ? await desk.FindAsync(reference, purpose, cancel) : null;
        var found = toAct ? file?.Case : await desk.ReadAsync(reference, purpose, cancel);
        if (found is null)
        {
            return null;
        }

        var words = await reading.WordsAsync(context, found.Id, cancel);
        var people = await reading.PeopleAsync(context, found.Id, cancel);
        await staff.ReadyAsync(cancel);
        return new CaseView(found, file, words, people, staff, desk.Rules, desk.Today);
    }
}
