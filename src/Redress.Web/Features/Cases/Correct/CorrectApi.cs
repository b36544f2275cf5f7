using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Correct;

internal static class CorrectApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<CorrectForm, CannotProposeCorrection>(
                "corrections",
                Act.ProposeCorrection,
                (corrected, form, desk) => Correction.Propose(corrected, form.Request(), desk.Rules, desk.Today),
                CorrectForm.FieldOf
            )
            .WithSummary("Say that a recorded day is wrong. It stands until a second person agrees.");
        cases
            .MapAct<AgreeForm, CannotAgreeToCorrection>(
                "agreed-corrections",
                Act.DecideCorrection,
                (corrected, _, desk) => Correction.Agree(corrected, desk.Person.Id, desk.Today),
                _ => ""
            )
            .WithSummary("Agree to the correction that waits. Whoever proposed it cannot.");
        cases
            .MapAct<RejectForm, CannotRejectCorrection>(
                "rejected-corrections",
                Act.DecideCorrection,
                (corrected, form, desk) => Correction.Reject(corrected, form.Reason, desk.Today),
                refusal => refusal == CannotRejectCorrection.NoReason ? nameof(RejectForm.Reason) : ""
            )
            .WithSummary("Turn down the correction that waits, with the reason.");
    }
}
