using Microsoft.EntityFrameworkCore;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Why a view is not saved.</summary>
public enum CannotSaveView
{
    /// <summary>It has no name to be found by.</summary>
    NoName,

    /// <summary>The same person has another of that name.</summary>
    NameTaken,

    /// <summary>It is for everybody to see, and whoever saves it may not do that.</summary>
    MayNotShare,

    /// <summary>The view to be changed is there no longer.</summary>
    NoSuchView,
}

/// <summary>What people saved of the work list's filters: their own, and what a lead shared with everybody.</summary>
public sealed class SavedViews(RedressContext context, WriteGate gate, CurrentPerson person)
{
    /// <summary>Those the current person sees, by name. One query.</summary>
    public async Task<IReadOnlyList<SavedViewRow>> ReadAsync(CancellationToken cancel) =>
        await context
            .SavedViews.AsNoTracking()
            .Where(row => row.OwnerId == person.Id || row.Shared)
            .OrderBy(row => row.Name)
            .ThenBy(row => row.OwnerId)
            .ToListAsync(cancel);

    /// <summary>Saves a view of the current person's; the same one saved twice is saved once.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="filters">As the address of the work list says them.</param>
    /// <param name="shared">Whether everybody sees it.</param>
    /// <param name="was">What it was called before, where it takes the place of one.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Why it was not saved; none where it was.</returns>
    public async Task<CannotSaveView?> SaveAsync(
        string? name,
        string filters,
        bool shared,
        string? was,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return CannotSaveView.NoName;
        }

        if (shared && !person.May(Act.ShareViews))
        {
            return CannotSaveView.MayNotShare;
        }

        var view = new SavedViewRow
        {
            OwnerId = person.Id,
            Name = name.Trim(),
            Filters = filters,
            Shared = shared,
        };
        var own = (await ReadAsync(cancel)).Where(row => row.OwnerId == person.Id).ToList();
        if (own.Contains(view) && (was is null || was == view.Name))
        {
            return null;
        }

        var before = own.Find(row => row.Name == was);
        if (was is not null && before is null)
        {
            return CannotSaveView.NoSuchView;
        }

        var recording = new Recording();
        if (before is not null)
        {
            recording.Delete(before);
        }

        recording.Insert(view);
        try
        {
            await gate.RecordAsync(recording, cancel);
        }
        catch (ConflictException)
        {
            return CannotSaveView.NameTaken;
        }

        return null;
    }

    /// <summary>
    /// Deletes a view of the current person's, or one that is shared, if they may share. That there is none is no fault.
    /// </summary>
    public async Task DeleteAsync(string ownerId, string name, CancellationToken cancel)
    {
        var found = (await ReadAsync(cancel)).FirstOrDefault(row => row.OwnerId == ownerId && row.Name == name);
        if (found is not null && MayDelete(found))
        {
            var recording = new Recording();
            recording.Delete(found);
            await gate.RecordAsync(recording, cancel);
        }
    }

    public bool MayDelete(SavedViewRow view) => view.OwnerId == person.Id || person.May(Act.ShareViews);
}
