using Redress.Web.Data;

namespace Redress.Web.Features.Cases;

/// <summary>Opens cases to be read by a person. Five queries, whatever the case has been through.</summary>
public sealed class CaseViews(CaseDesk desk, CaseReading reading, StaffDirectory staff, RedressContext context)
{
    /// <summary>The case of that reference; none where there is none the current person may see.</summary>
    public async Task<CaseView?> FindAsync(string reference, Purpose purpose, CancellationToken cancel)
    {
        if (await desk.FindAsync(reference, purpose, cancel) is not { } file)
        {
            return null;
        }

        var words = await reading.WordsAsync(context, file.Case.Id, cancel);
        var people = await reading.PeopleAsync(context, file.Case.Id, cancel);
        await staff.ReadyAsync(cancel);
        return new CaseView(file, words, people, staff, desk.Rules, desk.Today);
    }
}
