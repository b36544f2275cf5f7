using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.AgreeServiceRequest;

internal static class AgreeServiceRequestApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<AgreeServiceRequestForm, CannotAgreeServiceRequest>(
                "service-request",
                Act.AgreeServiceRequest,
                (agreed, form, desk) => ServiceRequestAgreement.Decide(agreed, form.Request(), desk.Today),
                AgreeServiceRequestForm.FieldOf
            )
            .WithSummary(
                "Record that the resident agreed to have the complaint handled as a service request. Only they can, and they can take it back."
            );
}
