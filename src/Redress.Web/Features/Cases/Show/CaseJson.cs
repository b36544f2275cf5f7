using System.Text.Json;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Data;
using Redress.Web.Features.Api;

namespace Redress.Web.Features.Cases.Show;

/// <summary>A case as the API gives it: all that its page shows, its duties as the command line has them.</summary>
internal static class CaseJson
{
    public static void Write(Utf8JsonWriter json, CaseView view, StaffDirectory staff)
    {
        var c = view.Case;
        json.WriteStartObject();
        json.WriteString("reference", c.Reference);
        json.WriteNumber("version", c.Version);
        json.WriteString("kind", WireName.Of(c.Kind));
        json.WriteString("status", WireName.Of(c.Status));
        json.WriteNumber("stage", c.Stage);
        json.WriteString("received_on", c.ReceivedOn);
        json.WriteDay("logged_on", c.LoggedOn);
        json.WriteDay("closed_on", c.ClosedOn);
        json.WriteDay("refused_on", c.RefusedOn);
        json.WriteDay("service_request_on", c.ServiceRequestOn);
        json.WriteString("channel", c.Channel is { } channel ? WireName.Of(channel) : null);
        json.WriteBoolean("anonymous", c.Anonymous);
        json.WriteBoolean("confidential", c.IsConfidential(c.ComplainantId));
        json.WriteStaff("owner", c.Owner, staff);
        json.WriteString("service", c.Service);
        json.WriteString("category", c.Category);
        json.WriteString("tenure", WireName.Of(c.Tenure));
        json.WriteString("outcome", c.Outcome is { } outcome ? WireName.Of(outcome) : null);
        json.WriteString("summary", view.Text(c.Summary));
        json.WriteString("definition", view.Text(c.Definition));
        json.WriteString("outcome_sought", view.Text(c.OutcomeSought));
        WriteNext(json, view.Next);
        WriteStages(json, c, staff);
        WritePoints(json, view);
        WriteCommitments(json, view, staff);
        WriteAsks(json, view, staff);
        WritePeople(json, view);
        WriteRepresentatives(json, view);
        WriteNeeds(json, view);
        WriteRestrictions(json, view);
        WriteKeeping(json, view);
        json.WriteStartArray("linked_cases");
        foreach (var link in c.Links)
        {
            json.WriteStartObject();
            json.WriteString("reference", link.Case);
            json.WriteString("relation", WireName.Of(link.Relation));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("duties");
        foreach (var clock in view.Clocks)
        {
            ClockJson.Write(json, clock);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNext(Utf8JsonWriter json, NextStep? next)
    {
        if (next is null)
        {
            json.WriteNull("next_step");
            return;
        }

        json.WriteStartObject("next_step");
        json.WriteString("step", WireName.Of(next.Step));
        json.WriteDay("due", next.Due);
        json.WriteString("duty", next.Duty is { } duty ? WireName.Of(duty) : null);
        json.WriteEndObject();
    }

    private static void WriteStages(Utf8JsonWriter json, Case c, StaffDirectory staff)
    {
        json.WriteStartArray("stages");
        foreach (var stage in c.Stages)
        {
            json.WriteStartObject();
            json.WriteNumber("stage", stage.Number);
            json.WriteString("procedure", stage.ProcedureId);
            json.WriteString("started_on", stage.StartedOn);
            json.WriteStaff("handler", stage.Handler, staff);
            json.WriteString("team", stage.Team);
            json.WriteDay("acknowledged_on", stage.AcknowledgedOn);
            json.WriteDay("responded_on", stage.RespondedOn);
            json.WriteString("outcome", stage.Outcome is { } outcome ? WireName.Of(outcome) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePoints(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("points");
        foreach (var point in view.Case.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("point", point.Number);
            json.WriteString("text", view.Text(point.Text));
            json.WriteString("finding", point.Finding is { } finding ? WireName.Of(finding) : null);
            json.WriteString("reason", view.Text(point.Reason));
            json.WriteString("remedy", view.Text(point.Remedy));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCommitments(Utf8JsonWriter json, CaseView view, StaffDirectory staff)
    {
        json.WriteStartArray("commitments");
        foreach (var promise in view.Case.Commitments)
        {
            json.WriteStartObject();
            json.WriteNumber("commitment", promise.Number);
            json.WriteString("what", view.Text(promise.What));
            json.WriteAmount(promise.Amount);
            json.WriteString("due_on", promise.DueOn);
            json.WriteStaff("owner", promise.Owner, staff);
            json.WriteDay("kept_on", promise.KeptOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAsks(Utf8JsonWriter json, CaseView view, StaffDirectory staff)
    {
        json.WriteStartArray("asks");
        foreach (var ask in view.Case.Asks)
        {
            json.WriteStartObject();
            json.WriteNumber("ask", ask.Number);
            json.WriteString("what", view.Text(ask.What));
            json.WriteStaff("of", ask.Of, staff);
            json.WriteString("service", view.Text(ask.Service));
            json.WriteStaff("asked_by", ask.AskedBy, staff);
            json.WriteString("asked_on", ask.AskedOn);
            json.WriteString("answer_by", ask.AnswerBy);
            json.WriteString("answer", view.Text(ask.Answer));
            json.WriteString("given_up_because", view.Text(ask.GivenUpBecause));
            json.WriteDay("settled_on", ask.SettledOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRepresentatives(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("representatives");
        foreach (var one in view.Case.Representatives)
        {
            json.WriteStartObject();
            json.WriteString("person", one.Person);
            json.WriteString("for", one.For);
            json.WriteString("kind", WireName.Of(one.Kind));
            json.WriteString("named_on", one.NamedOn);
            json.WriteBoolean("may_act", one.MayAct(view.Today));
            json.WriteBoolean("gets_letters", one.GetsLetters(view.Today));
            json.WriteString("how", one.Authority is { } given ? WireName.Of(given.How) : null);
            json.WriteString("scope", view.Text(one.Authority?.Scope));
            json.WriteDay("from", one.Authority?.From);
            json.WriteDay("until", one.Authority?.Until);
            json.WriteDay("ended_on", one.Authority?.EndedOn);
            json.WriteDay("resident_told_on", one.ToldOn);
            json.WriteDay("asked_on", one.AskedOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNeeds(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("needs");
        foreach (var one in view.Case.Needs)
        {
            json.WriteStartObject();
            json.WriteString("person", one.Person);
            json.WriteBoolean("no_phone", one.Never.Phone);
            json.WriteBoolean("no_voicemail", one.Never.Voicemail);
            json.WriteBoolean("no_email", one.Never.Email);
            json.WriteBoolean("no_post", one.Never.Post);
            json.WriteBoolean("no_visit", one.Never.Visit);
            json.WriteString("format", WireName.Of(one.Format));
            json.WriteString("language", view.Text(one.Language));
            json.WriteString("what", view.Text(one.What));
            json.WriteString("since", one.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKeeping(Utf8JsonWriter json, CaseView view)
    {
        var c = view.Case;
        json.WriteStartArray("holds");
        foreach (var hold in c.Holds)
        {
            json.WriteStartObject();
            json.WriteNumber("hold", hold.Number);
            json.WriteString("ground", WireName.Of(hold.Placed.Ground));
            json.WriteString("since", hold.Placed.On);
            json.WriteString("reason", view.Text(hold.Placed.Why));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString(
            "erasure_proposed",
            c.PendingErasure is { } pending ? WireName.Of(pending.Proposed.Ground) : null
        );
        json.WriteDay("erased_on", c.ErasedOn);
    }

    private static void WriteRestrictions(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("restrictions");
        foreach (var held in view.Case.Restrictions.Where(one => one.HoldsOn(view.Today)))
        {
            json.WriteStartObject();
            json.WriteString("person", held.Proposed.Person);
            json.WriteBoolean("no_phone", held.Proposed.Closed.Phone);
            json.WriteBoolean("no_email", held.Proposed.Closed.Email);
            json.WriteBoolean("no_post", held.Proposed.Closed.Post);
            json.WriteBoolean("not_in_person", held.Proposed.Closed.InPerson);
            json.WriteString("conditions", view.Text(held.Proposed.Conditions));
            json.WriteString("since", held.Since);
            json.WriteString("until", held.Proposed.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePeople(Utf8JsonWriter json, CaseView view)
    {
        json.WriteStartArray("people");
        foreach (var person in view.People)
        {
            json.WriteStartObject();
            json.WriteString("id", person.Id);
            json.WriteBoolean("complains", view.Case.Complainants.Contains(person.Id));
            json.WriteBoolean("leads", view.Case.ComplainantId == person.Id);
            json.WriteString("role", WireName.Of(person.Role));
            json.WriteString("name", person.Name);
            json.WriteString("email", person.Email);
            json.WriteString("phone", person.Phone);
            json.WriteString("address", person.Address);
            json.WriteString("postcode", person.Postcode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
