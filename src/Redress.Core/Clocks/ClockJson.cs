using System.Text.Json;
using Redress.Core.Calendar;

namespace Redress.Core.Clocks;

/// <summary>A duty as JSON, the same for the command line and the API.</summary>
public static class ClockJson
{
    /// <summary>Writes one duty with its explanation as a sentence and, under <c>because</c>, as data.</summary>
    public static void Write(Utf8JsonWriter json, DutyClock duty)
    {
        json.WriteStartObject();
        json.WriteString("duty", WireName.Of(duty.Duty));
        Number(json, "stage", duty.Stage);
        json.WriteNumber("occurrence", duty.Occurrence);
        Date(json, "counted_from", duty.CountedFrom);
        json.WriteString("limit", duty.Limit.ToString());
        Date(json, "due", duty.Due);
        Date(json, "original_due", duty.OriginalDue);
        Date(json, "target_due", duty.TargetDue);
        Date(json, "met", duty.Met);
        Number(json, "working_days_taken", duty.WorkingDaysTaken);
        Number(json, "days_taken", duty.DaysTaken);
        json.WriteString("verdict", WireName.Of(duty.Verdict));
        if (duty.TargetVerdict is { } target)
        {
            json.WriteString("target_verdict", WireName.Of(target));
        }
        else
        {
            json.WriteNull("target_verdict");
        }

        if (duty.Assumed)
        {
            json.WriteBoolean("assumed", true);
        }

        json.WriteString("explanation", duty.Explanation);
        json.WritePropertyName("because");
        WriteBecause(json, duty);
        json.WriteEndObject();
    }

    private static void WriteBecause(Utf8JsonWriter json, DutyClock duty)
    {
        json.WriteStartObject();
        json.WriteString("procedure", duty.Procedure.Id);
        json.WriteString("source", duty.Rule.Source);
        json.WriteString("from", WireName.Of(duty.Rule.From));
        Date(json, "count_start", duty.CountStart);
        json.WriteString("belongs_to", WireName.Of(duty.BelongsTo));
        json.WriteStartObject("calendar");
        json.WriteString("id", duty.Calendar.Id);
        json.WriteNumber("edition", duty.Calendar.Edition);
        json.WriteEndObject();
        Days(json, "skipped", duty.Skipped);
        json.WriteStartArray("moves");
        foreach (var move in duty.Moves)
        {
            json.WriteStartObject();
            json.WriteString("by", WireName.Of(move.By));
            Date(json, "on", move.On);
            Date(json, "until", move.Until);
            json.WriteBoolean("valid", move.Valid);
            json.WriteString("why", move.Why);
            if (move.Assumed)
            {
                json.WriteBoolean("assumed", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePauses(json, duty);
        WriteTimes(json, duty);
        if (duty.EndedBy is { } by)
        {
            json.WriteString("ended_by", WireName.Of(by));
            Date(json, "ended_on", duty.EndedOn);
        }

        if (duty.Target is { } target)
        {
            json.WriteString("target", target.Within.ToString());
            json.WriteString("target_source", target.Source);
            Days(json, "target_skipped", duty.TargetSkipped);
        }

        Number(json, "working_days_from_receipt", duty.WorkingDaysFromReceipt);
        if (duty.Rule.Unverified)
        {
            json.WriteBoolean("unverified", true);
        }

        json.WriteEndObject();
    }

    private static void WritePauses(Utf8JsonWriter json, DutyClock duty)
    {
        if (duty.Pauses.Count == 0)
        {
            return;
        }

        json.WriteNumber("paused_days", duty.Pauses.Sum(pause => pause.Days.Count));
        json.WriteStartArray("pauses");
        foreach (var pause in duty.Pauses)
        {
            json.WriteStartObject();
            Date(json, "from", pause.From);
            Date(json, "to", pause.IsOver ? pause.To : null);
            json.WriteNumber("days", pause.Days.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is known of some duties only: hours, a hearing, a promise, an assumed start, an act in two halves.</summary>
    private static void WriteTimes(Utf8JsonWriter json, DutyClock duty)
    {
        if (duty.DueAt is { } dueAt)
        {
            Time(json, "counted_from_at", duty.CountStartAt);
            Time(json, "due_at", dueAt);
            Time(json, "met_at", duty.MetAt);
        }

        if (duty.HearingOn is { } hearing)
        {
            Date(json, "hearing_on", hearing);
        }

        if (duty.PromisedOn is { } promised)
        {
            Date(json, "promised_on", promised);
        }

        if (duty.StartAssumed)
        {
            json.WriteBoolean("start_assumed", true);
        }

        if (duty.MetAssumed)
        {
            json.WriteBoolean("met_assumed", true);
        }

        if (duty.Rule.TogetherWith is { } other)
        {
            json.WriteString("together_with", WireName.Of(other));
            Date(json, "done_on", duty.DoneOn);
        }
    }

    private static void Days(Utf8JsonWriter json, string key, IReadOnlyList<SkippedDay> days)
    {
        json.WriteStartArray(key);
        foreach (var day in days)
        {
            json.WriteStartObject();
            Date(json, "date", day.Date);
            json.WriteString("why", day.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, string key, TimeOnly? time)
    {
        if (time is { } at)
        {
            json.WriteString(key, at.ToString("HH:mm"));
        }
        else
        {
            json.WriteNull(key);
        }
    }

    private static void Date(Utf8JsonWriter json, string key, DateOnly? day)
    {
        if (day is { } d)
        {
            json.WriteString(key, d.ToString("yyyy-MM-dd"));
        }
        else
        {
            json.WriteNull(key);
        }
    }

    private static void Number(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
