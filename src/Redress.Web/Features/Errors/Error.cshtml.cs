using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Features.Incidents;
using Redress.Web.Layout;
using Redress.Web.Security;

namespace Redress.Web.Features.Errors;

/// <summary>What went wrong, in plain words, for every page that ends in an error. The status stays what it was.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(LandlordStore landlord, CurrentPerson person) : PageModel
{
    public LandlordSettings Landlord => landlord.Current;

    /// <summary>Whether whoever reads can see why a part is hidden.</summary>
    public bool SeesIncidents => person.May(Act.SeeIncidents);

    public string Kind { get; private set; } = "fault";

    /// <summary>Any method: it is the request that failed, run again.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        var failed =
            HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
            || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!failed)
        {
            // Somebody typed this address: there is nothing here to find.
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Kind = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status413PayloadTooLarge => "too_large",
            >= 400 and < 500 => "bad_request",
            StatusCodes.Status503ServiceUnavailable when HiddenPartsGuard.IsOf(HttpContext) => "hidden",
            StatusCodes.Status503ServiceUnavailable => "busy",
            _ => "fault",
        };
    }
}
