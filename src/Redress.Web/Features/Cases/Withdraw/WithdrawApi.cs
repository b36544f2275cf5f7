using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Withdraw;

internal static class WithdrawApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<WithdrawForm, CannotWithdraw>(
                "withdrawal",
                Act.Withdraw,
                (withdrawn, form, desk) => Withdrawal.Decide(withdrawn, form.Request(), desk.Today),
                WithdrawForm.FieldOf
            )
            .WithSummary("Record that the resident withdrew. Only they can.");
}
