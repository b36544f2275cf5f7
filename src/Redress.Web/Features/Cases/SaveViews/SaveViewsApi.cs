using Microsoft.AspNetCore.Mvc;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SaveViews;

/// <summary>A view saved or deleted twice is saved or deleted once: so it needs no key.</summary>
internal static class SaveViewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Views");
        views
            .MapGet("", ReadAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithSummary("The views of the work list that whoever asks saved, and those shared with everybody.");
        views
            .MapPut("", SaveAsync)
            .WithMetadata(new NeedsAttribute(Act.SeeCase), new RefusesWith(typeof(CannotSaveView)))
            .Accepts<ViewForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Save a view under a name, or in the place of the one that had the name it was.");
        views
            .MapDelete(
                "",
                async (
                    SavedViews saved,
                    CurrentPerson person,
                    CancellationToken cancel,
                    [FromQuery] string name = ""
                ) =>
                {
                    await saved.DeleteAsync(person.Id, name, cancel);
                    return Results.NoContent();
                }
            )
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Delete a view of one's own by its name, if there is one.");
    }

    private static async Task<IResult> ReadAsync(SavedViews saved, StaffDirectory staff, CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var seen = await saved.ReadAsync(cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("views");
            foreach (var view in seen)
            {
                var (query, unknown) = WorklistQuery.Parse(view.Filters);
                json.WriteStartObject();
                json.WriteString("name", view.Name);
                json.WriteStaff("owner", view.OwnerId, staff);
                json.WriteBoolean("shared", view.Shared);
                json.WriteString("whose", query.Whose is { } whose ? WireName.Of(whose) : null);
                json.WriteString("kind", query.Kind is { } kind ? WireName.Of(kind) : null);
                json.WriteString("due", query.Due is { } due ? WireName.Of(due) : null);
                if (query.Stage is { } stage)
                {
                    json.WriteNumber("stage", stage);
                }
                else
                {
                    json.WriteNull("stage");
                }

                json.WriteString("status", query.Status is { } status ? WireName.Of(status) : null);
                json.WriteStartArray("unknown");
                foreach (var name in unknown)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static Task<IResult> SaveAsync(
        ApiRequest request,
        HttpContext http,
        SavedViews saved,
        CaseDesk desk,
        CancellationToken cancel
    ) =>
        request.DoAsync<ViewForm>(
            http,
            desk,
            async form =>
                await saved.SaveAsync(form.Name, form.Query().Filters(desk.Person), form.Shared, form.Was, cancel)
                    is { } refusal
                    ? CaseActs.Refused(refusal, ViewForm.FieldOf, http)
                    : Results.NoContent(),
            cancel
        );
}
