using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Reopen;

internal static class ReopenApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ReopenForm, CannotReopen>(
                "reopening",
                Act.ReopenCase,
                (closed, form, desk) =>
                    Reopening.Decide(closed, form.On!.Value, form.Reason, desk.Person.Id, desk.Rules, desk.Today),
                ReopenForm.FieldOf
            )
            .WithSummary(
                "Open a case again that was closed by mistake, or whose resident had agreed to a service request. Every verdict stays."
            );
}
