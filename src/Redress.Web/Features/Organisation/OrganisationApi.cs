using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>How the landlord is made up, for programs. What is said twice is so once: it needs no key.</summary>
internal static class OrganisationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisation", (Answers answers) => answers.ReadAsync())
            .WithTags("Organisation")
            .WithMetadata(new NeedsAttribute(Act.SeeOrganisation))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("Units, the teams in them and who is in those, today.");
        api.MapGet("/organisation/cases", (Answers answers, [FromQuery] string by = "now") => answers.CountAsync(by))
            .WithTags("Organisation")
            .WithMetadata(new NeedsAttribute(Act.SeeOrganisation))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .WithSummary(
                "Complaints by the unit of whoever has them, as units are or as they were: ?by=now or ?by=then."
            );
        api.MapPost("/units", (ApiRequest request, Answers answers) => answers.SayUnitAsync(request))
            .Changes<UnitForm>()
            .WithMetadata(new RefusesWith(typeof(CannotSayUnit)))
            .WithSummary("Add a unit, or say anew what one is called and delivers.");
        api.MapPost("/teams", (ApiRequest request, Answers answers) => answers.PlaceTeamAsync(request))
            .Changes<TeamForm>()
            .WithMetadata(new RefusesWith(typeof(CannotPlaceTeam)))
            .WithSummary("Place a team in a unit from a day on. No case moves.");
        api.MapPost("/organisation/limits", (ApiRequest request, Answers answers) => answers.LimitAsync(request))
            .Changes<LimitForm>()
            .WithSummary("Say up to how many pounds a grade settles a complaint alone, from a day on.");
        api.MapPost("/teams/first", (ApiRequest request, Answers answers) => answers.GiveFirstAsync(request))
            .Changes<FirstForm>()
            .WithMetadata(new RefusesWith(typeof(CannotPlaceTeam)))
            .WithSummary("Say which services' complaints a team is given first. No case moves, and no clock.");
        api.MapPost(
                "/staff/{colleague}/posts",
                (string colleague, ApiRequest request, Answers answers) => answers.GivePostAsync(colleague, request)
            )
            .Changes<PostForm>()
            .WithMetadata(new RefusesWith(typeof(CannotGivePost)))
            .WithSummary("Give somebody a post in a team from a day on, with grade and line manager.");
    }

    private static RouteHandlerBuilder Changes<TForm>(this RouteHandlerBuilder endpoint)
        where TForm : notnull =>
        endpoint
            .WithTags("Organisation")
            .WithMetadata(new NeedsAttribute(Act.ManageOrganisation))
            .Accepts<TForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal sealed class Answers(
        OrganisationStore store,
        UnitCounts counts,
        RulesStore rules,
        StaffDirectory staff,
        CaseDesk desk,
        TimeProvider time,
        IStringLocalizer<Text> text,
        IHttpContextAccessor asking
    )
    {
        private HttpContext Http => asking.HttpContext!;

        private CancellationToken Cancel => Http.RequestAborted;

        public async Task<IResult> ReadAsync()
        {
            await staff.ReadyAsync(Cancel);
            var units = ShowOrganisationModel.Of(
                rules.Current.Organisation,
                await store.TeamsAsync(Cancel),
                LondonTime.Today(time)
            );
            return new JsonAnswer(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("units");
                foreach (var (unit, teams) in units)
                {
                    json.WriteStartObject();
                    json.WriteString("unit", unit?.Id);
                    json.WriteString("name", unit?.Name);
                    json.WriteStartArray("services");
                    foreach (var service in unit?.Services ?? [])
                    {
                        json.WriteStringValue(service);
                    }

                    json.WriteEndArray();
                    json.WriteStartArray("teams");
                    foreach (var (team, members, first) in teams)
                    {
                        json.WriteStartObject();
                        json.WriteString("team", team.Id);
                        json.WriteString("name", team.Name);
                        json.WriteStartArray("first_for");
                        foreach (var service in first)
                        {
                            json.WriteStringValue(service);
                        }

                        json.WriteEndArray();
                        json.WriteStartArray("members");
                        foreach (var post in members)
                        {
                            json.WriteStartObject();
                            json.WriteStaff("person", post.Person, staff);
                            json.WriteString("from", post.From);
                            json.WriteString("grade", post.Grade is { } grade ? WireName.Of(grade) : null);
                            json.WriteStaff("manager", post.Manager, staff);
                            json.WriteEndObject();
                        }

                        json.WriteEndArray();
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        public async Task<IResult> CountAsync(string by)
        {
            if (!WireName.TryParse<UnitsAs>(by, out var units))
            {
                return Problems.BadInput(
                    new Dictionary<string, string[]> { ["by"] = [text["organisation.cases.by.wrong"]] }
                );
            }

            var counted = await counts.CountAsync(units, Cancel);
            return new JsonAnswer(json =>
            {
                json.WriteStartObject();
                json.WriteString("by", WireName.Of(units));
                json.WriteStartArray("units");
                foreach (var unit in counted)
                {
                    json.WriteStartObject();
                    json.WriteString("name", unit.Unit);
                    json.WriteNumber("cases", unit.Cases);
                    json.WriteNumber("outside_the_service", unit.Outside);
                    json.WriteNumber("inside_the_service", unit.Inside);
                    json.WriteNumber("not_known", unit.Unknown);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        public Task<IResult> SayUnitAsync(ApiRequest request) =>
            request.DoAsync<UnitForm>(
                Http,
                desk,
                async form =>
                    await store.SayUnitAsync(form.Unit, form.Name!.Trim(), form.ServiceNames(), Cancel) is { } refusal
                        ? CaseActs.Refused(refusal, UnitForm.FieldOf, Http)
                        : Results.NoContent(),
                Cancel
            );

        public Task<IResult> PlaceTeamAsync(ApiRequest request) =>
            request.DoAsync<TeamForm>(
                Http,
                desk,
                async form =>
                    await store.PlaceTeamAsync(form.Name!.Trim(), form.Unit!, form.From!.Value, Cancel) is { } refusal
                        ? CaseActs.Refused(refusal, TeamForm.FieldOf, Http)
                        : Results.NoContent(),
                Cancel
            );

        public Task<IResult> GiveFirstAsync(ApiRequest request) =>
            request.DoAsync<FirstForm>(
                Http,
                desk,
                async form =>
                    await store.GiveFirstAsync(form.Team!, form.ServiceNames(), form.From!.Value, Cancel) is { } refusal
                        ? CaseActs.Refused(refusal, FirstForm.FieldOf, Http)
                        : Results.NoContent(),
                Cancel
            );

        public Task<IResult> LimitAsync(ApiRequest request) =>
            request.DoAsync<LimitForm>(
                Http,
                desk,
                async form =>
                {
                    await rules.LimitAsync(form.Limit(), new(desk.Person.Id, time.GetUtcNow().UtcDateTime), Cancel);
                    return Results.NoContent();
                },
                Cancel
            );

        public async Task<IResult> GivePostAsync(string colleague, ApiRequest request)
        {
            await staff.ReadyAsync(Cancel);
            return staff.Knows(colleague)
                ? await request.DoAsync<PostForm>(
                    Http,
                    desk,
                    async form =>
                        await store.GivePostAsync(form.Post(colleague), Cancel) is { } refusal
                            ? CaseActs.Refused(refusal, PostForm.FieldOf, Http)
                            : Results.NoContent(),
                    Cancel
                )
                : Problems.NotFound();
        }
    }
}
