using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Respond;

internal static class RespondApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<RespondForm, CannotRespond>(
                "response",
                Act.Respond,
                (answered, form, desk) =>
                    Response.Decide(answered, form.Request(desk.Person), desk.Person.Id, desk.Rules, desk.Today),
                RespondForm.FieldOf
            )
            .WithSummary("Record that the answer of the current stage was sent. Open promises do not hold it up.");
}
