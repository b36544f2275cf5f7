using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>One question of a complaint. What was answered before is kept, and can be changed from the last page.</summary>
[AllowAnonymous]
public abstract class ComplainPage(Drafts drafts) : PageModel
{
    public const string Check = "/complain/check";
    public const string Sent = "/complain/sent";

    /// <summary>Set where an answer is being changed, so that the next page is the last one again.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Change { get; set; }

    public Draft Draft { get; private set; } = new();

    protected Drafts Drafts => drafts;

    /// <summary>Where somebody goes who comes to this page before they have answered what comes before it.</summary>
    protected virtual string? Missing => Draft.Summary is null ? "/complain/what" : null;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Draft = await drafts.FindAsync(HttpContext, HttpContext.RequestAborted) ?? Draft;
        if (Draft.IsSent && Request.Path != Sent)
        {
            // It is sent; whoever goes back sees that it is.
            context.Result = Redirect(Sent);
        }
        else if (Missing is { } missing)
        {
            context.Result = Redirect(missing);
        }
        else
        {
            await next();
        }
    }

    /// <summary>Keeps the answer and goes on; or shows what is wrong with it, and keeps what was typed on the page.</summary>
    protected async Task<IActionResult> KeepAsync(Action<Draft> answer, string next, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        answer(Draft);
        await drafts.SaveAsync(HttpContext, Draft, cancel);
        return Redirect(Change && Draft.IsWhole ? Check : next);
    }
}
