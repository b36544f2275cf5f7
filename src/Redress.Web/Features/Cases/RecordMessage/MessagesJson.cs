using System.Text.Json;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Web.Features.Api;

namespace Redress.Web.Features.Cases.RecordMessage;

/// <summary>Everything written in a case, both ways, as the API gives it.</summary>
internal static class MessagesJson
{
    public static void Write(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var message in Messages.Of(view.Case))
        {
            Write(json, view, message);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseView view, Message message)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", message.Number);
        json.WriteString("direction", WireName.Of(message.Direction));
        json.WriteString("kind", WireName.Of(message.Kind));
        json.WriteString("state", WireName.Of(message.State));
        json.WriteString("on", message.On);
        json.WriteDay("sent_on", message.SentOn);
        json.WriteString("channel", message.Channel is { } channel ? WireName.Of(channel) : null);
        json.WriteString("from", message.Direction == Direction.In ? WireName.Of(message.From) : null);
        json.WriteString("by", message.By);
        json.WriteBoolean("new", view.Case.NewMessages.Contains(message.Number));
        json.WriteString("text", view.Text(message.Text));
        WriteFiles(json, view, message, CaseLinks.Api(view.Case.Reference));
        json.WriteEndObject();
    }

    /// <param name="json">Where they are written.</param>
    /// <param name="view">The case.</param>
    /// <param name="message">The message that brought them.</param>
    /// <param name="under">The address of the case for whoever reads it.</param>
    internal static void WriteFiles(Utf8JsonWriter json, CaseView view, Message message, string under)
    {
        json.WriteStartArray("files");
        foreach (var file in message.Files)
        {
            Write(json, view, file, under);
        }

        json.WriteEndArray();
    }

    /// <summary>Of an erased file only what it was and how long is left.</summary>
    private static void Write(Utf8JsonWriter json, CaseView view, ReceivedFile file, string under)
    {
        var hash = view.Text(file.Content);
        json.WriteStartObject();
        json.WriteString("hash", hash);
        json.WriteString("name", view.Text(file.Name));
        json.WriteString("type", WireName.Of(file.Type));
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("location", hash is null ? null : $"{under}/files/{hash}");
        json.WriteEndObject();
    }
}
