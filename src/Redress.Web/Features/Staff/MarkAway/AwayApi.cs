using Microsoft.AspNetCore.Mvc;
using Redress.Core;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.MarkAway;

/// <summary>What is marked or ended twice is so once: so it needs no key.</summary>
internal static class AwayApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/absences", (CurrentPerson person, Answers answers) => answers.ReadAsync(person.Id))
            .Reads(Act.MarkOwnAbsence)
            .WithSummary("When one is away oneself, now and later.");
        api.MapPost(
                "/absences",
                (CurrentPerson person, ApiRequest request, Answers answers) => answers.MarkAsync(person.Id, request)
            )
            .Marks(Act.MarkOwnAbsence)
            .WithSummary("Say when one is away oneself, and who covers. No case moves.");
        api.MapDelete(
                "/absences",
                (CurrentPerson person, Answers answers, [FromQuery] string absence = "") =>
                    answers.EndAsync(person.Id, absence)
            )
            .Ends(Act.MarkOwnAbsence)
            .WithSummary("Say that one is back today, or not away after all.");
        api.MapGet("/staff/{colleague}/absences", (string colleague, Answers answers) => answers.ReadAsync(colleague))
            .Reads(Act.MarkAbsence)
            .WithSummary("When a colleague is away, now and later.");
        api.MapPost(
                "/staff/{colleague}/absences",
                (string colleague, ApiRequest request, Answers answers) => answers.MarkAsync(colleague, request)
            )
            .Marks(Act.MarkAbsence)
            .WithSummary("Say when a colleague is away, and who covers. No case moves.");
        api.MapDelete(
                "/staff/{colleague}/absences",
                (string colleague, Answers answers, [FromQuery] string absence = "") =>
                    answers.EndAsync(colleague, absence)
            )
            .Ends(Act.MarkAbsence)
            .WithSummary("Say that a colleague is back today, or not away after all.");
    }

    private static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, Act act) =>
        endpoint
            .WithTags("Staff")
            .WithMetadata(new NeedsAttribute(act))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static RouteHandlerBuilder Marks(this RouteHandlerBuilder endpoint, Act act) =>
        endpoint
            .WithTags("Staff")
            .WithMetadata(new NeedsAttribute(act), new RefusesWith(typeof(CannotMarkAway)))
            .Accepts<AwayForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static RouteHandlerBuilder Ends(this RouteHandlerBuilder endpoint, Act act) =>
        endpoint
            .WithTags("Staff")
            .WithMetadata(new NeedsAttribute(act))
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>What a request of one's own and one about a colleague have in common.</summary>
    internal sealed class Answers(Absences absences, StaffDirectory staff, CaseDesk desk, IHttpContextAccessor asking)
    {
        private HttpContext Http => asking.HttpContext!;

        private CancellationToken Cancel => Http.RequestAborted;

        public async Task<IResult> ReadAsync(string who)
        {
            if (!await KnowsAsync(who))
            {
                return Problems.NotFound();
            }

            var times = await absences.OfAsync(who, Cancel);
            return new JsonAnswer(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("absences");
                foreach (var (id, time) in times)
                {
                    json.WriteStartObject();
                    json.WriteString("absence", id);
                    json.WriteString("from", time.From);
                    json.WriteDay("until", time.Until);
                    json.WriteStartArray("weekdays");
                    foreach (var day in time.Weekdays)
                    {
                        json.WriteStringValue(WireName.Of(day));
                    }

                    json.WriteEndArray();
                    json.WriteStaff("cover", time.Cover, staff);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        public async Task<IResult> MarkAsync(string who, ApiRequest request) =>
            await KnowsAsync(who)
                ? await request.DoAsync<AwayForm>(
                    Http,
                    desk,
                    async form =>
                        await absences.MarkAsync(who, form.Time(), Cancel) is { } refusal
                            ? CaseActs.Refused(refusal, AwayForm.FieldOf, Http)
                            : Results.NoContent(),
                    Cancel
                )
                : Problems.NotFound();

        public async Task<IResult> EndAsync(string who, string absence)
        {
            if (!await KnowsAsync(who))
            {
                return Problems.NotFound();
            }

            await absences.EndAsync(who, absence, Cancel);
            return Results.NoContent();
        }

        private async Task<bool> KnowsAsync(string who)
        {
            await staff.ReadyAsync(Cancel);
            return staff.Knows(who);
        }
    }
}
