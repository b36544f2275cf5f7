using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Representatives;

internal static class RepresentativesApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapPost("/{reference}/representatives", NameAsync)
            .Describe<NameRepresentativeForm, CannotNameRepresentative>(Act.NameRepresentative)
            .Produces<Named>(StatusCodes.Status201Created)
            .WithSummary(
                "Somebody says that they act for a resident. They are told nothing until authority is recorded; letters go to "
                    + "the resident."
            );
        cases
            .MapPost("/{reference}/authorities", AuthoriseAsync)
            .Describe<RecordAuthorityForm, CannotRecordAuthority>(Act.RecordAuthority)
            .WithSummary(
                "What somebody may do for a resident, since when and until when; in `also`, the resident's other cases that it "
                    + "serves. The resident is told at their own address."
            );
        cases
            .MapPost("/{reference}/ended-authorities", EndAsync)
            .Describe<EndAuthorityForm, CannotEndAuthority>(Act.EndAuthority)
            .WithSummary("Somebody may act for a resident no more, in any case that the authority served.");
        cases
            .MapPost("/{reference}/authority-requests", AskAsync)
            .Describe<AskForAuthorityForm, CannotAskForAuthority>(Act.SendLetters)
            .WithSummary("Write to somebody who says that they act for a resident, to ask for authority.");
    }

    private static async Task<IResult> NameAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<NameRepresentativeForm>(
                http,
                desk,
                async form =>
                {
                    var person = form.Person(file.Case.Id);
                    var decision = form.Decide(file.Case, person, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, NameRepresentativeForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    await desk.RecordAsync(file, decision.Events, request.Once(location), [person!], cancel);
                    return Results.Created(location, new Named(file.Case.Reference, location, person!.Id));
                },
                cancel
            );

    private static async Task<IResult> AuthoriseAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CaseViews views,
        Authorities authorities,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Act, cancel) is not { } view
            ? Problems.NotFound()
            : await request.DoAsync<RecordAuthorityForm>(
                http,
                desk,
                async form =>
                {
                    var decision = await authorities.DecideAsync(view, form, cancel);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, RecordAuthorityForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(view.Case.Reference)}/history/{view.Case.Version + 1}";
                    await authorities.RecordAsync(view, decision.Events, form, request.Once(location), cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );

    private static async Task<IResult> EndAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        Authorities authorities,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<EndAuthorityForm>(
                http,
                desk,
                async form =>
                {
                    var decision = form.Decide(file.Case, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, EndAuthorityForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                    var ended = decision.Events.OfType<AuthorityEnded>().Single();
                    await authorities.EndAsync(file, ended, request.Once(location), cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );

    private static async Task<IResult> AskAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CaseViews views,
        LetterTexts letters,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Act, cancel) is not { } view
            ? Problems.NotFound()
            : await request.DoAsync<AskForAuthorityForm>(
                http,
                desk,
                async form =>
                {
                    var decision = form.Decide(view, letters, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, AskForAuthorityForm.FieldOf, http);
                    }

                    var location = $"{CaseLinks.Api(view.Case.Reference)}/history/{view.Case.Version + 1}";
                    await desk.RecordAsync(view.File, decision.Events, request.Once(location), cancel: cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );

    /// <param name="Reference">What people call the case.</param>
    /// <param name="Location">Where what happened can be read.</param>
    /// <param name="Person">The id of whoever says that they act.</param>
    private sealed record Named(string Reference, string Location, string Person);
}
