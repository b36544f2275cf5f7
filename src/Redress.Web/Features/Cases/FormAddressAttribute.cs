using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Redress.Web.Features.Cases;

/// <summary>
/// Gives every form an address of its own, with its key in it. Pages are never kept by the browser, so whoever goes back to
/// a form they have sent, or opens it again after the line broke, gets it afresh: by its address it is still the same form,
/// and what was recorded from it is not recorded twice.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormAddressAttribute : Attribute, IPageFilter
{
    private const string Key = nameof(ActPage.FormKey);

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey(Key))
        {
            var query = request.QueryString.Add(Key, $"{Guid.NewGuid():N}");
            context.Result = new RedirectResult($"{request.PathBase}{request.Path}{query}");
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
