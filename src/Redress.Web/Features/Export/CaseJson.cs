using System.Text.Json;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Data;
using Redress.Web.Features.Api;

namespace Redress.Web.Features.Export;

/// <summary>
/// A case with all that is known of it. <c>data</c> of a row of history is the exact text that was hashed, so that whoever
/// has the file can compute every hash again.
/// </summary>
internal static class CaseJson
{
    public static void Write(Utf8JsonWriter json, ExportedCase exported)
    {
        json.WriteStartObject();
        json.WriteString("id", exported.Case.Id);
        WriteCase(json, exported.Case);
        WriteList(json, "people", exported.People, person => WritePerson(json, person));
        WriteList(json, "duties", exported.Duties, duty => ClockJson.Write(json, duty));
        WriteList(json, "messages", Messages.Of(exported.Case), message => WriteMessage(json, message));
        json.WritePropertyName("timeline");
        TimelineJson.Write(json, exported.Clocks);
        WriteList(json, "history", exported.History, row => WriteRow(json, row));
        WriteList(json, "words", exported.Words, words => WriteWords(json, words));
        json.WriteEndObject();
    }

    private static void WriteCase(Utf8JsonWriter json, Case c)
    {
        json.WriteString("reference", c.Reference);
        json.WriteString("kind", WireName.Of(c.Kind));
        json.WriteString("status", WireName.Of(c.Status));
        json.WriteNumber("stage", c.Stage);
        Day(json, "received_on", c.ReceivedOn);
        Day(json, "logged_on", c.LoggedOn);
        Day(json, "withdrawn_on", c.WithdrawnOn);
        Day(json, "closed_on", c.ClosedOn);
        Day(json, "refused_on", c.RefusedOn);
        Day(json, "service_request_on", c.ServiceRequestOn);
        json.WriteString("outcome", c.Outcome is { } outcome ? WireName.Of(outcome) : null);
        json.WriteString("channel", c.Channel is { } channel ? WireName.Of(channel) : null);
        json.WriteString("service", c.Service);
        json.WriteString("category", c.Category);
        json.WriteString("tenure", WireName.Of(c.Tenure));
        json.WriteString("owner", c.Owner);
        json.WriteString("calendar", c.CalendarId);
        json.WriteNumber("calendar_edition", c.CalendarEdition);
        WriteList(json, "stages", c.Stages, stage => WriteStage(json, stage));
        WriteList(json, "points", c.Points, point => WritePoint(json, point));
        WriteList(json, "commitments", c.Commitments, commitment => WriteCommitment(json, commitment));
    }

    private static void WriteStage(Utf8JsonWriter json, StageRecord stage)
    {
        json.WriteStartObject();
        json.WriteNumber("stage", stage.Number);
        json.WriteString("procedure", stage.ProcedureId);
        json.WriteString("handler", stage.Handler);
        Day(json, "started_on", stage.StartedOn);
        Day(json, "acknowledged_on", stage.AcknowledgedOn);
        Day(json, "responded_on", stage.RespondedOn);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, Point point)
    {
        json.WriteStartObject();
        json.WriteNumber("point", point.Number);
        json.WriteString("text", point.Text.Id);
        json.WriteString("finding", point.Finding is { } finding ? WireName.Of(finding) : null);
        json.WriteString("reason", point.Reason?.Id);
        json.WriteString("remedy", point.Remedy?.Id);
        json.WriteEndObject();
    }

    private static void WriteCommitment(Utf8JsonWriter json, Commitment commitment)
    {
        json.WriteStartObject();
        json.WriteNumber("commitment", commitment.Number);
        json.WriteString("what", commitment.What.Id);
        json.WriteString("owner", commitment.Owner);
        Day(json, "due_on", commitment.DueOn);
        json.WriteAmount(commitment.Amount);
        Day(json, "kept_on", commitment.KeptOn);
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, CasePersonRow person)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Id);
        json.WriteString("role", WireName.Of(person.Role));
        json.WriteString("name", person.Name);
        json.WriteString("email", person.Email);
        json.WriteString("phone", person.Phone);
        json.WriteString("address", person.Address);
        json.WriteString("postcode", person.Postcode);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteNumber("message", message.Number);
        json.WriteString("direction", WireName.Of(message.Direction));
        json.WriteString("kind", WireName.Of(message.Kind));
        json.WriteString("state", WireName.Of(message.State));
        json.WriteString("channel", message.Channel is { } channel ? WireName.Of(channel) : null);
        Day(json, "on", message.On);
        Day(json, "sent_on", message.SentOn);
        json.WriteString("failure", message.Failure is { } failure ? WireName.Of(failure) : null);
        json.WriteString("text", message.Text?.Id);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, HistoryRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", row.Sequence);
        json.WriteString("event", row.Event);
        json.WriteNumber("version", row.Version);
        json.WriteString("data", row.Data);
        Day(json, "on", row.On);
        json.WriteString("recorded_at", $"{row.RecordedAt:yyyy-MM-ddTHH:mm:ss.ffffff}Z");
        json.WriteString("who", row.Who);
        json.WriteString("on_behalf_of", row.OnBehalfOf);
        json.WriteString("hash", row.Hash);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, WordsRow words)
    {
        json.WriteStartObject();
        json.WriteString("id", words.Id);
        json.WriteNumber("sequence", words.Sequence);
        json.WriteString("salt", words.Salt);
        json.WriteString("text", words.Text);
        json.WriteString("erased_at", words.ErasedAt is { } at ? $"{at:yyyy-MM-ddTHH:mm:ss}Z" : null);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day is { } known ? $"{known:yyyy-MM-dd}" : null);
}
