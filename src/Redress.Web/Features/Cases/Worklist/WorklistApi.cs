using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Worklist;

internal static class WorklistApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapGet("", ReadAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary("Open cases, the most urgent first, fifty at a time.");
        cases
            .MapGet("/figures", CountAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary("How many open cases there are by when they fall due, stage and status.");
    }

    private static async Task<IResult> ReadAsync(
        Data.Worklist worklist,
        StaffDirectory staff,
        CaseDesk desk,
        CurrentPerson person,
        CancellationToken cancel,
        string? whose = null,
        string? kind = null,
        string? due = null,
        string? stage = null,
        string? status = null,
        string? after = null
    )
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = new WorklistQuery
        {
            Whose = QueryChoices.Choice<Whose>("whose", whose ?? WireName.Of(Whose.All), errors),
            Kind = QueryChoices.Choice<CaseKind>("kind", kind, errors),
            Due = QueryChoices.Choice<DueWhen>("due", due, errors),
            Stage = QueryChoices.Number("stage", stage, errors),
            Status = QueryChoices.Choice<CaseStatus>("status", status, errors),
            After = after,
        };
        if (errors.Count > 0)
        {
            return Problems.BadInput(errors);
        }

        await staff.ReadyAsync(cancel);
        var page = await worklist.ReadAsync(query.Filter(person, desk.Rules, desk.Today), cancel);
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
                json.WriteNumber("new_messages", row.NewMessages);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next is { } place ? WorklistQuery.Write(place) : null);
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> CountAsync(
        Data.Worklist worklist,
        CaseDesk desk,
        CurrentPerson person,
        CancellationToken cancel,
        string? whose = null,
        string? kind = null
    )
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = new WorklistQuery
        {
            Whose = QueryChoices.Choice<Whose>("whose", whose ?? WireName.Of(Whose.All), errors),
            Kind = QueryChoices.Choice<CaseKind>("kind", kind, errors),
        };
        if (errors.Count > 0)
        {
            return Problems.BadInput(errors);
        }

        var figures = await worklist.CountAsync(query.Filter(person, desk.Rules, desk.Today), cancel);
        var calendar = desk.Rules.OfficeCalendar(desk.Today);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("as_at", desk.Today);
            json.WriteNumber("open", figures.Open);
            json.WriteStartObject("due");
            foreach (var when in Enum.GetValues<DueWhen>())
            {
                json.WriteNumber(WireName.Of(when), figures.Due(DueSpan.Of(when, calendar, desk.Today)));
            }

            json.WriteEndObject();
            json.WriteStartObject("stages");
            foreach (var stage in figures.Stages)
            {
                json.WriteNumber($"{stage}", figures.At(stage));
            }

            json.WriteEndObject();
            json.WriteStartObject("statuses");
            foreach (var status in figures.Statuses)
            {
                json.WriteNumber(WireName.Of(status), figures.In(status));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
