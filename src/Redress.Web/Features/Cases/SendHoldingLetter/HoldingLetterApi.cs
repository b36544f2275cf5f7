using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SendHoldingLetter;

internal static class HoldingLetterApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<HoldingLetterForm, CannotHold>(
                "holding-letters",
                Act.SendHoldingLetter,
                (held, form, desk) => HoldingLetter.Decide(held, form.Request(), desk.Today),
                HoldingLetterForm.FieldOf
            )
            .WithSummary(
                "Record that a holding letter was sent. Whether it moves the due date is for the procedure and the clock."
            );
}
