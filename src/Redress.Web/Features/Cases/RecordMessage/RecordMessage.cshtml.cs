using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordMessage;

/// <summary>Something that came in about a case, with the files that came with it.</summary>
[Needs(Act.RecordMessage)]
[TakesFiles]
public sealed class RecordMessageModel(CaseDesk desk, CaseViews views, FileStore store, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public RecordMessageForm Form { get; set; } = new();

    [Display(Name = "message.files")]
    public Uploads Files => Uploads.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { On = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        Files.AddFaultsTo(ModelState, nameof(Files), L);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var files = Files.Sound.Select(file => file.Received).ToList();
        var decision = MessageReceipt.Decide(Case, Form.Request(files), Desk.Today);
        if (decision.Refusal is null && Files.Keep(store).Lost.Count > 0)
        {
            ModelState.AddModelError(nameof(Files), L["file_fault.no_room"]);
            return Page();
        }

        return await RecordAsync(decision, RecordMessageForm.FieldOf, done: "message.done", cancel);
    }
}
