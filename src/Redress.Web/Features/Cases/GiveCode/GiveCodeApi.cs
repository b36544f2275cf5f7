using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.GiveCode;

internal static class GiveCodeApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/access-code", GiveAsync)
            .Describe<GiveCodeForm, CannotGiveCode>(Act.GiveCode)
            .Produces<Given>(StatusCodes.Status201Created)
            .WithSummary(
                "Give somebody who complains a code in place of any they had, which stops working. It is told here and "
                    + "nowhere else: the same request sent again is answered without it."
            );

    private static async Task<IResult> GiveAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        AccessCodes codes,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<GiveCodeForm>(
                http,
                desk,
                async form =>
                {
                    var decision = CodeRenewal.Decide(file.Case, form.Person, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, GiveCodeForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    var person = decision.Events.OfType<AccessCodeGiven>().Single().Person;
                    var code = Ids.NewAccessCode();
                    await desk.RecordAsync(
                        file,
                        decision.Events,
                        request.Once(location),
                        [codes.RowOf(file.Case.Id, person, code)],
                        cancel
                    );
                    return Results.Created(location, new Given(file.Case.Reference, location, person, code));
                },
                cancel
            );

    /// <param name="Reference">What people call the case.</param>
    /// <param name="Location">Where what happened can be read.</param>
    /// <param name="Person">Their id.</param>
    /// <param name="Code">With the reference, it lets them in.</param>
    private sealed record Given(string Reference, string Location, string Person, string Code);
}
