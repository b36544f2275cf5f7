using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Follow;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>That somebody sees another person's data, said by a program: the landlord's own site, or an app.</summary>
internal static class LeakApi
{
    public static void Map(IEndpointRouteBuilder leaks) =>
        leaks
            .MapPost("", ReportAsync)
            .AllowAnonymous()
            .WithTags("Incidents")
            .Accepts<ReportForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary(
                "Say that somebody can see another person's data. No account is needed; with a token it is said by whom "
                    + "it belongs to."
            );

    private static Task<IResult> ReportAsync(
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        IncidentStore incidents,
        IStringLocalizer<Text> text,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        request.DoAsync<ReportForm>(
            http,
            desk,
            async form =>
            {
                if (form.SeenOn > LondonTime.Today(time))
                {
                    return Problems.BadInput(
                        new Dictionary<string, string[]> { ["seen_on"] = [text["leak.seen_on.future"]] }
                    );
                }

                var person = await ReportModel.ReporterAsync(
                    http,
                    TokenAuthentication.Name,
                    FollowServices.TokenScheme
                );
                // Whoever repeats a request knows both its key and its words.
                var id = request.Key is { } key
                    ? Sha256.Of($"{key} {request.Fingerprint}")[..32]
                    : $"{Guid.NewGuid():N}";
                return await incidents.ReportAsync(id, form.Seen(), person, cancel)
                    ? Results.NoContent()
                    : Problems.TooOften();
            },
            cancel
        );
}

/// <summary>What a program asks to have a part hidden.</summary>
public sealed class HideForm
{
    [Required(ErrorMessage = "incident.hide.part.missing")]
    public Part? Part { get; set; }
}

/// <summary>What a program says when it asks for a part to be shown again.</summary>
public sealed class ShowAgainForm
{
    [Required(ErrorMessage = "incident.show.why.missing")]
    [Words(2_000)]
    public string? Why { get; set; }
}

/// <summary>Incidents for programs. What is said twice is so once, or is refused: it needs no key.</summary>
internal static class IncidentsApi
{
    private const int Most = 5_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithTags("Incidents");
        incidents
            .MapGet("", ListAsync)
            .Reads()
            .WithSummary("Reports that somebody sees another person's data, the newest two hundred.");
        incidents
            .MapGet("/{incident}/looks", LooksAsync)
            .Reads()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(
                "Who saw what: when, at which case, for what and by what right, the latest first, up to 5,000. "
                    + "?from=2025-04-01&until=2025-04-14&case=REFERENCE&by=residents; what is left out follows from the incident."
            );
        incidents
            .Changes<HideForm, CannotHide>(
                "hidings",
                (one, form, _, _) => HidingParts.Hide(one, form.Part!.Value, onlyCase: null),
                _ => nameof(HideForm.Part)
            )
            .WithSummary("Hide a part of the product from everybody, at once.");
        incidents
            .Changes<ShowAgainForm, CannotShowAgain>(
                "hidings/{hiding:int}/proposal",
                (one, form, http, _) => HidingParts.Propose(one, HidingOf(http), form.Why!),
                _ => ""
            )
            .WithSummary("Ask for a hidden part to be shown again.");
        incidents
            .Changes<NoForm, CannotShowAgain>(
                "hidings/{hiding:int}/agreement",
                (one, _, http, _) => HidingParts.Agree(one, HidingOf(http), CurrentPerson.Of(http.User).Id),
                _ => ""
            )
            .WithSummary("Agree that a hidden part is shown again: never by whoever asked for it.");
        incidents
            .Changes<CommissionerForm, CannotTellCommissioner>(
                "commissioner",
                (one, form, _, today) =>
                    TellingTheCommissioner.Decide(one, form.Told!.Value ? form.On ?? today : null, form.WhyNot, today),
                CommissionerForm.FieldOf
            )
            .WithSummary("Record that the Information Commissioner was told, or why they need not be.");
    }

    private static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new NeedsAttribute(Act.SeeIncidents))
            .Produces(StatusCodes.Status200OK, contentType: "application/json");

    private static RouteHandlerBuilder Changes<TForm, TRefusal>(
        this IEndpointRouteBuilder incidents,
        string part,
        Func<Incident, TForm, HttpContext, DateOnly, (IncidentEvent? Happens, TRefusal? Refusal)> decide,
        Func<TRefusal, string> fieldOf
    )
        where TForm : class, new()
        where TRefusal : struct, Enum =>
        incidents
            .MapPost(
                $"/{{incident}}/{part}",
                async (
                    string incident,
                    ApiRequest request,
                    HttpContext http,
                    CaseDesk desk,
                    IncidentStore store,
                    TimeProvider time,
                    CancellationToken cancel
                ) =>
                    await store.FindAsync(incident, cancel) is null
                        ? Problems.NotFound()
                        : await request.DoAsync<TForm>(
                            http,
                            desk,
                            async form =>
                                await store.DecideAsync<TRefusal>(
                                    incident,
                                    one => decide(one, form, http, LondonTime.Today(time)),
                                    CurrentPerson.Of(http.User),
                                    cancel
                                )
                                    is { } refusal
                                    ? CaseActs.Refused(refusal, fieldOf, http)
                                    : Results.NoContent(),
                            cancel
                        )
            )
            .WithMetadata(new NeedsAttribute(Act.HandleIncidents), new RefusesWith(typeof(TRefusal)))
            .Accepts<TForm>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static int HidingOf(HttpContext http) =>
        int.Parse((string)http.GetRouteValue("hiding")!, CultureInfo.InvariantCulture);

    private static async Task<IResult> ListAsync(IncidentStore store, IncidentLooks looks, CancellationToken cancel)
    {
        var found = await store.NewestAsync(cancel);
        var references = await looks.ReferencesAsync(found.Select(one => one.Report.Case), cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("incidents");
            foreach (var one in found)
            {
                json.WriteStartObject();
                json.WriteString("incident", one.Id);
                json.WriteString("reported_at", one.ReportedAt);
                json.WriteString("reported_by", one.ReportedBy);
                json.WriteString("seen_on", one.Report.SeenOn);
                json.WriteString("part", one.Report.Part is { } part ? WireName.Of(part) : null);
                json.WriteString("case", references.GetValueOrDefault(one.Report.Case ?? ""));
                json.WriteString("tell_commissioner_by", one.TellBy);
                json.WriteDay("commissioner_told_on", one.Commissioner?.ToldOn);
                json.WriteBoolean("commissioner_settled", one.Commissioner is not null);
                json.WriteStartArray("hidings");
                foreach (var hiding in one.Hidings)
                {
                    json.WriteStartObject();
                    json.WriteNumber("hiding", hiding.Number);
                    json.WriteString("part", WireName.Of(hiding.Part));
                    json.WriteBoolean("one_case", hiding.Case is not null);
                    json.WriteBoolean("outsiders_only", hiding.OutsidersOnly);
                    json.WriteBoolean("hidden", hiding.Shown is null);
                    json.WriteString("proposed_by", hiding.Proposal?.By);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> LooksAsync(
        string incident,
        IncidentStore store,
        IncidentLooks looks,
        StaffDirectory staff,
        IStringLocalizer<Text> text,
        CancellationToken cancel,
        DateOnly? from = null,
        DateOnly? until = null,
        string? @case = null,
        string? by = null
    )
    {
        if (await store.FindAsync(incident, cancel) is not { Incident: var one })
        {
            return Problems.NotFound();
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = new LooksQuery(from, until, @case, QueryChoices.Choice<Lookers>("by", by, errors));
        var (_, asked) = await looks.AskAsync(one, query, cancel);
        if (asked is null)
        {
            errors["case"] = [text["looks.case.unknown"]];
        }

        if (errors.Count > 0)
        {
            return Problems.BadInput(errors);
        }

        await staff.ReadyAsync(cancel);
        var count = await looks.CountAsync(asked!, cancel);
        var found = await looks.ReadAsync(asked!, Most, cancel).ToListAsync(cancel);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("count", count);
            json.WriteStartArray("looks");
            foreach (var look in found)
            {
                json.WriteStartObject();
                json.WriteString("at", look.Reading.At);
                json.WriteString("who", look.Reading.Who);
                json.WriteString("name", look.Reading.As is null ? staff.NameOf(look.Reading.Who) : null);
                if (looks.Names)
                {
                    json.WriteString("case", look.Reference);
                    json.WriteString("resident", look.Reading.As);
                }

                json.WriteString("for", look.Reading.For);
                json.WriteString("by", WireName.Of(look.Reading.By));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    internal sealed class NoForm;
}
