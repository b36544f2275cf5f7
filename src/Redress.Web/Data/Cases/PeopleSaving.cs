using System.Data.Common;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Saves who is in a case with what happened to it. Who is confidential by then is split here, and nowhere else, into the
/// row that everybody sees and the record of who they are, so that whoever brings a person in cannot forget it.
/// </summary>
public sealed class PeopleSaving(Identities identities, CaseReading reading)
{
    /// <summary>Mail that waits finds its address when it is handed over, and what went says no longer where to.</summary>
    private const string ForgetAddresses = """
        UPDATE outgoing_mail SET address = NULL, name = NULL, last_error = NULL
        WHERE case_id = $1 AND person_id = $2
        """;

    /// <summary>Hands over the case and its people as they are once these events have been recorded into it.</summary>
    /// <param name="context">Where the people so far are read.</param>
    /// <param name="file">The case.</param>
    /// <param name="events">What was recorded into it.</param>
    /// <param name="came">Who came into it, as they are.</param>
    /// <param name="recording">What all is handed to.</param>
    /// <param name="cancel">Stops reading.</param>
    internal async Task SaveAsync(
        RedressContext context,
        CaseFile file,
        IReadOnlyList<CaseEvent> events,
        IReadOnlyList<CasePersonRow> came,
        Recording recording,
        CancellationToken cancel
    )
    {
        var c = file.Case;
        foreach (var left in events.OfType<ComplainantLeft>())
        {
            recording.Delete(
                new CaseAccessRow
                {
                    CaseId = c.Id,
                    PersonId = left.Person,
                    CodeHash = "",
                }
            );
        }

        var isNew = c.Version == events.Count;
        if (
            isNew
            || (
                c.Confidential.Count == 0
                && !events.Any(happened => happened is ConfidentialityEnded or ContactCorrected)
            )
        )
        {
            SaveNew(file, came, recording);
            return;
        }

        var hidden = (await identities.OfCaseAsync(context, c.Id, cancel)).ToDictionary(person => person.Id);
        var corrected = events.OfType<ContactCorrected>().Select(happened => happened.Person).ToList();
        var better = came.Where(person => corrected.Contains(person.Id)).ToDictionary(person => person.Id);
        var found = Insert(c, [.. came.Where(person => !better.ContainsKey(person.Id))], hidden, recording);
        var turned = Turned(events, came).ToList();
        if (turned.Count + better.Count > 0)
        {
            foreach (var person in await reading.PeopleAsync(context, c.Id, cancel))
            {
                found.Add(
                    better.TryGetValue(person.Id, out var right) ? Correct(right, c, hidden, recording)
                    : turned.Contains(person.Id) ? Turn(person, c, hidden, recording)
                    : person
                );
            }

            file.FindAnew((await reading.WordsAsync(context, c.Id, cancel)).Values.OfType<string>());
        }

        file.SaveTo(recording, found, WordsOf(hidden.Values));
    }

    /// <summary>The same for a case whose people so far are none of them confidential, as those of a new one.</summary>
    internal void SaveNew(CaseFile file, IReadOnlyList<CasePersonRow> came, Recording recording)
    {
        var hidden = new Dictionary<string, CasePersonRow>(StringComparer.Ordinal);
        var found = Insert(file.Case, came, hidden, recording);
        file.SaveTo(recording, found, hidden.Count > 0 ? WordsOf(hidden.Values) : null);
    }

    /// <summary>These people of a case as everybody sees them.</summary>
    internal IReadOnlyList<CasePersonRow> Shown(Case of, IEnumerable<CasePersonRow> people) =>
        [.. people.Select(person => of.IsConfidential(person.Id) ? identities.Shown(person) : person)];

    /// <summary>These people of a case as they are, confidential or not.</summary>
    internal async Task<IReadOnlyList<CasePersonRow>> AsTheyAreAsync(
        RedressContext context,
        Case of,
        IReadOnlyList<CasePersonRow> shown,
        CancellationToken cancel
    )
    {
        if (of.Confidential.Count == 0)
        {
            return shown;
        }

        var hidden = (await identities.OfCaseAsync(context, of.Id, cancel)).ToDictionary(person => person.Id);
        return [.. shown.Select(person => hidden.GetValueOrDefault(person.Id, person))];
    }

    /// <summary>
    /// Who of the people in a case is meant, and that person as they are, confidential or not; none where nobody of that id
    /// is in it.
    /// </summary>
    internal async Task<(Meant Meant, CasePersonRow? Person)> MeantAsync(
        RedressContext context,
        Case of,
        string? named,
        CancellationToken cancel
    )
    {
        var ids = (await reading.PeopleAsync(context, of.Id, cancel)).Select(person => person.Id).ToList();
        var meant = Meant.Among(ids, named);
        return (
            meant,
            meant.Person is { } id && ids.Contains(id) ? await identities.FindAsync(context, id, cancel) : null
        );
    }

    /// <summary>What else must be so in the transaction that keeps it: no mail of theirs says where they live.</summary>
    internal static async Task FinishAsync(
        DbTransaction transaction,
        IEnumerable<CaseAct> acts,
        CancellationToken cancel
    )
    {
        foreach (var (file, events) in acts)
        {
            foreach (var person in events.OfType<MadeConfidential>().Select(happened => happened.Person))
            {
                await transaction.ExecuteAsync(ForgetAddresses, cancel, file.Case.Id, person);
            }
        }
    }

    /// <summary>Whether <see cref="FinishAsync"/> has anything to do.</summary>
    internal static bool MustFinish(IEnumerable<CaseAct> acts) =>
        acts.Any(act => act.File.Case.Version > act.Events.Count && act.Events.Any(one => one is MadeConfidential));

    /// <summary>What everybody sees of those who came, and the record of who they are of those who are confidential.</summary>
    /// <returns>The rows as everybody sees them.</returns>
    private List<CasePersonRow> Insert(
        Case c,
        IReadOnlyList<CasePersonRow> came,
        Dictionary<string, CasePersonRow> hidden,
        Recording recording
    )
    {
        var rows = new List<CasePersonRow>();
        foreach (var person in came)
        {
            rows.Add(c.IsConfidential(person.Id) ? identities.Shown(person) : person);
            recording.Insert(rows[^1]);
            if (c.IsConfidential(person.Id))
            {
                recording.Insert(identities.Kept(person));
                hidden[person.Id] = person;
            }
        }

        return rows;
    }

    private CasePersonRow Correct(
        CasePersonRow person,
        Case c,
        Dictionary<string, CasePersonRow> hidden,
        Recording recording
    )
    {
        if (!c.IsConfidential(person.Id))
        {
            recording.Put(person);
            return person;
        }

        var shown = identities.Shown(person);
        recording.Put(shown);
        recording.Put(identities.Kept(person));
        hidden[person.Id] = person;
        return shown;
    }

    private static CaseWords WordsOf(IEnumerable<CasePersonRow> people)
    {
        var words = new CaseWords("");
        foreach (var person in people)
        {
            words.Add(person);
        }

        return words;
    }

    /// <summary>Who was in the case before and has become confidential, or is no longer.</summary>
    private static IEnumerable<string> Turned(IReadOnlyList<CaseEvent> events, IReadOnlyList<CasePersonRow> came) =>
        events
            .Select(happened =>
                happened switch
                {
                    MadeConfidential made => made.Person,
                    ConfidentialityEnded ended => ended.Person,
                    _ => null,
                }
            )
            .OfType<string>()
            .Except(came.Select(person => person.Id));

    private CasePersonRow Turn(
        CasePersonRow person,
        Case c,
        Dictionary<string, CasePersonRow> hidden,
        Recording recording
    )
    {
        if (c.IsConfidential(person.Id))
        {
            var shown = identities.Shown(person);
            recording.Put(shown);
            recording.Insert(identities.Kept(person));
            hidden[person.Id] = person;
            return shown;
        }

        // Without the key nobody knows who they are, and the row goes on standing for them.
        if (!hidden.Remove(person.Id, out var known))
        {
            return person;
        }

        recording.Put(known);
        recording.Delete(
            new CaseIdentityRow
            {
                PersonId = person.Id,
                CaseId = c.Id,
                Data = "",
            }
        );
        return known;
    }
}
