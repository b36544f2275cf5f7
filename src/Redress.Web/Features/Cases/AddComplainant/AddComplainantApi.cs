using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.AddComplainant;

internal static class AddComplainantApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/complainants", AddAsync)
            .Describe<AddComplainantForm, CannotJoin>(Act.AddComplainant)
            .Produces<Joined>(StatusCodes.Status201Created)
            .WithSummary(
                "Somebody complains of the same, together with the others. Their code is told here and nowhere else: "
                    + "the same request sent again is answered without it."
            );

    private static async Task<IResult> AddAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        AccessCodes codes,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<AddComplainantForm>(
                http,
                desk,
                async form =>
                {
                    var person = form.Person(file.Case.Id);
                    var decision = form.Decide(file.Case, person, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, AddComplainantForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    var code = Ids.NewAccessCode();
                    await desk.RecordAsync(
                        file,
                        decision.Events,
                        request.Once(location),
                        [person!, codes.RowOf(file.Case.Id, person!.Id, code)],
                        cancel
                    );
                    return Results.Created(location, new Joined(file.Case.Reference, location, person.Id, code));
                },
                cancel
            );

    /// <param name="Reference">What people call the case.</param>
    /// <param name="Location">Where what happened can be read.</param>
    /// <param name="Person">Their id.</param>
    /// <param name="Code">With the reference, it lets them in.</param>
    private sealed record Joined(string Reference, string Location, string Person, string Code);
}
