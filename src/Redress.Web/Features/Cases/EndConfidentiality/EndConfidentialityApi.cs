using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.EndConfidentiality;

internal static class EndConfidentialityApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<EndConfidentialityForm, CannotEndConfidentiality>(
                "disclosure",
                Act.EndConfidentiality,
                (kept, form, desk) => form.Decide(kept, desk.Today),
                EndConfidentialityForm.FieldOf
            )
            .WithSummary("A confidential resident agreed to be known to everybody who works on the case.");
}
