using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SettleLetter;

internal static class SettleLetterApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<SettleLetterBody, CannotSend>(
                "settled-letters",
                Act.SendLetters,
                (about, form, desk) => form.Decide(about, form.Letter!.Value, desk.Rules, desk.Today),
                SettleLetterForm.FieldOf,
                mailField: nameof(SettleLetterForm.Fate)
            )
            .WithSummary("Say of a letter that has not left that it was posted, goes another way, or does not go.");
}
