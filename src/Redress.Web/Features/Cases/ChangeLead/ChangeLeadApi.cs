using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.ChangeLead;

internal static class ChangeLeadApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ChangeLeadForm, CannotLead>(
                "lead-complainant",
                Act.ChangeComplainants,
                (led, form, desk) => form.Decide(led, desk.Today),
                ChangeLeadForm.FieldOf
            )
            .WithSummary("Another of several complainants leads: the case goes by their name.");
}
