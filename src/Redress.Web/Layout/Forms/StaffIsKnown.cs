using Microsoft.AspNetCore.Mvc.Filters;
using Redress.Web.Data;

namespace Redress.Web.Layout.Forms;

/// <summary>What is posted may name a colleague, and what it names is held against who works here now, and is not away.</summary>
internal sealed class StaffIsKnown(StaffDirectory staff) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await staff.ReadyAsync(context.HttpContext.RequestAborted);
        }

        await next();
    }
}
