using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordArrival;

internal static class ArrivalApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ArrivalForm, CannotRecordArrival>(
                "answer-arrivals",
                Act.RecordArrival,
                (answered, form, desk) => AnswerArrival.Decide(answered, form.On!.Value, desk.Today),
                ArrivalForm.FieldOf
            )
            .WithSummary("Record the day the resident had the latest answer in hand.");
}
