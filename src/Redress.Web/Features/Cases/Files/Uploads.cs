using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Files;

/// <summary>The files of the form that was sent. What nobody keeps goes with the request.</summary>
public sealed class Uploads(IReadOnlyList<Upload> files) : IDisposable
{
    private static readonly Uploads None = new([]);

    /// <summary>In the order they were sent, those that cannot be kept among them.</summary>
    public IReadOnlyList<Upload> All => files;

    /// <summary>What can be kept.</summary>
    public IEnumerable<Upload> Sound => files.Where(file => file.Fault is null);

    /// <summary>What cannot be kept though nothing is wrong with it: there is no room.</summary>
    public IEnumerable<Upload> Homeless => files.Where(file => file.Fault == FileFault.NoRoom);

    /// <summary>Of this request; none where it is no form with files.</summary>
    public static Uploads Of(HttpContext context) => context.Features.Get<Uploads>() ?? None;

    /// <summary>What is wrong with files that another choice would put right, a sentence each.</summary>
    public IEnumerable<string> Faults(IStringLocalizer<Text> text) =>
        files
            .Where(file => file.Fault is not (null or FileFault.NoRoom))
            .Select(file =>
                text[
                    Refusals.KeyOf(file.Fault!.Value),
                    FileStore.MostBytes / 1024 / 1024,
                    MessageReceipt.MostFiles,
                    file.Name
                ].Value
            );

    /// <summary>Says of a field which of its files are refused and what to send instead.</summary>
    public void AddFaultsTo(ModelStateDictionary state, string field, IStringLocalizer<Text> text)
    {
        var faults = Faults(text).ToList();
        if (faults.Count > 0)
        {
            state.AddModelError(field, string.Join(". ", faults));
        }
    }

    /// <summary>Brings every sound file to its place for good, before the row that tells of it is written.</summary>
    /// <returns>What is kept; and the names of files for which there was no room.</returns>
    public (IReadOnlyList<ReceivedFile> Kept, IReadOnlyList<string> Lost) Keep(FileStore store)
    {
        var kept = Sound.Where(store.Keep).ToList();
        var lost = Sound.Except(kept).Concat(Homeless).Select(file => file.Name);
        return ([.. kept.Select(file => file.Received)], [.. lost]);
    }

    public void Dispose()
    {
        foreach (var file in files)
        {
            file.Dispose();
        }
    }
}
