using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Close;

internal static class CloseApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<CloseForm, CannotClose>(
                "closure",
                Act.CloseCase,
                (closed, form, desk) => Closure.Decide(closed, form.On!.Value, desk.Today),
                CloseForm.FieldOf
            )
            .WithSummary("Close the case. Promises still open stay with their owners.");
}
