using System.Text.Json;
using Redress.Web.Data;
using Redress.Web.Features.Api;

namespace Redress.Web.Features.Cases.Asks;

/// <summary>Something that a case waits for, as the API gives it wherever it lists any.</summary>
internal static class AskJson
{
    public static void Write(Utf8JsonWriter json, OpenAsk ask, StaffDirectory staff)
    {
        json.WriteStartObject();
        json.WriteString("reference", ask.Reference);
        json.WriteNumber("ask", ask.Ask);
        json.WriteString("what", ask.What);
        json.WriteStaff("of", ask.Of, staff);
        json.WriteString("service", ask.Service);
        json.WriteStaff("asked_by", ask.AskedBy, staff);
        json.WriteString("asked_on", ask.AskedOn);
        json.WriteString("answer_by", ask.AnswerBy);
        json.WriteEndObject();
    }
}
