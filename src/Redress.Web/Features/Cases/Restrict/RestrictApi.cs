using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Restrict;

internal static class RestrictApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<RestrictForm, CannotProposeRestriction>(
                "restriction-proposals",
                Act.ProposeRestriction,
                (of, form, desk) => form.Decide(of, desk.Today),
                RestrictForm.FieldOf
            )
            .WithSummary(
                "Propose to limit how somebody reaches the landlord about the complaint. Nothing changes until a second person agrees."
            );
        cases
            .MapAct<AgreeToRestrictionForm, CannotAgreeToRestriction>(
                "agreed-restrictions",
                Act.DecideRestriction,
                (of, form, desk) =>
                    Restrictions.Agree(
                        of,
                        (form.DaySent(), form.By()),
                        form.Letter,
                        desk.Person.Id,
                        desk.Rules,
                        desk.Today
                    ),
                AgreeToRestrictionForm.FieldOf
            )
            .WithSummary(
                "Agree to the restriction that waits, with the letter that tells them. Whoever proposed it cannot."
            );
        cases
            .MapAct<RejectRestrictionForm, CannotRejectRestriction>(
                "rejected-restrictions",
                Act.DecideRestriction,
                (of, form, desk) => Restrictions.Reject(of, form.Reason, desk.Today),
                DecideRestrictionForm.FieldOf
            )
            .WithSummary("Turn down the restriction that waits, with the reason.");
        cases
            .MapAct<LiftRestrictionForm, CannotLiftRestriction>(
                "lifted-restrictions",
                Act.LiftRestriction,
                (of, form, desk) => Restrictions.Lift(of, form.Person, form.Reason, desk.Today),
                LiftRestrictionForm.FieldOf
            )
            .WithSummary("Lift a restriction before its day of review, with the reason.");
    }
}
