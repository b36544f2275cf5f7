using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases;

/// <summary>
/// A page where something is done about a case: a form beside the case's summary. However often the form is sent, it is
/// done once. Who sends it after somebody else changed the case is shown what changed, keeps what they wrote and may send
/// it again.
/// </summary>
[FormAddress]
public abstract class ActPage(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Made with the form and sent with it: tells the same form sent twice from two forms.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    /// <summary>The version of the case that the form was made for.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    /// <summary>The list that the form was opened from, to go back to; none where that was the case itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public CaseView View { get; private set; } = null!;

    public Case Case => View.Case;

    /// <summary>What happened to the case since the form was made.</summary>
    public IReadOnlyList<RecordedEvent> Since { get; private set; } = [];

    protected CaseDesk Desk => desk;

    public CurrentPerson Reader => desk.Person;

    protected IStringLocalizer<Text> L => text;

    /// <summary>Whether what is done here decides a part of the stage.</summary>
    protected virtual bool Decides => false;

    /// <summary>The field of the form by which a letter is to be mailed.</summary>
    protected virtual string MailField => nameof(ILetterForm.Leaves);

    /// <summary>The key of the words that say why the person may not do it (ruling 12); none where they may.</summary>
    public string? Barred =>
        !Decides ? null
        : Deciders.BarredFrom(Case).Contains(desk.Person.Id) ? "act.barred"
        : Independence.ReviewsTheirOwn(Case, desk.Person.Id, desk.Rules, desk.Today) ? "act.barred.their_own"
        : null;

    /// <summary>Where a person came from: a list, or the case.</summary>
    public string Back => CaseLinks.IsList(From) ? From! : ToTheCase;

    /// <summary>The case; home for whoever decides on one thing in it and sees nothing else of it.</summary>
    private string ToTheCase => Reader.May(Act.SeeCase) ? CaseLinks.To(Case.Reference) : "/";

    /// <summary>Where a person goes when it is done: to where they came from, unless the page says otherwise.</summary>
    protected virtual string Then => Back;

    private string Key => FormKey!.Value.ToString("N");

    /// <summary>
    /// A fresh form for what cannot be done as the case now is: its address was typed, or kept from before. On to the case,
    /// which says why, and what can be. Whoever goes back to a form they have sent sees it again, and is told when they send it.
    /// </summary>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var executed = await next();
        if (
            HttpMethods.IsGet(Request.Method)
            && View is not null
            && CaseMoves.Shut(PageContext.ActionDescriptor.AttributeRouteInfo?.Template, View) is { } shut
            && await desk.AnsweredAsync(Key, HttpContext.RequestAborted) is null
        )
        {
            TempData["Notice"] = L["act.not_open", L[shut.Key].Value, L[NotOpen.Why(shut.Part, Case)].Value].Value;
            executed.Result = Redirect(ToTheCase);
        }
    }

    /// <summary>Opens the case for a fresh form; false where there is none.</summary>
    protected async Task<bool> FindAsync(string reference, CancellationToken cancel)
    {
        if (await views.FindAsync(reference, Purpose.Act, cancel) is not { } found)
        {
            return false;
        }

        View = found;
        await FoundAsync(cancel);
        FormKey ??= Guid.NewGuid();
        Seen ??= Case.Version;
        return true;
    }

    /// <summary>The case was opened: what the form says of it can be worked out.</summary>
    protected virtual Task FoundAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Opens the case for a form that was sent. What to answer instead of going on: that there is no such case, that this
    /// was done before, what has changed, or what is not filled in. None where the form can be decided on.
    /// </summary>
    protected async Task<IActionResult?> FindToActAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        if (Seen != Case.Version || await desk.AnsweredAsync(Key, cancel) is not null)
        {
            return await ChangedAsync(cancel);
        }

        return ModelState.IsValid ? null : Page();
    }

    /// <summary>Records the decision and goes to the case; or shows the refusal beside the field it is about.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="fieldOf">The property of the page's <c>Form</c> that a refusal belongs to; empty for none.</param>
    /// <param name="done">The key of the words that say it is done.</param>
    /// <param name="cancel">Stops waiting.</param>
    protected async Task<IActionResult> RecordAsync<T>(
        Decision<T> decision,
        Func<T, string> fieldOf,
        string done,
        CancellationToken cancel
    )
        where T : struct, Enum =>
        await RecordAsync(
            decision,
            fieldOf,
            done,
            once => desk.RecordAsync(View.File, decision.Events, once, cancel: cancel),
            cancel
        );

    /// <inheritdoc cref="RecordAsync{T}(Decision{T}, Func{T, string}, string, CancellationToken)"/>
    /// <remarks>For what is recorded of more than this case.</remarks>
    protected async Task<IActionResult> RecordAsync<T>(
        Decision<T> decision,
        Func<T, string> fieldOf,
        string done,
        Func<Once, Task> record,
        CancellationToken cancel
    )
        where T : struct, Enum
    {
        if (decision.Refusal is { } refusal)
        {
            return Refused(refusal, fieldOf);
        }

        try
        {
            await record(new Once(Key, Then, Request.Fingerprint()));
        }
        catch (Exception beaten) when (beaten is AlreadyDoneException or ConflictException)
        {
            // Recording is into the case as found; what somebody else made of it must be read afresh.
            await FindAsync(Case.Reference, cancel);
            return await ChangedAsync(cancel);
        }
        catch (CannotMailException cannot)
        {
            await FindAsync(Case.Reference, cancel);
            return Refused(cannot.Why, _ => MailField);
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", L["act.busy"]);
            return Page();
        }

        TempData["Done"] = L[done].Value;
        return Redirect(Then);
    }

    /// <summary>The form again, with the refusal beside the field it is about.</summary>
    protected PageResult Refused<T>(T refusal, Func<T, string> fieldOf)
        where T : struct, Enum
    {
        var field = fieldOf(refusal);
        ModelState.AddModelError(field.Length == 0 ? "" : $"Form.{field}", L[Refusals.KeyOf(refusal)]);
        return Page();
    }

    /// <summary>
    /// Sent before and done: on to the case. Otherwise somebody else was first, or the sender went back to a form they had
    /// sent and wrote something else in it: they see what has happened, and what they wrote is theirs to send.
    /// </summary>
    private async Task<IActionResult> ChangedAsync(CancellationToken cancel)
    {
        var notice = "act.changed";
        if (await desk.AnsweredAsync(Key, cancel) is { } once)
        {
            if (once.Fingerprint == Request.Fingerprint())
            {
                TempData["Notice"] = L["act.sent_again"].Value;
                return Redirect(once.Location);
            }

            FormKey = Guid.NewGuid();
            notice = "act.sent_before";
        }

        notice = Case.ErasedOn is null ? notice : "act.erased";
        Since = [.. Case.History.Skip(Seen ?? 0)];
        Seen = Case.Version;
        ModelState.AddModelError("", L[notice]);
        return Page();
    }
}
