using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.NameDecision;

internal static class NameDecisionApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<NameDecisionForm, CannotNameDecision>(
                "contested-decision",
                Act.NameDecision,
                (about, form, desk) =>
                    NamingDecision.Decide(about, form.Request(), desk.Person.Id, desk.Rules, desk.Today),
                NameDecisionForm.FieldOf
            )
            .WithSummary("Say which decision of policy or permission the complaint is about, and who made it.");
}
