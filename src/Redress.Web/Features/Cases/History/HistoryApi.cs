using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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
                (string reference, Answers answers, CancellationToken cancel) =>
                    answers.ReadAsync(reference, sequence: null, cancel)
            )
            .WithSummary(
                "All that happened to a case, in the order it was recorded, as data and in words; to whoever does not read the "
                    + "case, as an administrator, only what kind of thing, when and by whom."
            )
            .Describe();
        cases
            .MapGet(
                "/{reference}/history/{sequence:int}",
                (string reference, int sequence, Answers answers, CancellationToken cancel) =>
                    answers.ReadAsync(reference, sequence, cancel)
            )
            .WithSummary("One event of a case.")
            .Describe();
    }

    private static void Describe(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new NeedsAttribute(Act.SeeRecord))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal sealed class Answers(
        CaseViews views,
        CaseDesk desk,
        Database database,
        TimeProvider time,
        IStringLocalizer<Text> text
    )
    {
        public async Task<IResult> ReadAsync(string reference, int? sequence, CancellationToken cancel)
        {
            var view = await views.FindAsync(reference, Purpose.Show, cancel);
            if (view is null || sequence < 1 || sequence > view.Case.Version)
            {
                return Problems.NotFound();
            }

            var sentences = await ReadsTheCaseAsync(view.Case.Id, cancel) ? new EventSentences(text, view) : null;
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

        /// <summary>Who may see the record may not thereby read the case (row M26 of the matrix: who, when and what kind).</summary>
        private async Task<bool> ReadsTheCaseAsync(string id, CancellationToken cancel)
        {
            await using var context = database.NewContext(() => desk.Person with { For = Act.SeeCase }, time);
            return await context.Cases.AnyAsync(row => row.Id == id, cancel);
        }
    }

    private static void Write(Utf8JsonWriter json, RecordedEvent recorded, EventSentences? sentences, CaseView view)
    {
        var (name, version, data) = CaseEventJson.Write(recorded.Event);
        json.WriteStartObject();
        json.WriteNumber("sequence", recorded.Sequence);
        json.WriteString("event", name);
        json.WriteNumber("version", version);
        json.WriteString("on", recorded.Event.On);
        json.WriteString("recorded_at", recorded.RecordedAt);
        json.WriteString("who", recorded.Who);
        json.WriteString("on_behalf_of", recorded.OnBehalfOf);
        if (sentences is not null)
        {
            WriteContent(json, data, sentences.Of(recorded), view);
        }

        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, string data, Told told, CaseView view)
    {
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
    }
}
