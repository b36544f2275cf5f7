using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Refuse;

internal static class RefuseApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<ProposeRefusalForm, CannotRefuse>(
                "refusal-proposals",
                Act.ProposeRefusal,
                async (refused, form, desk, cancel) =>
                    Refusal.Propose(refused, await form.RequestAsync(desk, cancel), desk.Rules, desk.Today),
                ProposeRefusalForm.FieldOf
            )
            .WithSummary(
                "Propose to refuse the complaint or, once it was asked for, the next stage. It stands until the lead agrees."
            );
        cases
            .MapAct<RefuseForm, CannotRefuse>(
                "refusal",
                Act.Refuse,
                async (refused, form, desk, cancel) =>
                    Refusal.Decide(refused, await form.RequestAsync(desk, cancel), form.Sent(), desk.Rules, desk.Today),
                ProposeRefusalForm.FieldOf
            )
            .WithSummary("Record that the complaint or, once it was asked for, the next stage was refused.");
        cases
            .MapAct<AgreeToRefusalForm, CannotAgreeToRefusal>(
                "agreed-refusals",
                Act.Refuse,
                (refused, form, desk) => Refusal.Agree(refused, form.Sent(), desk.Person.Id, desk.Rules, desk.Today),
                AgreeToRefusalForm.FieldOf
            )
            .WithSummary("Agree to the refusal that waits, with the letter that was sent. Whoever proposed it cannot.");
        cases
            .MapAct<RejectRefusalForm, CannotRejectRefusal>(
                "rejected-refusals",
                Act.Refuse,
                (refused, form, desk) => Refusal.Reject(refused, form.Reason, desk.Today),
                DecideRefusalForm.FieldOf
            )
            .WithSummary("Turn down the refusal that waits, with the reason. The complaint goes on.");
    }
}
