using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Extend;

internal static class ExtendApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ExtendForm, CannotExtend>(
                "extensions",
                Act.Extend,
                (extended, form, desk) => Extension.Decide(extended, form.Request(), desk.Rules, desk.Today),
                ExtendForm.FieldOf
            )
            .WithSummary("Record more time for the answer. Whether it moves the due date is for the clock to judge.");
}
