using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Points;

internal static class DecidePointApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<DecidePointForm, CannotDecidePoint>(
                "findings",
                Act.DecidePoints,
                (decidedIn, form, desk) =>
                    Core.Cases.Points.Decide(decidedIn, form.Request(), desk.Person.Id, desk.Rules, desk.Today),
                DecidePointForm.FieldOf
            )
            .WithSummary("Give a point its finding, the reason for it and any remedy.");
}
