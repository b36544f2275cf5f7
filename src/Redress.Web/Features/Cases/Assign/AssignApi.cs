using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Assign;

internal static class AssignApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<AssignForm, CannotAssign>(
                "owner",
                Act.AssignCase,
                (assigned, form, desk) => Assignment.Decide(assigned, form.Request(), desk.Rules, desk.Today),
                AssignForm.FieldOf
            )
            .WithSummary("Make somebody responsible for the stage the case has reached.");
}
