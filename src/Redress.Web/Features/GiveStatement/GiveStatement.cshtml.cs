using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.GiveStatement;

/// <summary>
/// What somebody is asked, what was released to them, and where they answer: they send what they have written, keep it for
/// later, or say that they have nothing to say. Nothing on it is of the case.
/// </summary>
[Needs(Act.GiveStatement)]
[FormAddress]
public sealed class GiveStatementModel(
    StatementList statements,
    StatementDesk answers,
    CaseDesk desk,
    IStringLocalizer<Text> text
) : PageModel
{
    /// <summary>Made with the form and sent with it: tells the same form sent twice from two forms.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    [BindProperty]
    public StatementForm Form { get; set; } = new();

    public AskedStatement Asked { get; private set; } = null!;

    private string Here => $"/statements/{Asked.Request}";

    public async Task<IActionResult> OnGetAsync(string request, CancellationToken cancel)
    {
        if (!await FindAsync(request, cancel))
        {
            return NotFound();
        }

        Form.Text = Asked.Draft;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string request, CancellationToken cancel) =>
        AnswerAsync(
            request,
            about => Statements.Give(about, request, desk.Person.Id, Form.Text, desk.Today),
            done: "give_statement.done",
            cancel
        );

    public Task<IActionResult> OnPostNothingAsync(string request, CancellationToken cancel) =>
        AnswerAsync(
            request,
            about => Statements.Waive(about, request, desk.Person.Id, desk.Today),
            done: "give_statement.nothing.done",
            cancel
        );

    /// <summary>Keeps what is written so far.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string request, CancellationToken cancel)
    {
        if (!await FindAsync(request, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!Asked.IsOpen || string.IsNullOrWhiteSpace(Form.Text))
        {
            return Refused(Asked.IsOpen ? CannotAnswerStatement.NothingSaid : CannotAnswerStatement.NoLongerAsked);
        }

        await statements.KeepAsync(Asked, Form.Text, cancel);
        TempData["Done"] = text["give_statement.kept"].Value;
        return Redirect(Here);
    }

    private async Task<IActionResult> AnswerAsync(
        string request,
        Func<Case, Decision<CannotAnswerStatement>> decide,
        string done,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(request, cancel))
        {
            return NotFound();
        }

        var key = FormKey!.Value.ToString("N");
        if (await desk.AnsweredAsync(key, cancel) is not null)
        {
            return SentBefore();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var once = new Once(key, Here, Request.Fingerprint());
            if (await answers.RecordAsync(request, decide, once, cancel) is { } refusal)
            {
                return Refused(refusal);
            }
        }
        catch (AlreadyDoneException)
        {
            return SentBefore();
        }
        catch (Exception beaten) when (beaten is ConflictException or BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["act.busy"]);
            return Page();
        }

        TempData["Done"] = text[done].Value;
        return Redirect(Here);
    }

    private async Task<bool> FindAsync(string request, CancellationToken cancel)
    {
        if (await statements.FindAsync(request, desk.Person.Id, cancel) is not { } found)
        {
            return false;
        }

        Asked = found;
        FormKey ??= Guid.NewGuid();
        return true;
    }

    /// <summary>Whoever went back to a form that they had sent is told so, and keeps what they wrote where it is another text.</summary>
    private IActionResult SentBefore()
    {
        if (
            string.IsNullOrWhiteSpace(Form.Text)
            || Asked.Of(StatementTextKind.Said).Any(said => said.Text == Form.Text.Trim())
        )
        {
            TempData["Notice"] = text["act.sent_again"].Value;
            return Redirect(Here);
        }

        FormKey = Guid.NewGuid();
        ModelState.Remove(nameof(FormKey));
        ModelState.AddModelError("", text["act.sent_before"]);
        return Page();
    }

    private PageResult Refused(CannotAnswerStatement refusal)
    {
        var field = StatementForm.FieldOf(refusal);
        ModelState.AddModelError(field.Length == 0 ? "" : $"Form.{field}", text[Refusals.KeyOf(refusal)]);
        return Page();
    }
}
