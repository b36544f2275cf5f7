using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Commitments;

internal static class KeepApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<KeepForm, CannotKeepCommitment>(
                "kept-commitments",
                Act.KeepCommitment,
                (keptIn, form, desk) => Core.Cases.Commitments.Keep(keptIn, form.Request(), desk.Today),
                KeepForm.FieldOf
            )
            .WithSummary("Record that a promise was kept, with what shows it.");
}
