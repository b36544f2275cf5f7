using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Acknowledge;

internal static class AcknowledgeApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<AcknowledgeForm, CannotAcknowledge>(
                "acknowledgement",
                Act.Acknowledge,
                (acknowledged, form, desk) =>
                    Acknowledgement.Decide(acknowledged, form.Request(), desk.Rules, desk.Today),
                AcknowledgeForm.FieldOf
            )
            .WithSummary("Record that the acknowledgement of the current stage was sent.");
}
