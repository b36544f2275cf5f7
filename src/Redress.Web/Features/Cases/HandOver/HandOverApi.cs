using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.HandOver;

/// <summary>A case that has a new owner.</summary>
internal sealed record GivenCase(string Reference, string To);

/// <summary>A case that stays where it is, and why.</summary>
internal sealed record LeftCase(string Reference, string Code, string Title);

/// <summary>What became of the cases that were to be handed over.</summary>
internal sealed record HandOverAnswer(IReadOnlyList<GivenCase> Given, IReadOnlyList<LeftCase> Left);

/// <summary>
/// Sent again it finds the cases where they went, and changes nothing: what is theirs already is left, and nobody is
/// written to twice.
/// </summary>
internal static class HandOverApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/cases/owners",
                (ApiRequest request, HttpContext http, HandOvers handOvers, CaseDesk desk, CancellationToken cancel) =>
                    request.DoAsync<GiveForm>(
                        http,
                        desk,
                        async form =>
                        {
                            var cases = await handOvers.FindAsync(row => form.Cases!.Contains(row.Reference), cancel);
                            return await GiveAsync(http, handOvers, form, cases, cancel);
                        },
                        cancel
                    )
            )
            .WithTags("Cases")
            .WithSummary("Give cases to colleagues in turn, as many as they may have.")
            .Describe<GiveForm>();
        api.MapPost(
                "/staff/{colleague}/absence",
                (
                    string colleague,
                    ApiRequest request,
                    HttpContext http,
                    HandOvers handOvers,
                    CaseDesk desk,
                    StaffDirectory staff,
                    CancellationToken cancel
                ) =>
                    request.DoAsync<HandOverForm>(
                        http,
                        desk,
                        async form =>
                        {
                            var cases = await handOvers.FindAsync(
                                row => row.IsOpen && row.OwnerId == colleague,
                                cancel
                            );
                            return cases.Count > 0 || staff.Knows(colleague)
                                ? await GiveAsync(http, handOvers, form, cases, cancel)
                                : Problems.NotFound();
                        },
                        cancel
                    )
            )
            .WithTags("Staff")
            .WithSummary("Give all open cases of somebody who is away to colleagues in turn.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Describe<HandOverForm>();
    }

    private static RouteHandlerBuilder Describe<TForm>(this RouteHandlerBuilder endpoint)
        where TForm : class =>
        endpoint
            .WithMetadata(new NeedsAttribute(Act.AssignCase))
            .Accepts<TForm>("application/json")
            .Produces<HandOverAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> GiveAsync(
        HttpContext http,
        HandOvers handOvers,
        HandOverForm form,
        IReadOnlyList<CaseInHand> cases,
        CancellationToken cancel
    )
    {
        var text = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        var handed = await handOvers.GiveAsync(cases, form, once: null, cancel);
        return Results.Ok(
            new HandOverAnswer(
                [.. handed.Where(one => one.To is not null).Select(one => new GivenCase(one.Case.Reference, one.To!))],
                [
                    .. handed
                        .Where(one => one.Refusal is not null)
                        .Select(one => new LeftCase(
                            one.Case.Reference,
                            Refusals.CodeOf(one.Refusal!.Value),
                            text[Refusals.KeyOf(one.Refusal!.Value)]
                        )),
                ]
            )
        );
    }
}
