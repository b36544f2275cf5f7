using Redress.Core;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Worklist;

internal static class WorklistApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("", ReadAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary("Open cases, the most urgent first, fifty at a time.");

    private static async Task<IResult> ReadAsync(
        Data.Worklist worklist,
        StaffDirectory staff,
        CaseDesk desk,
        CurrentPerson person,
        CancellationToken cancel,
        string? whose = null,
        string? kind = null,
        bool overdue = false,
        string? after = null
    )
    {
        var query = new WorklistQuery { Overdue = overdue, After = after };
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        query.Whose = Choice<Whose>("whose", whose ?? WireName.Of(Whose.All), errors);
        query.Kind = Choice<CaseKind>("kind", kind, errors);
        if (errors.Count > 0)
        {
            return Problems.BadInput(errors);
        }

        await staff.ReadyAsync(cancel);
        var page = await worklist.ReadAsync(query.Filter(person, desk.Today), cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("cases");
            foreach (var row in page.Rows)
            {
                json.WriteStartObject();
                json.WriteString("reference", row.Reference);
                json.WriteString("kind", WireName.Of(row.Kind));
                json.WriteString("status", WireName.Of(row.Status));
                json.WriteNumber("stage", row.Stage);
                json.WriteString("received_on", row.ReceivedOn);
                json.WriteString("complainant", row.Complainant);
                json.WriteString("summary", row.Summary);
                json.WriteStaff("owner", row.OwnerId, staff);
                json.WriteString("next_duty", row.NextDuty is { } duty ? WireName.Of(duty) : null);
                json.WriteDay("next_due_on", row.NextDueOn);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next is { } place ? WorklistQuery.Write(place) : null);
            json.WriteEndObject();
        });
    }

    private static T? Choice<T>(string name, string? value, Dictionary<string, string[]> errors)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        if (!WireName.TryParse<T>(value, out var choice))
        {
            errors[name] = [string.Join(", ", WireName.All<T>())];
        }

        return choice;
    }
}
