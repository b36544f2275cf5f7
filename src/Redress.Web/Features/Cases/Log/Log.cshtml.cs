using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Log;

/// <summary>A case taken down in one sitting, on the phone or from a letter.</summary>
[Needs(Act.LogCase)]
[FormAddress]
public sealed class LogModel(CaseDesk desk, StaffDirectory staff, FirstTeam first, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>Made with the form and sent with it, so that a case is entered once.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    public DateOnly Today => desk.Today;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel)
    {
        Form = new() { ReceivedOn = desk.Today, Handler = first.Exists ? null : desk.Person.Id };
        return PrepareAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (first.Exists)
        {
            await first.NameAsync(Form, cancel);
        }

        var made = NewCase.Of(Form, desk);
        var decision = made.Decide(desk);
        if (decision.Refusal is { } refusal)
        {
            ModelState.AddModelError($"Form.{LogForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        var key = FormKey!.Value.ToString("N");
        var address = CaseLinks.To(made.Reference);
        try
        {
            await made.RecordAsync(desk, decision.Events, new Once(key, address, Request.Fingerprint()), cancel);
        }
        catch (AlreadyDoneException)
        {
            var once = (await desk.AnsweredAsync(key, cancel))!;
            if (once.Fingerprint == Request.Fingerprint())
            {
                TempData["Notice"] = text["log.sent_again"].Value;
                return Redirect(once.Location);
            }

            // They went back to a form they had sent and took down another case on it.
            FormKey = Guid.NewGuid();
            ModelState.AddModelError("", text["log.sent_before"]);
            return Page();
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["act.busy"]);
            return Page();
        }

        TempData["Done"] = text["log.done", made.Reference].Value;
        return Redirect(address);
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        FormKey ??= Guid.NewGuid();
        var everybody = await staff.ColleaguesAsync(cancel);
        People =
        [
            .. first.Exists ? [new(text["log.handler.first"], "")] : Array.Empty<SelectListItem>(),
            .. everybody.Select(one => AwayWords.Pick(text, staff, one)),
        ];
    }
}
