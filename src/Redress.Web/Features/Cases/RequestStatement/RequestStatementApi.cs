using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RequestStatement;

internal static class RequestStatementApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapPost("/{reference}/statements", AskAsync)
            .Describe<RequestStatementForm, CannotAskStatement>(Act.RequestStatement)
            .WithSummary(
                "Ask whom the complaint is about for a statement. They read what stands in this request and nothing of "
                    + "the case, have three working days, and are told by email that they are asked."
            );
        cases
            .MapAct<WithdrawStatementForm, CannotAnswerStatement>(
                "withdrawn-statements",
                Act.RequestStatement,
                (about, form, desk) => form.Decide(about, desk.Today),
                WithdrawStatementForm.FieldOf
            )
            .WithSummary("Ask for a statement no longer. They read nothing more of what was released.");
    }

    private static async Task<IResult> AskAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseViews views,
        CaseDesk desk,
        StatementMail mail,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Act, cancel) is not { } view
            ? Problems.NotFound()
            : await request.DoAsync<RequestStatementForm>(
                http,
                desk,
                async form =>
                {
                    var decision = Statements.Ask(view.Case, form.Request(view.People), desk.Rules, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, RequestStatementForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(view.Case.Reference)}/history/{view.Case.Version + 1}";
                    await desk.RecordAsync(view.File, decision.Events, request.Once(location), cancel: cancel);
                    await mail.TellAsync(form.Person!);
                    return CaseActs.Made(location);
                },
                cancel
            );
}
