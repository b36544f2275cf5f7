using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>What is hidden answers 503 to everybody it is hidden from, once they are known to be who they are.</summary>
internal static class HiddenPartsGuard
{
    private static readonly object Hidden = new();

    public static IApplicationBuilder UseHiddenParts(this IApplicationBuilder app)
    {
        var parts = app.ApplicationServices.GetRequiredService<HiddenParts>();
        return app.Use(
            async (context, next) =>
            {
                // By the pattern of the endpoint: what is not found is not hidden, however its address looks.
                var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                if (
                    pattern is null
                    || ProductParts.Of(pattern) is not { } part
                    || !await parts.HidesAsync(
                        part,
                        context.GetRouteValue("reference") as string,
                        CurrentPerson.Of(context.User)
                    )
                )
                {
                    await next(context);
                }
                else if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                {
                    await Problems.Hidden().ExecuteAsync(context);
                }
                else
                {
                    // The page for it follows where errors are shown.
                    context.Items[Hidden] = true;
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                }
            }
        );
    }

    /// <summary>Whether it is for this that nothing was shown.</summary>
    public static bool IsOf(HttpContext context) => context.Items.ContainsKey(Hidden);
}
