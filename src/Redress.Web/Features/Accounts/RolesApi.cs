using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Accounts;

/// <summary>Who held which role on a day, for programs.</summary>
internal static class RolesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/roles", ReadAsync)
            .WithTags("Accounts")
            .WithMetadata(new NeedsAttribute(Act.SeeAccounts))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("Who held which role on a day, today unless said: ?on=2025-04-14.");

    private static async Task<IResult> ReadAsync(
        StaffAccounts accounts,
        TimeProvider time,
        CancellationToken cancel,
        DateOnly? on = null
    )
    {
        var day = on ?? LondonTime.Today(time);
        var held = await accounts.OnAsync(day, cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("on", day);
            json.WriteStartArray("roles");
            foreach (var one in held)
            {
                json.WriteStartObject();
                json.WriteString("role", WireName.Of(one.Role));
                json.WriteString("id", one.PersonId);
                json.WriteString("name", one.Name);
                json.WriteString("from", one.From);
                json.WriteDay("until", one.Until);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
