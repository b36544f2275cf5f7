using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.LogFrom;

/// <summary>A complaint about to be logged out of another case: its file and its people, saved together with the link back.</summary>
internal sealed record ComplaintFrom(
    CaseFile From,
    CaseFile File,
    LoggingRequest Request,
    IReadOnlyList<CasePersonRow> People
)
{
    public string Reference => Request.Reference;

    /// <summary>
    /// Who is in the case it comes from is in it too, as they are there now: confidential, too. Of several complainants it is
    /// that of the one who leads.
    /// </summary>
    public static async Task<ComplaintFrom> OfAsync(
        LogFromForm form,
        CaseView from,
        CaseDesk desk,
        CancellationToken cancel
    )
    {
        var file = desk.NewFile(from.Case.Anonymous);
        var people = (await desk.PeopleAsync(from.Case, [.. from.People.Where(Comes)], cancel))
            .Select(person => (Was: person.Id, Is: person with { Id = $"{Guid.NewGuid():N}", CaseId = file.Case.Id }))
            .ToList();
        var complainant = people.Find(person => person.Was == from.Case.ComplainantId).Is;
        var request = form.Request(Ids.NewReference(), from.Case, complainant?.Id);
        return new(from.File, file, request, [.. people.Select(person => person.Is)]);

        bool Comes(CasePersonRow person) =>
            person.Role != PersonRole.Complainant || person.Id == from.Case.ComplainantId;
    }

    public Decision<CannotLog> Decide(CaseDesk desk) =>
        LinkedComplaint.Decide(From.Case, Request, desk.Rules, desk.Today);

    /// <summary>Both cases, or neither.</summary>
    public Task RecordAsync(CaseDesk desk, IReadOnlyList<CaseEvent> events, Once? once, CancellationToken cancel) =>
        desk.RecordAsync(
            [new(File, events), new(From, [LinkedComplaint.LinkTo(Reference, From.Case, desk.Today)])],
            once,
            People,
            cancel
        );
}
