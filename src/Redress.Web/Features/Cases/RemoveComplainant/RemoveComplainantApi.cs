using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RemoveComplainant;

internal static class RemoveComplainantApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<RemoveComplainantForm, CannotLeave>(
                "complainant-withdrawal",
                Act.ChangeComplainants,
                (left, form, desk) => form.Decide(left, desk.Today),
                RemoveComplainantForm.FieldOf
            )
            .WithSummary("One of several complainants goes no further. The case goes on for the others.");
}
