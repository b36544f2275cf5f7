using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.HandOver;

/// <summary>
/// A page on which many cases are given to colleagues. However often the form is sent it is done once; what could not be
/// given is named, with the reason. Seven queries, however many cases there are.
/// </summary>
[FormAddress]
public abstract class HandOverPage(
    HandOvers handOvers,
    CaseDesk desk,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public HandOverForm Form { get; set; } = new();

    /// <summary>Made with the form and sent with it: tells the same form sent twice from two forms.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    public IReadOnlyList<CaseInHand> Cases { get; private set; } = [];

    /// <summary>What became of each; none before it is sent.</summary>
    public IReadOnlyList<HandedOver> Handed { get; private set; } = [];

    /// <summary>Who can be chosen.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Who works on cases and is not offered, because they are away: each with until when, and who covers.</summary>
    public IReadOnlyList<string> Away { get; private set; } = [];

    public StaffDirectory Staff => staff;

    /// <summary>What the first resident would be written, by the first colleague who is chosen or can be.</summary>
    public string? Letter =>
        Cases.FirstOrDefault(one => one.Complainant is not null) is { } first
        && (
            Form.To is [var chosen, ..] ? chosen
            : People is [var any, ..] ? any.Value
            : null
        )
            is { } colleague
            ? handOvers.LetterTo(first.Complainant!, first.Case, colleague)
            : null;

    protected CaseDesk Desk => desk;

    protected IStringLocalizer<Text> L => text;

    /// <summary>The cases in question, and whoever cannot take them.</summary>
    protected async Task PrepareAsync(Expression<Func<CaseRow, bool>> fit, string? except, CancellationToken cancel)
    {
        FormKey ??= Guid.NewGuid();
        Cases = await handOvers.FindAsync(fit, cancel);
        var everybody = await staff.ColleaguesAsync(cancel);
        var picks = everybody.Where(one => one.Id != except).Select(one => AwayWords.Pick(text, staff, one)).ToList();
        People = [.. picks.Where(pick => !pick.Disabled)];
        Away = [.. picks.Where(pick => pick.Disabled).Select(pick => pick.Text)];
    }

    protected async Task<IActionResult> GiveAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var once = new Once($"{FormKey:N}", "/cases", Request.Fingerprint());
        try
        {
            Handed = await handOvers.GiveAsync(Cases, Form, once, cancel);
        }
        catch (AlreadyDoneException)
        {
            TempData["Notice"] = text["act.sent_again"].Value;
            return Redirect(once.Location);
        }
        catch (ConflictException)
        {
            ModelState.AddModelError("", text["hand_over.changed"]);
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["act.busy"]);
        }

        return Page();
    }
}
