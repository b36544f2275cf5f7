using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>
/// Authority recorded and ended: in the case it is recorded in, in the resident's other cases that it serves too, and in all
/// of them at once.
/// </summary>
public sealed class Authorities(
    CaseDesk desk,
    RedressContext context,
    CaseReading reading,
    Outbox outbox,
    LetterTexts letters
)
{
    private const int Most = 20;

    /// <summary>
    /// The other cases in sight in which somebody complains under the same email address or telephone number as one of those
    /// for whom somebody acts here, the newest first. Who is confidential is found nowhere else.
    /// </summary>
    public async Task<IReadOnlyList<CaseRow>> OthersAsync(CaseView view, CancellationToken cancel)
    {
        var residents = view.People.Where(person => IsActedFor(view, person)).ToList();
        string?[] emails = [.. residents.Select(person => person.Email).Where(IsFilledIn)];
        string?[] phones = [.. residents.Select(person => person.Phone).Where(IsFilledIn)];
        if (emails.Length + phones.Length == 0)
        {
            return [];
        }

        return await context
            .Cases.AsNoTracking()
            .Where(row =>
                context
                    .CasePeople.Where(one => one.Role == PersonRole.Complainant && !one.Confidential)
                    .Where(one => emails.Contains(one.Email) || phones.Contains(one.Phone))
                    .Select(one => one.CaseId)
                    .Contains(row.Id)
            )
            .Where(row => row.Id != view.Case.Id)
            .OrderByDescending(row => row.ReceivedOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .ToListAsync(cancel);
    }

    /// <summary>What is recorded in the case itself.</summary>
    public async Task<Decision<CannotRecordAuthority>> DecideAsync(
        CaseView view,
        RecordAuthorityForm form,
        CancellationToken cancel
    )
    {
        var decision = Representation.Authorise(
            view.Case,
            form.Request(form.Person),
            $"{Guid.NewGuid():N}",
            desk.Today
        );
        if (decision.Refusal is not null)
        {
            return decision;
        }

        var theirs = form.Also.Length == 0 ? [] : await OthersAsync(view, cancel);
        if (form.Also.Except(theirs.Select(row => row.Reference), StringComparer.Ordinal).Any())
        {
            return CannotRecordAuthority.NotTheirCase;
        }

        var recorded = (AuthorityRecorded)decision.Events[0];
        var resident = view.Case.FindRepresentative(recorded.Person)!.For;
        var person = view.People.First(one => one.Id == resident);
        var events = new List<CaseEvent> { recorded };
        var canBeMailed = outbox.CanMail && Recipient.Of(person).CanBeMailed;
        if (RecordingNeeds.WayTo(view.Case, resident, canBeMailed) is { } channel)
        {
            var text = letters.AuthorityNotice(view, person, recorded, form.Also);
            events.Add(Representation.Notice(recorded, resident, channel, text, desk.Today));
        }

        return events;
    }

    /// <summary>All of it or nothing, in every case that it serves.</summary>
    public async Task RecordAsync(
        CaseView view,
        IReadOnlyList<CaseEvent> events,
        RecordAuthorityForm form,
        Once? once,
        CancellationToken cancel
    )
    {
        var recorded = events.OfType<AuthorityRecorded>().Single();
        var acts = new List<CaseAct> { new(view.File, events) };
        var people = new List<object>();
        foreach (var reference in form.Also.Distinct(StringComparer.Ordinal))
        {
            if (await desk.FindAsync(reference, Purpose.Act, cancel) is { } other)
            {
                var (also, came) = await AlsoAsync(view, other, recorded, form, cancel);
                acts.Add(new CaseAct(other, also));
                people.AddRange(came);
            }
        }

        await desk.RecordAsync(acts, once, people, cancel);
    }

    /// <summary>Ended in one case, it is ended in every other that it serves, whoever may see that one.</summary>
    public async Task EndAsync(CaseFile file, AuthorityEnded ended, Once? once, CancellationToken cancel)
    {
        var authority = file.Case.FindRepresentative(ended.Person)!.Authority!.Id;
        var acts = new List<CaseAct> { new(file, [ended]) };
        foreach (var other in await desk.ServedAsync(authority, file.Case.Id, cancel))
        {
            acts.AddRange(
                other
                    .Case.Representatives.Where(one => one.Authority?.Id == authority && one.MayAct(desk.Today))
                    .Select(one => new CaseAct(other, [ended with { Person = one.Person }]))
            );
        }

        await desk.RecordAsync(acts, once, with: null, cancel);
    }

    /// <summary>Whoever may act here is brought into the other case, where they are not there already.</summary>
    private async Task<(IReadOnlyList<CaseEvent> Events, IReadOnlyList<CasePersonRow> Came)> AlsoAsync(
        CaseView view,
        CaseFile other,
        AuthorityRecorded recorded,
        RecordAuthorityForm form,
        CancellationToken cancel
    )
    {
        var here = view.Case.FindRepresentative(recorded.Person)!;
        var acting = view.People.First(person => person.Id == here.Person);
        var resident = view.People.First(person => person.Id == here.For);
        var there = await reading.PeopleAsync(context, other.Case.Id, cancel);
        var same = there.First(person => IsSame(person, resident));
        var known = other
            .Case.Representatives.FirstOrDefault(one =>
                one.For == same.Id && there.Any(person => person.Id == one.Person && person.Name == acting.Name)
            )
            ?.Person;
        var person = known ?? $"{Guid.NewGuid():N}";
        var scope = Words.From(form.Scope)!;
        CaseEvent given = recorded with { Person = person, Scope = scope };
        return known is not null
            ? ([given], [])
            : (
                [new RepresentativeNamed(desk.Today, person, same.Id, here.Kind), given],
                [acting with { Id = person, CaseId = other.Case.Id }]
            );
    }

    private static bool IsActedFor(CaseView view, CasePersonRow person) =>
        view.Case.Representatives.Any(one => one.For == person.Id);

    private static bool IsSame(CasePersonRow one, CasePersonRow other) =>
        one is { Role: PersonRole.Complainant, Confidential: false }
        && ((IsFilledIn(one.Email) && one.Email == other.Email) || (IsFilledIn(one.Phone) && one.Phone == other.Phone));

    private static bool IsFilledIn(string? value) => !string.IsNullOrWhiteSpace(value);
}
