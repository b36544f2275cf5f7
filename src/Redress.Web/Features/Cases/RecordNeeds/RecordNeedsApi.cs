using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordNeeds;

internal static class RecordNeedsApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/needs", RecordAsync)
            .Describe<RecordNeedsForm, CannotRecordNeeds>(Act.RecordNeeds)
            .WithSummary(
                "What somebody needs to be reached and written to, and how they must not be reached, in every case of theirs. "
                    + "It takes the place of what was recorded before."
            );

    private static async Task<IResult> RecordAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CaseViews views,
        KnownNeeds needs,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Act, cancel) is not { } view
            ? Problems.NotFound()
            : await request.DoAsync<RecordNeedsForm>(
                http,
                desk,
                async form =>
                {
                    var decision = form.Decide(view.Case, desk.Person.May(Act.RelaxNeeds), desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, RecordNeedsForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(view.Case.Reference)}/history/{view.Case.Version + 1}";
                    var recorded = decision.Events.OfType<ContactNeedsRecorded>().Single();
                    await needs.RecordAsync(view, recorded, request.Once(location), cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );
}
