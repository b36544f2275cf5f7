using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Retaining;

/// <summary>How long cases are kept, for programs. Erasing is for people: it is proposed and agreed case by case.</summary>
internal static class RetentionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/retention", CountAsync)
            .WithTags("Retention")
            .WithMetadata(new NeedsAttribute(Act.SeeRetention))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("For how many years each kind of case is kept, and how many are past that, held or erased.");
        api.MapPost("/retention", SetAsync)
            .WithTags("Retention")
            .WithMetadata(new NeedsAttribute(Act.ManageSettings))
            .Accepts<SetYearsForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .WithSummary("Set for how many whole years after its closure a kind of case is kept.");
    }

    private static async Task<IResult> CountAsync(RetentionReview review, CancellationToken cancel)
    {
        var counts = await review.CountAsync(cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("kinds");
            foreach (var count in counts)
            {
                json.WriteStartObject();
                json.WriteString("kind", WireName.Of(count.Retention.Kind));
                json.WriteNumber("years", count.Retention.Years);
                json.WriteNumber("over", count.Over);
                json.WriteNumber("waiting", count.Waiting);
                json.WriteNumber("held", count.Held);
                json.WriteNumber("erased", count.Erased);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static Task<IResult> SetAsync(
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        RulesStore rules,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        request.DoAsync<SetYearsForm>(
            http,
            desk,
            async form =>
            {
                await rules.KeepAsync(form.Kept(), new(desk.Person.Id, time.GetUtcNow().UtcDateTime), cancel);
                return Results.NoContent();
            },
            cancel
        );
}
