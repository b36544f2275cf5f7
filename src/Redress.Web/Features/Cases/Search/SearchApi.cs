using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Search;

internal static class SearchApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/search", ReadAsync)
            .WithTags("Cases")
            .WithMetadata(new NeedsAttribute(Act.SearchCases))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("Cases by reference, name, telephone number, postcode or any words: the newest fifty.");

    private static async Task<IResult> ReadAsync(
        Data.Search search,
        StaffDirectory staff,
        CancellationToken cancel,
        string q = ""
    )
    {
        await staff.ReadyAsync(cancel);
        var query = SearchQuery.Read(q);
        var found = await search.FindAsync(query, cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("cases");
            foreach (var row in found.Cases)
            {
                json.WriteStartObject();
                json.WriteString("reference", row.Reference);
                json.WriteString("kind", WireName.Of(row.Kind));
                json.WriteString("status", WireName.Of(row.Status));
                json.WriteNumber("stage", row.Stage);
                json.WriteString("received_on", row.ReceivedOn);
                json.WriteString("complainant", row.Complainant);
                json.WriteString("summary", row.Summary is { } summary ? Shown(query, summary) : null);
                json.WriteString("elsewhere", row.Elsewhere is { } elsewhere ? Shown(query, elsewhere) : null);
                json.WriteStaff("owner", row.OwnerId, staff);
                json.WriteString("next_duty", row.NextDuty is { } duty ? WireName.Of(duty) : null);
                json.WriteDay("next_due_on", row.NextDueOn);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("more", found.IsMore);
            json.WriteEndObject();
        });
    }

    private static string Shown(SearchQuery query, string text) =>
        string.Concat(Snippet.Of(query, text).Select(part => part.Part));
}
