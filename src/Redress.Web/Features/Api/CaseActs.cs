using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Api;

/// <summary>The reasons an endpoint may refuse for, to be listed in its description and held to have words.</summary>
internal sealed record RefusesWith(Type Refusals);

/// <summary>Where to find what came of a request.</summary>
internal sealed record Receipt(string Reference, string Location)
{
    /// <summary>The reference is the part of the address after the cases.</summary>
    public static Receipt At(string location) => new(Uri.UnescapeDataString(location.Split('/')[4]), location);
}

/// <summary>How something is done about a case over the API: find, decide, record, answer.</summary>
internal static class CaseActs
{
    /// <summary>An endpoint for one act about a case, beside the page for it.</summary>
    /// <param name="cases">The group of endpoints about cases.</param>
    /// <param name="part">What is made, as the address has it.</param>
    /// <param name="act">What a person must be allowed to do.</param>
    /// <param name="decide">Asks Core.</param>
    /// <param name="fieldOf">The property of the form that a refusal is about; empty for none.</param>
    /// <param name="mailField">The property by which a letter is to be mailed.</param>
    public static RouteHandlerBuilder MapAct<TForm, TRefusal>(
        this IEndpointRouteBuilder cases,
        string part,
        Act act,
        Func<Case, TForm, CaseDesk, Decision<TRefusal>> decide,
        Func<TRefusal, string> fieldOf,
        string mailField = nameof(ILetterForm.Leaves)
    )
        where TForm : class, new()
        where TRefusal : struct, Enum =>
        cases.MapAct<TForm, TRefusal>(
            part,
            act,
            (about, form, desk, _) => Task.FromResult(decide(about, form, desk)),
            fieldOf,
            mailField
        );

    /// <inheritdoc cref="MapAct{TForm, TRefusal}(IEndpointRouteBuilder, string, Act, Func{Case, TForm, CaseDesk, Decision{TRefusal}}, Func{TRefusal, string}, string)"/>
    /// <remarks>For an act that must look something up before Core can be asked.</remarks>
    public static RouteHandlerBuilder MapAct<TForm, TRefusal>(
        this IEndpointRouteBuilder cases,
        string part,
        Act act,
        Func<Case, TForm, CaseDesk, CancellationToken, Task<Decision<TRefusal>>> decide,
        Func<TRefusal, string> fieldOf,
        string mailField = nameof(ILetterForm.Leaves)
    )
        where TForm : class, new()
        where TRefusal : struct, Enum =>
        cases
            .MapPost(
                $"/{{reference}}/{part}",
                async (
                    string reference,
                    ApiRequest request,
                    HttpContext http,
                    CaseDesk desk,
                    CancellationToken cancel
                ) =>
                {
                    if (await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file)
                    {
                        return Problems.NotFound();
                    }

                    return await request.DoAsync<TForm>(
                        http,
                        desk,
                        async form =>
                        {
                            if (file.Case.ErasedOn is not null)
                            {
                                return Problems.Erased();
                            }

                            var decision = await decide(file.Case, form, desk, cancel);
                            if (decision.Refusal is { } refusal)
                            {
                                return Refused(refusal, fieldOf, http);
                            }

                            var made = file.Case.Version + decision.Events.Count;
                            var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{made}";
                            await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                            return Made(location);
                        },
                        cancel,
                        mailField
                    );
                }
            )
            .Describe<TForm, TRefusal>(act);

    /// <summary>Reads the form and does it once, whatever the client repeats and whoever else writes.</summary>
    public static async Task<IResult> DoAsync<TForm>(
        this ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        Func<TForm, Task<IResult>> act,
        CancellationToken cancel,
        string mailField = nameof(ILetterForm.Leaves)
    )
        where TForm : class, new()
    {
        if ((request.Fault ?? await RepeatedAsync(request, desk, cancel)) is { } answer)
        {
            return answer;
        }

        // A form may name a colleague.
        await http.RequestServices.GetRequiredService<StaffDirectory>().ReadyAsync(cancel);
        var (form, errors) = Body<TForm>.Read(request.Body, http.RequestServices);
        if (form is null)
        {
            return Problems.BadInput(errors);
        }

        try
        {
            return await act(form);
        }
        catch (Exception beaten) when (beaten is AlreadyDoneException or ConflictException)
        {
            return await RepeatedAsync(request, desk, cancel) ?? Problems.ChangedMeanwhile();
        }
        catch (CannotMailException cannot)
        {
            return Refused(cannot.Why, _ => mailField, http);
        }
        catch (BusyException)
        {
            return Problems.Busy();
        }
    }

    public static IResult Refused<T>(T refusal, Func<T, string> fieldOf, HttpContext http)
        where T : struct, Enum =>
        Problems.Refused(refusal, fieldOf(refusal), http.RequestServices.GetRequiredService<IStringLocalizer<Text>>());

    public static IResult Made(string location) => Results.Created(location, Receipt.At(location));

    public static Once? Once(this ApiRequest request, string location) =>
        request.Key is { } key ? new Once(key, location, request.Fingerprint) : null;

    /// <summary>What the endpoint takes, what it answers and what it refuses for.</summary>
    public static RouteHandlerBuilder Describe<TForm, TRefusal>(this RouteHandlerBuilder endpoint, Act act)
        where TForm : class
        where TRefusal : struct, Enum =>
        endpoint
            .WithMetadata(new NeedsAttribute(act), new RefusesWith(typeof(TRefusal)))
            .Accepts<TForm>("application/json")
            .Produces<Receipt>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The answer the same request got before, or that its key belongs to another; none where it is new.</summary>
    private static async Task<IResult?> RepeatedAsync(ApiRequest request, CaseDesk desk, CancellationToken cancel)
    {
        if (request.Key is not { } key || await desk.AnsweredAsync(key, cancel) is not { } once)
        {
            return null;
        }

        return once.Fingerprint == request.Fingerprint ? Made(once.Location) : Problems.KeyReused();
    }
}
