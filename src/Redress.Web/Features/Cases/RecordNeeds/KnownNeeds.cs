using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.RecordNeeds;

/// <summary>What somebody needs, recorded in every case of theirs at once.</summary>
public sealed class KnownNeeds(CaseDesk desk)
{
    /// <summary>All of it or nothing: what protects somebody in one case protects them in all.</summary>
    public async Task RecordAsync(CaseView view, ContactNeedsRecorded needs, Once? once, CancellationToken cancel)
    {
        var acts = new List<CaseAct> { new(view.File, [needs]) };
        if (view.People.FirstOrDefault(one => one.Id == needs.Person) is { } person)
        {
            var elsewhere = await desk.ElsewhereAsync(person, cancel);
            acts.AddRange(
                elsewhere
                    .Where(one => IsIn(one.File.Case, one.Person))
                    .Select(one => new CaseAct(one.File, [needs with { Person = one.Person }]))
            );
        }

        await desk.RecordAsync(acts, once, with: null, cancel);
    }

    private static bool IsIn(Case other, string person) =>
        other.Complainants.Contains(person) || other.FindRepresentative(person) is not null;
}
