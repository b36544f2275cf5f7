using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.ApproveSettlement;

internal static class ApproveSettlementApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<ApproveSettlementForm, CannotApproveSettlement>(
                "settlement",
                Act.ApproveSettlement,
                (of, form, desk) => Settlement.Approve(of, form.Note, desk.Person.Id, desk.Rules, desk.Today),
                ApproveSettlementForm.FieldOf
            )
            .WithSummary("Approve what is promised to be paid, above what whoever answers settles alone.");
}
