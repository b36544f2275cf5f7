using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Retaining;

/// <summary>A list of old cases, ticked to be erased. However often the form is sent it is done once.</summary>
[FormAddress]
public abstract class RetentionPage(RulesStore rules, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Made with the form and sent with it: tells the same form sent twice from two forms.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    /// <summary>The references that are ticked.</summary>
    [BindProperty(Name = "case")]
    public string[] Chosen { get; set; } = [];

    /// <summary>Which page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public int Number { get; set; } = 1;

    /// <summary>Those shown, the first closed first.</summary>
    public IReadOnlyList<CaseRow> Cases { get; private set; } = [];

    /// <summary>Whether there is a page after this one.</summary>
    public bool More { get; private set; }

    /// <summary>What became of each; none before it is sent.</summary>
    public IReadOnlyList<Reviewed> Done { get; private set; } = [];

    protected IStringLocalizer<Text> L => text;

    /// <summary>The last day on which a case is kept.</summary>
    public DateOnly KeptUntil(CaseRow row) => rules.Current.RetentionOf(row.Kind).LastDayKept(row.ClosedOn!.Value);

    protected void Show(IReadOnlyList<CaseRow> found)
    {
        FormKey ??= Guid.NewGuid();
        Cases = [.. found.Take(RetentionReview.PageLength)];
        More = found.Count > Cases.Count;
    }

    /// <summary>Does it to those that are ticked, and shows what became of each.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="again">Where they are sent who sent it before.</param>
    protected async Task<IActionResult> DoAsync(Func<Once, Task<IReadOnlyList<Reviewed>>> act, string again)
    {
        if (Chosen.Length is 0 or > RetentionReview.PageLength)
        {
            ModelState.AddModelError("case", text["retention.none_chosen", RetentionReview.PageLength]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Done = await act(new Once($"{FormKey:N}", again, Request.Fingerprint()));
        }
        catch (AlreadyDoneException)
        {
            TempData["Notice"] = text["act.sent_again"].Value;
            return Redirect(again);
        }
        catch (ConflictException)
        {
            ModelState.AddModelError("", text["retention.changed"]);
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["act.busy"]);
        }

        return Page();
    }
}
