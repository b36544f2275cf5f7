using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.CorrectAnswer;

internal static class CorrectAnswerApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<CorrectAnswerForm, CannotCorrectAnswer>(
                "answer-corrections",
                Act.CorrectAnswer,
                (answered, form, desk) =>
                    AnswerCorrection.Decide(answered, form.Request(), desk.Person.Id, desk.Rules, desk.Today),
                CorrectAnswerForm.FieldOf
            )
            .WithSummary("Record a letter that puts right a mistake in an answer. It is no second answer.");
}
