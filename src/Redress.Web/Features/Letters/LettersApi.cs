using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Letters;

/// <summary>A letter, or a copy of one, that has not left.</summary>
/// <param name="Letter">Names it among all letters.</param>
/// <param name="Reference">What people call its case.</param>
/// <param name="Number">The letter's number within the case.</param>
/// <param name="Kind">Which letter it is.</param>
/// <param name="To">Whom it goes to, or what stands for them where they are confidential.</param>
/// <param name="Channel">How it is to leave.</param>
/// <param name="WrittenOn">The day it was written.</param>
/// <param name="Failure">Why it could not leave; none while nothing hinders it.</param>
/// <param name="ForTheTeam">
/// Whether it goes by post to somebody confidential, so that only whoever may know where to can mark it as posted.
/// </param>
internal sealed record UnsentLetter(
    string Letter,
    string Reference,
    int Number,
    MessageKind Kind,
    string? To,
    Channel Channel,
    DateOnly WrittenOn,
    LetterFailure? Failure,
    bool ForTheTeam
);

/// <summary>All letters that have not left.</summary>
internal sealed record UnsentLetters(IReadOnlyList<UnsentLetter> Letters);

/// <summary>What is asked to mark letters as posted.</summary>
public sealed class PostedForm
{
    /// <summary>The letters, as the list names them.</summary>
    [Required(ErrorMessage = "letters.tick.missing")]
    [MinLength(1, ErrorMessage = "letters.tick.missing")]
    public string[]? Letters { get; set; }
}

/// <summary>A letter that was not marked, and why.</summary>
/// <param name="Letter">What it was named by.</param>
/// <param name="Reference">What people call its case; none where the name is no letter's.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LeftOn">The day it left, where it waits no more and was not cancelled.</param>
/// <param name="Code">Why it was not marked.</param>
/// <param name="Title">The same in words.</param>
internal sealed record LeftLetter(
    string Letter,
    string? Reference,
    MessageKind? Kind,
    DateOnly? LeftOn,
    string Code,
    string Title
);

/// <summary>What became of letters that were posted.</summary>
internal sealed record PostedAnswer(IReadOnlyList<string> Posted, IReadOnlyList<LeftLetter> Left);

/// <summary>Letters marked twice are marked once: so it needs no key.</summary>
internal static class LettersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/letters", ReadAsync)
            .WithTags("Letters")
            .WithMetadata(new NeedsAttribute(Act.SendLetters))
            .Produces<UnsentLetters>()
            .WithSummary("Every letter, and every copy of one, that has not left. The longest waiting first.");
        api.MapPost(
                "/posted-letters",
                (ApiRequest request, HttpContext http, PostedLetters posted, CaseDesk desk, CancellationToken cancel) =>
                    request.DoAsync<PostedForm>(
                        http,
                        desk,
                        async form => Answer(await posted.MarkAsync(form.Letters!, cancel), http),
                        cancel
                    )
            )
            .WithTags("Letters")
            .WithMetadata(new NeedsAttribute(Act.SendLetters))
            .Accepts<PostedForm>("application/json")
            .Produces<PostedAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary(
                "Say of letters that they were posted today. Those that cannot be marked are named, with why."
            );
    }

    private static async Task<UnsentLetters> ReadAsync(LetterList list, CaseDesk desk, CancellationToken cancel) =>
        new([
            .. (await list.ReadAsync(cancel)).Select(one => new UnsentLetter(
                one.Key,
                one.Reference,
                one.Letter.Letter,
                one.Letter.Kind,
                one.To.Name,
                one.Letter.Channel,
                one.Letter.WrittenOn,
                one.Letter.Failure,
                one.Letter.Channel != Channel.Email && !one.MayAddress(desk.Person)
            )),
        ]);

    private static IResult Answer(IReadOnlyList<PostedLetter> done, HttpContext http)
    {
        var text = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        return Results.Ok(
            new PostedAnswer(
                [.. done.Where(one => one.Refusal is null).Select(one => one.Key)],
                [
                    .. done.Where(one => one.Refusal is not null)
                        .Select(one => new LeftLetter(
                            one.Key,
                            one.Letter?.Reference,
                            one.Letter?.Kind,
                            one.Letter?.LeftOn,
                            Refusals.CodeOf(one.Refusal!.Value),
                            text[Refusals.KeyOf(one.Refusal!.Value)]
                        )),
                ]
            )
        );
    }
}
