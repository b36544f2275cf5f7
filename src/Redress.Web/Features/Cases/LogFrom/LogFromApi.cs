using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.LogFrom;

internal static class LogFromApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/complaints", LogAsync)
            .Describe<LogFromForm, CannotLog>(Act.LogCase)
            .WithSummary("Log a complaint that came up in this case, or that it turned out to hold, linked both ways.");

    private static async Task<IResult> LogAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CaseViews views,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Act, cancel) is not { } from
            ? Problems.NotFound()
            : await request.DoAsync<LogFromForm>(
                http,
                desk,
                async form =>
                {
                    form.Handler ??= desk.Person.Id;
                    var complaint = await ComplaintFrom.OfAsync(form, from, desk, cancel);
                    var decision = complaint.Decide(desk);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, LogFromForm.FieldOf, http);
                    }

                    var location = CaseLinks.Api(complaint.Reference);
                    await complaint.RecordAsync(desk, decision.Events, request.Once(location), cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );
}
