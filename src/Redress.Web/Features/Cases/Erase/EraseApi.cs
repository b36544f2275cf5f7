using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Erase;

internal static class EraseApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<ProposeErasureForm, CannotErase>(
                "erasure-proposals",
                Act.ProposeErasure,
                (of, form, desk) => Erasure.Propose(of, form.Ground, desk.Rules, desk.Today),
                ProposeErasureForm.FieldOf
            )
            .WithSummary(
                "Propose to erase every word of a closed case and the names in it. Nothing changes until a second person agrees."
            );
        cases
            .MapAct<AgreeToErasureForm, CannotErase>(
                "agreed-erasures",
                Act.DecideErasure,
                (of, _, desk) => Erasure.Agree(of, desk.Person.Id, desk.Rules, desk.Today),
                _ => ""
            )
            .WithSummary("Agree to the erasure that waits, which cannot be undone. Whoever proposed it cannot.");
        cases
            .MapAct<RejectErasureForm, CannotRejectErasure>(
                "rejected-erasures",
                Act.DecideErasure,
                (of, form, desk) => Erasure.Reject(of, form.Reason, desk.Today),
                DecideErasureForm.FieldOf
            )
            .WithSummary("Turn down the erasure that waits, with the reason.");
        cases
            .MapAct<PlaceHoldForm, CannotPlaceHold>(
                "holds",
                Act.HoldCase,
                (of, form, desk) => Erasure.Hold(of, form.Ground, form.Reason, desk.Today),
                PlaceHoldForm.FieldOf
            )
            .WithSummary("Keep a case from being erased, however old it is, until the hold is lifted.");
        cases
            .MapAct<LiftHoldForm, CannotLiftHold>(
                "lifted-holds",
                Act.HoldCase,
                (of, form, desk) => Erasure.Lift(of, form.Hold, form.Reason, desk.Today),
                LiftHoldForm.FieldOf
            )
            .WithSummary("Say that what a case was held for is over, with the reason.");
    }
}
