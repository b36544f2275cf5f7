using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// A resident writes to whoever has their complaint, and sends photos and papers. What they write is kept also where the
/// files cannot be, and they are told.
/// </summary>
[FormAddress]
[TakesFiles]
public sealed class MessageModel(
    CaseDesk desk,
    CaseViews views,
    FileStore store,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    IStringLocalizer<Text> text
) : FollowPage(views, person, codes, landlord, text)
{
    private const int MostTries = 3;

    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    [BindProperty]
    [Display(Name = "follow.message.text")]
    [Words]
    public string? Text { get; set; }

    [Display(Name = "follow.message.files")]
    public Uploads Files => Uploads.Of(HttpContext);

    protected override string Title => "follow.message";

    protected override string? Written => Text;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Files.AddFaultsTo(ModelState, nameof(Files), L);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var key = FormKey ?? Guid.NewGuid();
        if (await desk.AnsweredAsync($"{key:N}", cancel) is { } once)
        {
            if (once.Fingerprint == Request.Fingerprint())
            {
                return Redirect(Complaint);
            }

            // They went back to a form they had sent and wrote something else: another message.
            key = Guid.NewGuid();
        }

        if (Decide([.. Files.Sound.Select(file => file.Received)]).Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        var (kept, lost) = Files.Keep(store);
        return await RecordAsync($"{key:N}", kept, lost, cancel);
    }

    private Decision<CannotReceiveMessage> Decide(IReadOnlyList<ReceivedFile> files) =>
        MessageReceipt.Decide(View.Case, new(desk.Today, Channel.WebForm, Text, files, Person: As), desk.Today);

    /// <summary>Whatever else happens to the case meanwhile, what a resident wrote is recorded after it.</summary>
    private async Task<IActionResult> RecordAsync(
        string key,
        IReadOnlyList<ReceivedFile> kept,
        IReadOnlyList<string> lost,
        CancellationToken cancel
    )
    {
        for (var tries = 1; ; tries++)
        {
            var decision = Decide(kept);
            if (decision.Refusal is { } refusal)
            {
                return Refused(refusal);
            }

            try
            {
                var once = new Once(key, Complaint, Request.Fingerprint());
                await desk.RecordAsync(View.File, decision.Events, once, cancel: cancel);
                TempData["Done"] =
                    lost.Count == 0
                        ? L["follow.message.done"].Value
                        : L["follow.message.done.without", string.Join(", ", lost)].Value;
                return Redirect(Complaint);
            }
            catch (AlreadyDoneException)
            {
                return Redirect(Complaint);
            }
            catch (ConflictException) when (tries < MostTries)
            {
                await FindAsync(cancel);
            }
            catch (Exception busy) when (busy is BusyException or ConflictException)
            {
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                ModelState.AddModelError("", L["complain.busy"]);
                return Page();
            }
        }
    }

    private PageResult Refused(CannotReceiveMessage refusal)
    {
        var (field, key) =
            refusal != CannotReceiveMessage.NothingInIt ? ("", Refusals.KeyOf(refusal))
            : Files.All.Count > 0 ? (nameof(Files), Refusals.KeyOf(FileFault.NoRoom))
            : (nameof(Text), "follow.message.nothing");
        ModelState.AddModelError(field, L[key]);
        return Page();
    }
}
