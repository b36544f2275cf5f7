using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Define;

internal static class DefineApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<DefineForm, CannotDefine>(
                "definition",
                Act.DefineCase,
                (defined, form, desk) => Definition.Decide(defined, form.Request(), desk.Today),
                DefineForm.FieldOf
            )
            .WithSummary("Set down what the complaint is and what the resident wants done.");
}
