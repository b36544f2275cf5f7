using Microsoft.Extensions.Localization;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Api;

/// <summary>Every way the API says no, as problem details. Codes are stable; titles are for people.</summary>
internal static class Problems
{
    public static IResult NotJson() => new Coded(StatusCodes.Status415UnsupportedMediaType, "not_json");

    public static IResult TooLarge() => new Coded(StatusCodes.Status413PayloadTooLarge, "too_large");

    public static IResult NoRoom() => new Coded(StatusCodes.Status507InsufficientStorage, "no_room");

    public static IResult BadKey() => new Coded(StatusCodes.Status400BadRequest, "bad_idempotency_key");

    public static IResult NoKey() => new Coded(StatusCodes.Status400BadRequest, "no_idempotency_key");

    /// <summary>No complaint has that reference and that code: the answer is the same whichever is wrong.</summary>
    public static IResult WrongCode() => new Coded(StatusCodes.Status401Unauthorized, "wrong_code");

    public static IResult TooOften() => new Coded(StatusCodes.Status429TooManyRequests, "too_often");

    public static IResult NotFound() => new Coded(StatusCodes.Status404NotFound, "not_found");

    /// <summary>The same key came before with another request.</summary>
    public static IResult KeyReused() => new Coded(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused");

    /// <summary>Somebody else was first. Nothing was saved; the same request may be sent again.</summary>
    public static IResult Busy() => new Coded(StatusCodes.Status503ServiceUnavailable, "busy");

    /// <summary>A part that is hidden because of what could be seen in it.</summary>
    public static IResult Hidden() => new Coded(StatusCodes.Status503ServiceUnavailable, "hidden");

    public static IResult ChangedMeanwhile() => new Coded(StatusCodes.Status409Conflict, "changed_meanwhile");

    /// <summary>What was written in the case is gone, and nothing happens to it any more.</summary>
    public static IResult Erased() => new Coded(StatusCodes.Status409Conflict, "erased");

    public static IResult BadInput(IDictionary<string, string[]> errors) => Results.ValidationProblem(errors);

    /// <summary>Core refused: its reason is the code, and the field it is about is named.</summary>
    public static IResult Refused<T>(T refusal, string field, IStringLocalizer<Text> text)
        where T : struct, Enum => Refused(refusal, field, text[Refusals.KeyOf(refusal)].Value);

    /// <summary>The same, in words that are complete already.</summary>
    public static IResult Refused<T>(T refusal, string field, string words)
        where T : struct, Enum =>
        Results.Problem(
            title: words,
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?>
            {
                ["code"] = Refusals.CodeOf(refusal),
                ["field"] = field.Length == 0 ? null : BodyField.NameOf(field),
            }
        );

    /// <summary>Worded when it is answered, in the language of whoever asked.</summary>
    private sealed class Coded(int status, string code) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var text = httpContext.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
            return Results
                .Problem(
                    title: text[$"api.{code}"],
                    statusCode: status,
                    extensions: new Dictionary<string, object?> { ["code"] = code }
                )
                .ExecuteAsync(httpContext);
        }
    }
}
