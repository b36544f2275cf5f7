using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Commitments;

internal static class CommitApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<CommitForm, CannotCommit>(
                "commitments",
                Act.MakeCommitment,
                (madeIn, form, desk) => Core.Cases.Commitments.Make(madeIn, form.Request(), desk.Today),
                CommitForm.FieldOf
            )
            .WithSummary("Record a promise to the resident. It outlives the answer and the case.");
}
