using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.CorrectContact;

internal static class CorrectContactApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/contact-details", CorrectAsync)
            .Describe<CorrectContactForm, CannotCorrectContact>(Act.CorrectContact)
            .WithSummary(
                "Put right how somebody in the case is called and reached. What is left out stays as it is, but "
                    + "the postcode of an address that is replaced; forget_phone, forget_email and forget_address take away "
                    + "what is not to be used any more."
            );

    private static async Task<IResult> CorrectAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<CorrectContactForm>(
                http,
                desk,
                async form =>
                {
                    var (decision, better) = await form.DecideAsync(file.Case, desk, cancel);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, CorrectContactForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    await desk.RecordAsync(file, decision.Events, request.Once(location), [better!], cancel);
                    return CaseActs.Made(location);
                },
                cancel,
                mailField: nameof(CorrectContactForm.Email)
            );
}
