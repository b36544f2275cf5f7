using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Points;

internal static class RaisePointApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<RaisePointForm, CannotRaisePoint>(
                "points",
                Act.DecidePoints,
                (raisedIn, form, desk) => Core.Cases.Points.Raise(raisedIn, form.Text, desk.Today),
                RaisePointForm.FieldOf
            )
            .WithSummary("Separate a point out of the complaint, to be answered by itself.");
}
