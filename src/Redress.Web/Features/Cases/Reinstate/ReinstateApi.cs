using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Reinstate;

internal static class ReinstateApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ReinstateForm, CannotReinstate>(
                "reinstatement",
                Act.Reinstate,
                (refused, form, desk) =>
                    Reinstatement.Decide(refused, form.On!.Value, form.Reason, desk.Rules, desk.Today),
                ReinstateForm.FieldOf
            )
            .WithSummary("Accept a refused complaint after all. Its clocks go on as if it had never been refused.");
}
