using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Show;

internal static class ShowCaseApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet(
                "/{reference}",
                async (string reference, CaseViews views, StaffDirectory staff, CancellationToken cancel) =>
                    await views.FindAsync(reference, Purpose.Show, cancel) is { } view
                        ? new JsonAnswer(json => CaseJson.Write(json, view, staff))
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A case with its stages, points, promises, people and every duty with its clock.");
}
