using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.KeepConfidential;

internal static class KeepConfidentialApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<KeepConfidentialForm, CannotKeepConfidential>(
                "confidentiality",
                Act.KeepConfidential,
                (named, form, desk) => form.Decide(named, desk.Today),
                KeepConfidentialForm.FieldOf
            )
            .WithSummary("Keep who the resident is from everybody but the complaints team.");
}
