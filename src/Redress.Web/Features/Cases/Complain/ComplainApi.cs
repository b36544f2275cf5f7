using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>A complaint sent by a program for a resident: the landlord's own site, or an app.</summary>
internal static class ComplainApi
{
    public static void Map(IEndpointRouteBuilder complaints) =>
        complaints
            .MapPost("", ComplainAsync)
            .AllowAnonymous()
            .WithMetadata(new RefusesWith(typeof(CannotLog)))
            .Accepts<ComplaintForm>("application/json")
            .Produces<Sent>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Complain, without an account. The Idempotency-Key must be new and random for each complaint."
            );

    private static async Task<IResult> ComplainAsync(
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        Drafts drafts,
        Intake intake,
        IStringLocalizer<Text> text,
        CancellationToken cancel
    )
    {
        if (request is { Fault: null, Key: null })
        {
            return Problems.NoKey();
        }

        // Whoever repeats a request knows both its key and its words; a stranger who guesses a key learns nothing.
        var name = $"{request.Key} {request.Fingerprint}";
        return await request.DoAsync<ComplaintForm>(
            http,
            desk,
            async form =>
            {
                if (form.Missing is var (field, key))
                {
                    return Problems.BadInput(
                        new Dictionary<string, string[]> { [BodyField.NameOf(field)] = [text[key]] }
                    );
                }

                var draft = await drafts.FindAsync(name, cancel) ?? await drafts.AddAsync(name, form.Draft(), cancel);
                return draft.IsSent ? Made(draft) : await SendAsync(draft);
            },
            cancel
        );

        async Task<IResult> SendAsync(Draft draft)
        {
            try
            {
                var (refusal, sent) = await intake.SendAsync(draft, cancel);
                if (refusal is { } no)
                {
                    return CaseActs.Refused(no, _ => nameof(ComplaintForm.Summary), http);
                }

                await drafts.SaveAsync(name, sent, cancel);
                return Made(sent);
            }
            catch (ConflictException)
            {
                draft.Reference = Ids.NewReference();
                await drafts.SaveAsync(name, draft, cancel);
                throw;
            }
        }
    }

    private static IResult Made(Draft sent) =>
        Results.Created(
            CaseLinks.ResidentsApi(sent.Reference),
            new Sent(sent.Reference, sent.Code, sent.AcknowledgeBy)
        );

    /// <param name="Reference">What people call the case.</param>
    /// <param name="Code">With the reference, it lets the resident in. It is told here and nowhere else.</param>
    /// <param name="AcknowledgeBy">The last day on which we say what we have understood.</param>
    private sealed record Sent(string Reference, string Code, DateOnly? AcknowledgeBy);
}
