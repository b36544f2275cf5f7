using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DateMatter;

internal static class DateMatterApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<DateMatterForm, CannotDateMatter>(
                "matter-age",
                Act.DateMatter,
                (dated, form, desk) => MatterAge.Decide(dated, form.Request(), desk.Rules, desk.Today),
                DateMatterForm.FieldOf
            )
            .WithSummary(
                "Set down how old the matter is and, where it is older than the time bar, that it is accepted all the same."
            );
}
