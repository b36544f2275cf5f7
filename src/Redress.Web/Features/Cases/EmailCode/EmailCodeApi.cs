using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.GiveCode;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.EmailCode;

internal static class EmailCodeApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{reference}/emailed-code", SendAsync)
            .Describe<GiveCodeForm, CannotGiveCode>(Act.EmailCode)
            .WithSummary(
                "Email somebody who complains a code, at the address on record, in place of any they had, which stops "
                    + "working. The code is told to nobody else."
            );

    private static async Task<IResult> SendAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CodeMail mail,
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
                    var not = await mail.SendAsync(
                        file.Case,
                        decision.Events.OfType<AccessCodeGiven>().Single(),
                        row =>
                            desk.RecordAsync(
                                file,
                                decision.Events,
                                request.Once(location),
                                [row],
                                CancellationToken.None
                            ),
                        cancel
                    );
                    return not is { } why ? CaseActs.Refused(why, GiveCodeForm.FieldOf, http) : CaseActs.Made(location);
                },
                cancel
            );
}
