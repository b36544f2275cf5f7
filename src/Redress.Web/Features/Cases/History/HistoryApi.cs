using System.Text.Json;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.History;

internal static class HistoryApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapGet(
                "/{reference}/history",
                (string reference, CaseViews views, IStringLocalizer<Text> text, CancellationToken cancel) =>
                    ReadAsync(reference, sequence: null, views, text, cancel)
            )
            .WithSummary("All that happened to a case, in the order it was recorded, as data and in words.")
            .Describe();
        cases
            .MapGet(
                "/{reference}/history/{sequence:int}",
                (
                    string reference,
                    int sequence,
                    CaseViews views,
                    IStringLocalizer<Text> text,
                    CancellationToken cancel
                ) => ReadAsync(reference, sequence, views, text, cancel)
            )
            .WithSummary("One event of a case.")
            .Describe();
    }

    private static void Describe(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new NeedsAttribute(Act.SeeRecord))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReadAsync(
        string reference,
        int? sequence,
        CaseViews views,
        IStringLocalizer<Text> text,
        CancellationToken cancel
    )
    {
        var view = await views.FindAsync(reference, Purpose.Show, cancel);
        if (view is null || sequence < 1 || sequence > view.Case.Version)
        {
            return Problems.NotFound();
        }

        var sentences = new EventSentences(text, view);
        return new JsonAnswer(json =>
        {
            if (sequence is { } one)
            {
                Write(json, view.Case.History[one - 1], sentences, view);
                return;
            }

            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (var recorded in view.Case.History)
            {
                Write(json, recorded, sentences, view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, RecordedEvent recorded, EventSentences sentences, CaseView view)
    {
        var (name, version, data) = CaseEventJson.Write(recorded.Event);
        var told = sentences.Of(recorded);
        json.WriteStartObject();
        json.WriteNumber("sequence", recorded.Sequence);
        json.WriteString("event", name);
        json.WriteNumber("version", version);
        json.WriteString("on", recorded.Event.On);
        json.WriteString("recorded_at", recorded.RecordedAt);
        json.WriteString("who", recorded.Who);
        json.WriteString("on_behalf_of", recorded.OnBehalfOf);
        json.WriteString("sentence", told.Sentence);
        json.WritePropertyName("data");
        json.WriteRawValue(data);
        json.WriteStartObject("words");
        foreach (var (_, words) in told.Said)
        {
            if (words?.Id is { } id)
            {
                json.WriteString(id, view.Text(words));
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
