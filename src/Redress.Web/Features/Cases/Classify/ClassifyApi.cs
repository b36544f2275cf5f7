using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Classify;

internal static class ClassifyApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ClassifyForm, CannotClassify>(
                "classification",
                Act.ClassifyCase,
                (classified, form, desk) => Classification.Decide(form.Request(classified), desk.Today),
                _ => nameof(ClassifyForm.Category)
            )
            .WithSummary("Sort the case for reporting, also once it is closed. What is left out stays as it was.");
}
