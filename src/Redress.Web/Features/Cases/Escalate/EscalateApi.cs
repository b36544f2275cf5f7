using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Escalate;

internal static class EscalateApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<EscalateForm, CannotEscalate>(
                "escalation",
                Act.Escalate,
                (escalated, form, desk) => Escalation.Decide(escalated, form.Request(), desk.Rules, desk.Today),
                EscalateForm.FieldOf
            )
            .WithSummary("Record that the resident asked for the next stage. They need not say why.");
}
