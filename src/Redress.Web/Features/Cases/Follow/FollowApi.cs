using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>What the pages for residents do, for programs: reference and code get a token for that one complaint.</summary>
internal static class FollowApi
{
    public static void Map(IEndpointRouteBuilder complaints)
    {
        complaints
            .MapPost("/tokens", OpenAsync)
            .AllowAnonymous()
            .Accepts<CodeForm>("application/json")
            .Produces<Following>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("A token for the complaint that reference and code open, good for half an hour.");

        var followed = complaints.MapGroup("/{reference}").RequireAuthorization(new ByCode());
        followed
            .MapGet("", ShowAsync)
            .WithMetadata(new NeedsAttribute(Act.FollowCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(
                "Where the complaint stands, who has it, every date and promise, and what was written both ways."
            );
        followed
            .MapPost("/next-stage", AskAsync)
            .Describe<NextStageForm, CannotEscalate>(Act.FollowCase)
            .WithSummary("Ask for the next stage. The resident need not say why.");
        FollowMessagesApi.Map(followed);
        FollowDefinitionApi.Map(followed);
        FollowActingApi.Map(followed);
    }

    private static async Task<IResult> OpenAsync(
        ApiRequest request,
        HttpContext http,
        AccessCodes codes,
        IOptionsMonitor<BearerTokenOptions> options,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (request.Fault is { } fault)
        {
            return fault;
        }

        var (form, errors) = Body<CodeForm>.Read(request.Body, http.RequestServices);
        if (form is null)
        {
            return Problems.BadInput(errors);
        }

        var (opened, why) = await codes.OpenAsync(form.Reference!, form.Code!, cancel);
        if (opened is null)
        {
            return why switch
            {
                CodeFault.Busy => Problems.Busy(),
                CodeFault.TooOften => Problems.TooOften(),
                _ => Problems.WrongCode(),
            };
        }

        var until = time.GetUtcNow() + FollowServices.GoodFor;
        var ticket = new AuthenticationTicket(
            FollowServices.Principal(opened, FollowServices.TokenScheme),
            new AuthenticationProperties { ExpiresUtc = until },
            FollowServices.TokenScheme
        );
        var token = options.Get(FollowServices.TokenScheme).BearerTokenProtector.Protect(ticket);
        return Results.Created((string?)null, new Following(token, until));
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        CaseViews views,
        CurrentPerson person,
        LandlordStore landlord,
        CancellationToken cancel
    ) =>
        await views.FindAsync(reference, Purpose.Show, cancel) is { } view
            ? new JsonAnswer(json => FollowJson.Write(json, view, person.FollowsAs, landlord.Current))
            : Problems.NotFound();

    private static async Task<IResult> AskAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        StaffDirectory staff,
        CancellationToken cancel
    )
    {
        if (await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file)
        {
            return Problems.NotFound();
        }

        return await request.DoAsync<NextStageForm>(
            http,
            desk,
            async form =>
            {
                var receiver = await staff.ReceiverOfNextAsync(file.Case, desk.Rules, cancel);
                var asked = new EscalationRequest(desk.Today, form.Reason, receiver, ByResident: true);
                var decision = Escalation.Decide(file.Case, asked, desk.Rules, desk.Today);
                if (decision.Refusal is { } refusal)
                {
                    return CaseActs.Refused(refusal, _ => "", http);
                }

                var location = CaseLinks.ResidentsApi(file.Case.Reference);
                await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                return CaseActs.Made(location);
            },
            cancel
        );
    }

    /// <param name="Token">To be shown as a bearer token.</param>
    /// <param name="ExpiresAt">When it ends.</param>
    private sealed record Following(string Token, DateTimeOffset ExpiresAt);

    /// <summary>Let in by a token of this kind, and by no other.</summary>
    private sealed class ByCode : AuthorizeAttribute
    {
        public ByCode() => AuthenticationSchemes = FollowServices.TokenScheme;
    }
}

/// <summary>What opens a resident's own complaint.</summary>
public sealed class CodeForm
{
    [Required(ErrorMessage = "follow.reference.missing")]
    [Line]
    public string? Reference { get; set; }

    [Required(ErrorMessage = "follow.code.missing")]
    [Line]
    public string? Code { get; set; }
}

/// <summary>What a resident may say who asks for the next stage.</summary>
public sealed class NextStageForm
{
    [Words]
    public string? Reason { get; set; }
}
