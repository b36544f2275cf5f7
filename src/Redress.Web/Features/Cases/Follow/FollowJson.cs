using System.Text.Json;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.RecordMessage;
using Redress.Web.Layout;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident's own complaint as the API gives it: what its page shows, and nothing else of the case.</summary>
internal static class FollowJson
{
    /// <param name="json">Where it is written.</param>
    /// <param name="view">The case.</param>
    /// <param name="person">Which of those who complain reads it; none where nobody is known.</param>
    /// <param name="landlord">The landlord.</param>
    public static void Write(Utf8JsonWriter json, CaseView view, string? person, LandlordSettings landlord)
    {
        var c = view.Case;
        json.WriteStartObject();
        json.WriteString("reference", c.Reference);
        json.WriteString("status", WireName.Of(c.Status));
        json.WriteNumber("stage", c.Stage);
        json.WriteString("received_on", c.ReceivedOn);
        json.WriteString("who_has_it", c.Owner is { } owner ? view.NameOf(owner) : landlord.Name);
        json.WriteString("phone", landlord.Phone);
        json.WriteString("summary", Messages.BeganWith(c, person) ? view.Text(c.Summary) : null);
        json.WriteString("definition", view.Text(c.Definition));
        json.WriteString("outcome_sought", view.Text(c.OutcomeSought));
        json.WriteDay("definition_agreed_on", c.DefinitionAgreedOn);
        json.WriteBoolean(
            "may_answer_definition",
            Messages.BeganWith(c, person) && DefinitionAnswer.Refusal(c) is null
        );
        json.WriteBoolean("may_ask_for_next_stage", view.MayEscalate);
        WriteDates(json, view);
        WritePromises(json, view);
        WriteMessages(json, view, person);
        WriteActing(json, view, person);
        WriteRestrictions(json, view, person);
        json.WriteStartObject("ombudsman");
        json.WriteString("name", landlord.OmbudsmanName);
        json.WriteString("phone", landlord.OmbudsmanPhone);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("dates");
        foreach (var date in ResidentDate.AllOf(view))
        {
            json.WriteStartObject();
            json.WriteString("what", date.What);
            json.WriteNumber("stage", date.Stage ?? 0);
            json.WriteString("due", date.Due);
            json.WriteDay("done_on", date.Done);
            json.WriteString("standing", date.Stands);
            json.WriteString("why", date.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRestrictions(Utf8JsonWriter json, CaseView view, string? person)
    {
        json.WriteStartArray("restrictions");
        foreach (
            var held in view.Case.Restrictions.Where(one => one.Proposed.Person == person && one.HoldsOn(view.Today))
        )
        {
            json.WriteStartObject();
            json.WriteBoolean("no_phone", held.Proposed.Closed.Phone);
            json.WriteBoolean("no_email", held.Proposed.Closed.Email);
            json.WriteBoolean("no_post", held.Proposed.Closed.Post);
            json.WriteBoolean("not_in_person", held.Proposed.Closed.InPerson);
            json.WriteString("conditions", view.Text(held.Proposed.Conditions));
            json.WriteString("until", held.Proposed.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter json, CaseView view, string? person)
    {
        json.WriteStartArray("messages");
        foreach (var message in Messages.ForResident(view.Case, person))
        {
            json.WriteStartObject();
            json.WriteString("direction", WireName.Of(message.Direction));
            json.WriteString("kind", WireName.Of(message.Kind));
            json.WriteString("on", message.SentOn ?? message.On);
            json.WriteString("text", view.Text(message.Text));
            MessagesJson.WriteFiles(json, view, message, CaseLinks.ResidentsApi(view.Case.Reference));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteActing(Utf8JsonWriter json, CaseView view, string? person)
    {
        json.WriteStartArray("acting_for_you");
        foreach (var one in view.Case.Representatives.Where(one => one.For == person))
        {
            json.WriteStartObject();
            json.WriteString("person", one.Person);
            json.WriteString("name", view.People.FirstOrDefault(known => known.Id == one.Person)?.Name);
            json.WriteBoolean("may_act", one.MayAct(view.Today));
            json.WriteBoolean("gets_letters", one.GetsLetters(view.Today));
            json.WriteString("scope", view.Text(one.Authority?.Scope));
            json.WriteDay("from", one.Authority?.From);
            json.WriteDay("until", one.Authority?.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePromises(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("promises");
        foreach (var promise in view.Case.Commitments)
        {
            json.WriteStartObject();
            json.WriteString("what", view.Text(promise.What));
            json.WriteAmount(promise.Amount);
            json.WriteString("due_on", promise.DueOn);
            json.WriteDay("kept_on", promise.KeptOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
