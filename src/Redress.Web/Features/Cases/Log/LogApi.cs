using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Log;

internal static class LogApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("", LogAsync)
            .Describe<LogForm, CannotLog>(Act.LogCase)
            .WithSummary("Enter a case, with the day it was truly received.");

    private static Task<IResult> LogAsync(
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        FirstTeam first,
        CancellationToken cancel
    ) =>
        request.DoAsync<LogForm>(
            http,
            desk,
            async form =>
            {
                await first.NameAsync(form, cancel);
                var made = NewCase.Of(form, desk);
                var decision = made.Decide(desk);
                if (decision.Refusal is { } refusal)
                {
                    return CaseActs.Refused(refusal, LogForm.FieldOf, http);
                }

                var location = CaseLinks.Api(made.Reference);
                await made.RecordAsync(desk, decision.Events, request.Once(location), cancel);
                return CaseActs.Made(location);
            },
            cancel
        );
}
