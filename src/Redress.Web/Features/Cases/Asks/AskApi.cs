using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Asks;

internal static class AskApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<AskForm, CannotAsk>(
                "asks",
                Act.Ask,
                (asking, form, desk) => Asking.Decide(asking, form.Request(), desk.Today),
                AskForm.FieldOf
            )
            .WithSummary("Ask a colleague or a service for what the case lacks. It stops no clock.");
        cases
            .MapAct<SettleAskForm, CannotSettleAsk>(
                "settled-asks",
                Act.SettleAsk,
                (asked, form, desk) => form.Decide(asked, desk.Today),
                SettleAskForm.FieldOf
            )
            .WithSummary("Record what was answered to something asked, or that it is given up.");
        cases
            .MapGet(
                "/asks",
                async (AskList asks, StaffDirectory staff, CurrentPerson person, CancellationToken cancel) =>
                {
                    await staff.ReadyAsync(cancel);
                    var open = await asks.OfPersonAsync(person.Id, cancel);
                    return new JsonAnswer(json =>
                    {
                        json.WriteStartObject();
                        json.WriteStartArray("asks");
                        foreach (var ask in open)
                        {
                            AskJson.Write(json, ask, staff);
                        }

                        json.WriteEndArray();
                        json.WriteEndObject();
                    });
                }
            )
            .WithMetadata(new NeedsAttribute(Act.SettleAsk))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("What others wait for from whoever asks, and what they wait for themselves.");
    }
}
