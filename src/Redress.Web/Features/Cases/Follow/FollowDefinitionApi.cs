using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident's program says whether what we have understood is what they said.</summary>
internal static class FollowDefinitionApi
{
    public static void Map(IEndpointRouteBuilder followed) =>
        followed
            .MapPost("/definition-answer", AnswerAsync)
            .Describe<DefinitionAnswerForm, CannotAnswerDefinition>(Act.FollowCase)
            .WithSummary(
                "Say that the definition is right, or that it is not what the resident said, and what is wrong with it."
            );

    /// <summary>Whoever joined others has not said what the definition is of, and has nothing to answer.</summary>
    private static async Task<IResult> AnswerAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        CancellationToken cancel
    )
    {
        if (
            await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            || !Messages.BeganWith(file.Case, desk.Person.FollowsAs)
        )
        {
            return Problems.NotFound();
        }

        return await request.DoAsync<DefinitionAnswerForm>(
            http,
            desk,
            async form =>
            {
                var decision = form.Right is true
                    ? DefinitionAnswer.Agree(file.Case, desk.Today)
                    : DefinitionAnswer.Dispute(file.Case, form.Text, desk.Today);
                if (decision.Refusal is { } refusal)
                {
                    return CaseActs.Refused(refusal, DefinitionAnswerForm.FieldOf, http);
                }

                var location = CaseLinks.ResidentsApi(file.Case.Reference);
                await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                return CaseActs.Made(location);
            },
            cancel
        );
    }
}

/// <summary>What a resident says to how their complaint was understood.</summary>
public sealed class DefinitionAnswerForm
{
    [Required(ErrorMessage = "follow.definition.missing")]
    public bool? Right { get; set; }

    /// <summary>What is wrong with it, where it is.</summary>
    [Words]
    public string? Text { get; set; }

    public static string FieldOf(CannotAnswerDefinition refusal) =>
        refusal == CannotAnswerDefinition.NothingSaid ? nameof(Text) : "";
}
