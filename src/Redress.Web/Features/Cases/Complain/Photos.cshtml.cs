using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>Photos and papers, if there are any. What is refused is said, and what is not is kept at once.</summary>
[TakesFiles]
public sealed class PhotosModel(Drafts drafts, FileStore store, IStringLocalizer<Text> text) : ComplainPage(drafts)
{
    public const string Address = "/complain/photos";

    /// <summary>The hash of one to be left out after all.</summary>
    [BindProperty]
    public string? Remove { get; set; }

    /// <summary>Whether more are to be chosen before going on.</summary>
    [BindProperty]
    public bool More { get; set; }

    [Display(Name = "complain.photos")]
    public Uploads Files => Uploads.Of(HttpContext);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Remove is { } hash)
        {
            Draft.Files = [.. Draft.Files.Where(file => file.Hash != hash)];
            await Drafts.SaveAsync(HttpContext, Draft, cancel);
            return Redirect(Here);
        }

        await KeepSoundAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Redirect(
            More ? Here
            : Change && Draft.IsWhole ? Check
            : "/complain/wanted"
        );
    }

    private string Here => Change ? $"{Address}?Change=true" : Address;

    private async Task KeepSoundAsync(CancellationToken cancel)
    {
        Files.AddFaultsTo(ModelState, nameof(Files), text);
        var room = MessageReceipt.MostFiles - Draft.Files.Count;
        var added = Files.Sound.Where(file => Draft.Files.All(old => old.Hash != file.Hash)).ToList();
        if (added.Count > room)
        {
            ModelState.AddModelError(nameof(Files), text["complain.photos.too_many", MessageReceipt.MostFiles]);
            return;
        }

        var kept = added.Where(store.Keep).ToList();
        if (kept.Count < added.Count || Files.Homeless.Any())
        {
            ModelState.AddModelError(nameof(Files), text["complain.photos.no_room"]);
        }

        if (kept.Count > 0)
        {
            Draft.Files = [.. Draft.Files, .. kept.Select(DraftFile.Of)];
            await Drafts.SaveAsync(HttpContext, Draft, cancel);
        }
    }
}
