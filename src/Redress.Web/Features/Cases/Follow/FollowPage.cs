using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// A page of a resident's own case. Who comes with a code that was replaced, or was away for long, is told so and asked for
/// the code; what they sent is recorded once they have shown it.
/// </summary>
[Authorize(AuthenticationSchemes = FollowServices.Scheme)]
[Needs(Act.FollowCase)]
public abstract class FollowPage(
    CaseViews views,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    IStringLocalizer<Text> text
) : PageModel
{
    /// <summary>Where everything about it stands.</summary>
    public const string Complaint = "/follow/complaint";

    public CaseView View { get; private set; } = null!;

    public LandlordSettings Landlord => landlord.Current;

    /// <summary>Which of those who complain it is; none where nobody is known.</summary>
    public string? As => person.FollowsAs;

    /// <summary>Whether the complaint began with them; whoever joined is not shown what the others wrote.</summary>
    public bool IsFirst => Messages.BeganWith(View.Case, As);

    /// <summary>The key of what somebody who acts for them may do today.</summary>
    public string Acting(Representative one) =>
        !one.MayAct(View.Today) ? "follow.acting.no"
        : one.GetsLetters(View.Today) ? "follow.acting.letters"
        : "follow.acting.yes";

    /// <summary>What the case is opened for.</summary>
    protected virtual Purpose Purpose => Purpose.Act;

    /// <summary>The key of what the page is called.</summary>
    protected virtual string Title => "follow.title";

    /// <summary>What they wrote in the form, to be shown to them again.</summary>
    protected virtual string? Written => null;

    protected IStringLocalizer<Text> L => text;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var cancel = HttpContext.RequestAborted;
        if (await FindAsync(cancel))
        {
            await next();
        }
        else
        {
            context.Result = HttpMethods.IsPost(Request.Method)
                ? await AskAgainAsync(cancel)
                : await TurnedAwayAsync(cancel);
        }
    }

    /// <summary>Opens the case as it now is; false where their code opens it no more.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await views.FollowedAsync(person, Purpose, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    private bool IsFilledIn(string? reference, string? code)
    {
        if (string.IsNullOrWhiteSpace(reference))
        {
            ModelState.AddModelError(nameof(CodeAgain.Reference), text["follow.reference.missing"]);
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            ModelState.AddModelError(nameof(CodeAgain.Code), text["follow.code.missing"]);
        }

        return ModelState.IsValid;
    }

    private async Task<RedirectResult> TurnedAwayAsync(CancellationToken cancel)
    {
        TempData["Notice"] = text[await WhyAsync(cancel)].Value;
        return Redirect("/follow");
    }

    /// <summary>Only whoever once showed a code of this case is told anything of it.</summary>
    private async Task<string> WhyAsync(CancellationToken cancel) =>
        person.FollowsBy is null ? "follow.away"
        : await codes.HasAsync(person.Follows!, person.FollowsAs, cancel) ? "follow.replaced"
        : "follow.ended";

    /// <summary>
    /// The question for the code; or, where the form answers it rightly, the same form once more from whoever they are by it.
    /// </summary>
    private async Task<IActionResult> AskAgainAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var form = Request.Form;
        string? reference = form[nameof(CodeAgain.Reference)],
            code = form[nameof(CodeAgain.Code)];
        if (form.ContainsKey(CodeAgain.Field) && IsFilledIn(reference, code))
        {
            var (opened, fault) = await codes.OpenAsync(reference!, code!, cancel);
            if (opened is not null && opened.CaseId == person.Follows)
            {
                await HttpContext.SignInAsync(
                    FollowServices.Scheme,
                    FollowServices.Principal(opened, FollowServices.Scheme)
                );
                return RedirectPreserveMethod(Request.Path + Request.QueryString);
            }

            Response.StatusCode = FollowServices.StatusOf(fault);
            ModelState.AddModelError(nameof(CodeAgain.Code), text[Refusals.KeyOf(fault)]);
        }

        var uploads = Uploads.Of(HttpContext);
        var again = new CodeAgain
        {
            Reference = reference,
            Code = code,
            Why = await WhyAsync(cancel),
            At = Request.Path,
            Title = text[Title],
            Written = Written,
            TakesFiles = HttpContext.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null,
            LostFiles = uploads.All.Count > 0,
            Filled = CodeAgain.FilledIn(form),
            Landlord = Landlord,
        };
        return new ViewResult
        {
            ViewName = "/Features/Cases/Follow/CodeAgain.cshtml",
            ViewData = new ViewDataDictionary<CodeAgain>(ViewData, again),
            TempData = TempData,
        };
    }
}
