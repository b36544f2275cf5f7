using Microsoft.AspNetCore.Mvc.Filters;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Layout.Forms;

/// <summary>
/// What is posted to do something may name a colleague, and what it names is held against who works here now, and is not
/// away. The page that says what went wrong does nothing: it must not ask a database that may be what went wrong.
/// </summary>
internal sealed class StaffIsKnown(StaffDirectory staff) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (
            HttpMethods.IsPost(context.HttpContext.Request.Method)
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is not null
        )
        {
            await staff.ReadyAsync(context.HttpContext.RequestAborted);
        }

        await next();
    }
}
