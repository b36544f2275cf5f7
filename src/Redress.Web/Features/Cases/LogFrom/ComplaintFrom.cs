using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.LogFrom;

/// <summary>A complaint about to be logged out of another case: its file and its people, saved together with the link back.</summary>
internal sealed record ComplaintFrom(
    CaseFile From,
    CaseFile File,
    LoggingRequest Request,
    IReadOnlyList<CasePersonRow> People,
    IReadOnlyList<CaseEvent> Acting
)
{
    public string Reference => Request.Reference;

    /// <summary>
    /// Who is in the case it comes from is in it too, as they are there now: confidential, too, and with what authority they
    /// have. Of several complainants it is that of the one who leads.
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
        var acting = from
            .Case.Representatives.Where(one => one.For == from.Case.ComplainantId)
            .SelectMany(one => ActingToo(one, IdOf(one.Person), complainant!.Id, from, desk.Today));
        return new(from.File, file, request, [.. people.Select(person => person.Is)], [.. acting]);

        string IdOf(string was) => people.Find(person => person.Was == was).Is.Id;

        bool Comes(CasePersonRow person) =>
            person.Role != PersonRole.Complainant || person.Id == from.Case.ComplainantId;
    }

    public Decision<CannotLog> Decide(CaseDesk desk)
    {
        var decision = LinkedComplaint.Decide(From.Case, Request, desk.Rules, desk.Today);
        return decision.Refusal is null ? new List<CaseEvent>([.. decision.Events, .. Acting]) : decision;
    }

    /// <summary>What is so of somebody who acts for the resident there is so here; not what has been erased.</summary>
    private static IEnumerable<CaseEvent> ActingToo(
        Representative there,
        string person,
        string resident,
        CaseView from,
        DateOnly today
    )
    {
        yield return new RepresentativeNamed(today, person, resident, there.Kind);
        if (there.Authority is { } given && there.MayAct(today) && from.Text(given.Scope) is { } scope)
        {
            yield return new AuthorityRecorded(
                given.From,
                person,
                given.Id,
                given.How,
                Words.Of(scope),
                given.Letters,
                given.Until
            );
        }
    }

    /// <summary>Both cases, or neither.</summary>
    public Task RecordAsync(CaseDesk desk, IReadOnlyList<CaseEvent> events, Once? once, CancellationToken cancel) =>
        desk.RecordAsync(
            [new(File, events), new(From, [LinkedComplaint.LinkTo(Reference, From.Case, desk.Today)])],
            once,
            People,
            cancel
        );
}
