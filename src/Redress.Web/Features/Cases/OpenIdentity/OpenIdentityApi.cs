using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.OpenIdentity;

internal static class OpenIdentityApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/identity", OpenAsync)
            .Describe<OpenIdentityForm, CannotOpenIdentity>(Act.OpenIdentity)
            .Produces<Identity>()
            .WithSummary(
                "See who a confidential resident is. History records it. The same request sent again is answered "
                    + "without them."
            );

    private static async Task<IResult> OpenAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        Identities identities,
        RedressContext context,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<OpenIdentityForm>(
                http,
                desk,
                async form =>
                {
                    var decision = Confidentiality.Open(file.Case, form.Person, letter: null, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, OpenIdentityForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                    var person = decision.Events.OfType<IdentityOpened>().Single().Person;
                    return await identities.FindAsync(context, person, cancel) is { } known
                        ? Results.Ok(new Identity(known.Name, known.Email, known.Phone, known.Address, known.Postcode))
                        : Problems.NotFound();
                },
                cancel
            );

    /// <summary>Who a confidential resident is.</summary>
    private sealed record Identity(string Name, string? Email, string? Phone, string? Address, string? Postcode);
}
