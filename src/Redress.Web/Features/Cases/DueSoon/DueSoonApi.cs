using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Asks;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DueSoon;

internal static class DueSoonApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/due-soon", ReadAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary(
                "Acknowledgements and answers due within three working days, or overdue, that nobody has begun, or that somebody has."
            );

    private static async Task<IResult> ReadAsync(
        Data.DueSoon due,
        StaffDirectory staff,
        CaseDesk desk,
        CancellationToken cancel,
        string? whose = null,
        bool begun = false,
        string? after = null
    )
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = new DueSoonQuery
        {
            Whose = QueryChoices.Choice<Whose>("whose", whose ?? WireName.Of(Whose.All), errors),
            Begun = begun,
            After = after,
        };
        if (errors.Count > 0)
        {
            return Problems.BadInput(errors);
        }

        await staff.ReadyAsync(cancel);
        var page = await due.ReadAsync(query.Filter(desk.Person), desk.Today, cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("until", due.Until(desk.Today));
            json.WriteStartArray("letters");
            foreach (var row in page.Rows)
            {
                json.WriteStartObject();
                json.WriteString("reference", row.Reference);
                json.WriteString("duty", WireName.Of(row.Duty));
                json.WriteNumber("stage", row.Stage);
                json.WriteString("due_on", row.Due);
                json.WriteString("complainant", row.Complainant);
                json.WriteString("summary", row.Summary);
                json.WriteStaff("owner", row.OwnerId, staff);
                json.WriteStaff("begun_by", row.BegunBy, staff);
                json.WriteDay("begun_on", row.BegunOn);
                json.WriteStartArray("waiting_for");
                foreach (var ask in page.Asks[row.CaseId])
                {
                    AskJson.Write(json, ask, staff);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next is { } place ? DueSoonQuery.Write(place) : null);
            json.WriteEndObject();
        });
    }
}
