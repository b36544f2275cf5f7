using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.Cover;

internal static class CoverApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cover", ReadAsync)
            .WithTags("Staff")
            .WithMetadata(new NeedsAttribute(Act.SeeCover))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary("Who is away, today or within so many days: ?days=7; and their open cases, fifty at a time.");

    private static async Task<IResult> ReadAsync(
        CoverList list,
        StaffDirectory staff,
        CaseDesk desk,
        IStringLocalizer<Text> text,
        CancellationToken cancel,
        string? days = null,
        string? after = null
    )
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var asked = QueryChoices.Number("days", days, errors) ?? 0;
        if (errors.Count > 0 || asked > CoverQuery.MostDays)
        {
            errors["days"] = [text["cover.days.wrong", CoverQuery.MostDays]];
            return Problems.BadInput(errors);
        }

        var query = new CoverQuery { Days = asked, After = after };
        var page = await list.ReadAsync(query.LastFrom(desk.Today), query.Place, cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("away");
            foreach (var (id, away) in page.Away.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteStaff("who", id, staff);
                json.WriteString("from", away.From);
                json.WriteDay("until", away.Until);
                json.WriteStaff("cover", away.Cover, staff);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("cases");
            foreach (var row in page.Rows)
            {
                json.WriteStartObject();
                json.WriteString("reference", row.Reference);
                json.WriteNumber("stage", row.Stage);
                json.WriteString("complainant", row.Complainant);
                json.WriteString("summary", row.Summary);
                json.WriteStaff("owner", row.OwnerId, staff);
                json.WriteStaff("cover", page.Away[row.OwnerId!].Cover, staff);
                json.WriteString("next_duty", row.NextDuty is { } duty ? WireName.Of(duty) : null);
                json.WriteDay("next_due_on", row.NextDueOn);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next is { } place ? WorklistQuery.Write(place) : null);
            json.WriteEndObject();
        });
    }
}
