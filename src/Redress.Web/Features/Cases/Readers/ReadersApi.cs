using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Readers;

internal static class ReadersApi
{
    private const int Most = 5_000;

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{reference}/readings", ReadAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeRecord))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(
                "Who looked at a case, the latest first: when, for what, and what let them. Up to 5,000. Looking again for "
                    + "the same thing within a quarter of an hour is not told twice."
            );

    private static async Task<IResult> ReadAsync(
        string reference,
        CaseDesk desk,
        Readings readings,
        RedressContext context,
        StaffDirectory staff,
        CancellationToken cancel
    )
    {
        if (await desk.ReadAsync(reference, Purpose.Show, cancel) is not { } read)
        {
            return Problems.NotFound();
        }

        await staff.ReadyAsync(cancel);
        var found = await readings.OfAsync(context, read.Id, Most, cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("readings");
            foreach (var reading in found)
            {
                json.WriteStartObject();
                json.WriteString("at", reading.At);
                json.WriteString("who", reading.Who);
                json.WriteString("name", reading.As is null ? staff.NameOf(reading.Who) : null);
                json.WriteString("for", reading.For);
                json.WriteString("by", Core.WireName.Of(reading.By));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
