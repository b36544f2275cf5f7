using Redress.Core.Calendar;
using Redress.Core.Staff;

namespace Redress.Core.Procedures.Files;

/// <summary>Builds a procedure from its file, from the whole down to the parts.</summary>
internal static class ProcedureReader
{
    public static Procedure Read(JsonValue value, IReadOnlyCollection<string> taken, ErrorList errors)
    {
        var file = FieldReader.Open(value, "", ProcedureShapes.Procedure, errors);
        file.TextOrNull("$schema");
        var historyOnly = file.Flag("history_only");
        var (from, until) = ReadInForce(file.Child("in_force", ProcedureShapes.InForce));
        var kinds = ReadKinds(file, historyOnly);
        return new Procedure
        {
            Id = ReadId(file, taken),
            Title = file.Text("title"),
            Publisher = file.Text("publisher"),
            Basis = file.Choice<ProcedureBasis>("basis"),
            CalendarId = ReadCalendar(file),
            InForceFrom = from,
            InForceUntil = until,
            HistoryOnly = historyOnly,
            Source = file.Text("source"),
            Unverified = file.Flag("unverified"),
            Kinds = kinds,
            TimeBar = ReadTimeBar(file),
            Exclusions = [.. file.Children("exclusions", ProcedureShapes.Exclusion).Select(ReadExclusion)],
            Letters = ReadLetters(file),
            Mediation = file.Child("mediation", ProcedureShapes.Mediation) is { } mediation
                ? new Mediation(mediation.Text("by"), mediation.Text("source"))
                : null,
            Conduct = file.Child("conduct", ProcedureShapes.Conduct) is { } conduct
                ? new ConductRule(conduct.Text("level"), conduct.Choice<Grade>("at_least"), conduct.Text("source"))
                : null,
            InterimTargets =
            [
                .. file.Children("interim_targets", ProcedureShapes.InterimTarget)
                    .Select(target => ReadInterimTarget(target, kinds)),
            ],
            SilentOn =
            [
                .. file.Children("silent_on", ProcedureShapes.Silence)
                    .Select(silence => new Silence(silence.Text("about"), silence.Text("note"))),
            ],
            Readings = [.. file.Children("readings", ProcedureShapes.Reading).Select(ReadReading)],
        };
    }

    private static string ReadId(FieldReader file, IReadOnlyCollection<string> taken)
    {
        var id = file.Name("id");
        if (taken.Contains(id))
        {
            file.Error("id", $"\"{id}\" is the id of another file too; give each an id of its own");
        }
        return id;
    }

    private static string ReadCalendar(FieldReader file)
    {
        var id = file.Name("calendar");
        if (file.IsSound("calendar") && ShippedCalendars.Find(id) is null)
        {
            var known = string.Join(", ", ShippedCalendars.All.Select(calendar => calendar.Id));
            file.Error("calendar", $"\"{id}\" is no calendar; use one of {known}");
        }
        return id;
    }

    private static (DateOnly From, DateOnly? Until) ReadInForce(FieldReader? inForce) =>
        inForce is null ? default : ReadPeriod(inForce);

    /// <summary>A first and a last day, both included.</summary>
    private static (DateOnly From, DateOnly? Until) ReadPeriod(FieldReader period)
    {
        var (from, until) = (period.Date("from"), period.DateOrNull("until"));
        if (until < from)
        {
            period.Error(
                "until",
                $"{until:yyyy-MM-dd} is before the first day, {from:yyyy-MM-dd}; put the later day here"
            );
        }
        return (from, until);
    }

    private static Dictionary<CaseKind, KindRules> ReadKinds(FieldReader file, bool historyOnly)
    {
        var kinds = new Dictionary<CaseKind, KindRules>();
        if (file.Child("kinds", ProcedureShapes.Kinds) is not { } reader)
        {
            return kinds;
        }
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            if (reader.Child(WireName.Of(kind), ProcedureShapes.Kind) is { } rules)
            {
                kinds.Add(kind, ReadKind(rules, historyOnly));
            }
        }
        if (kinds.Count == 0)
        {
            file.Error("kinds", "names no kind of case; add at least one, for example \"complaint\"");
        }
        return kinds;
    }

    private static KindRules ReadKind(FieldReader kind, bool historyOnly)
    {
        var stages = new List<StageRules>();
        foreach (var stage in kind.Children("stages", ProcedureShapes.Stage))
        {
            var number = StageOrder.Read(stage, stages, historyOnly);
            stages.Add(ReadStage(stage, number, isFirst: stages.Count == 0));
        }
        var duties = ReadDuties(kind.Children("duties", ProcedureShapes.Duty), isFirstStage: true);
        if (!kind.Has("stages") && !kind.Has("duties"))
        {
            kind.Error(
                "duties",
                "is missing, and so is \"stages\"; add one, or \"duties\": [] for a kind without a clock"
            );
        }
        return new KindRules(stages, duties);
    }

    private static StageRules ReadStage(FieldReader stage, int number, bool isFirst)
    {
        var entry = stage.Child("entry", ProcedureShapes.Entry);
        if (isFirst && entry is not null)
        {
            stage.Error("entry", "does not belong to the first stage, which a complaint opens; remove it");
        }
        var decidedBy = stage.Child("decided_by", ProcedureShapes.DecidedBy);
        return new StageRules(
            number,
            stage.Text("name"),
            stage.Text("source"),
            ReadDuties(stage.Children("duties", ProcedureShapes.Duty), isFirst),
            entry is null ? null : new StageEntry(entry.Name("by"), entry.Flag("must_succeed"), entry.Text("source")),
            decidedBy is null
                ? null
                : new DecidedBy(
                    decidedBy.Flag("different_person"),
                    decidedBy.TextOrNull("level"),
                    decidedBy.Text("source"),
                    decidedBy.Has("at_least") ? decidedBy.Choice<Grade>("at_least") : null
                )
        );
    }

    private static List<DutyRule> ReadDuties(IReadOnlyList<FieldReader> readers, bool isFirstStage)
    {
        var duties = readers.Select(duty => ReadDuty(duty)).ToList();
        for (var i = 0; i < duties.Count; i++)
        {
            DutyFit.Check(readers[i], duties[i], duties, isFirstStage);
            if (duties.Take(i).Any(earlier => earlier.Duty == duties[i].Duty) && readers[i].IsSound("duty"))
            {
                readers[i].Error("duty", $"\"{WireName.Of(duties[i].Duty)}\" is here twice; keep one");
            }
        }
        return duties;
    }

    private static DutyRule ReadDuty(FieldReader duty)
    {
        var target = duty.Child("target", ProcedureShapes.Target);
        var pauses = duty.Child("pauses", ProcedureShapes.Pauses);
        return new DutyRule(
            duty.Choice<DutyName>("duty"),
            duty.Limit("within"),
            duty.Choice<ClockEventKind>("from"),
            duty.Choices<ClockEventKind>("met_by"),
            duty.Text("source")
        )
        {
            TogetherWith = duty.Has("together_with") ? duty.Choice<ClockEventKind>("together_with") : null,
            Target = target is null
                ? null
                : new TargetRule(target.Limit("within"), target.Flag("skips_closures"), target.Text("source")),
            Extensions = ReadExtensions(duty),
            HoldingLetters =
            [
                .. duty.Children("holding_letters", ProcedureShapes.HoldingLetter)
                    .Select(letter => new HoldingLetterRule(letter.LimitOrNull("at_most"), letter.Text("source"))),
            ],
            PausesSource = pauses?.Text("source") is { } source && pauses.Flag("allowed") ? source : null,
            Notice = duty.LimitOrNull("notice"),
            Arrival = duty.Child("arrival", ProcedureShapes.Arrival) is { } arrival
                ? new ArrivalRule(arrival.LimitOrNull("deemed"), arrival.Text("source"))
                : null,
            InPerson = duty.Flag("in_person"),
            BelongsTo = duty.Choice("belongs_to", BelongsTo.Landlord),
            RefusesLateRequests = duty.Choice("late_requests", LateRequests.Discretion) == LateRequests.Refused,
            Unverified = duty.Flag("unverified"),
        };
    }

    private static ExtensionRule? ReadExtensions(FieldReader duty)
    {
        if (duty.Child("extensions", ProcedureShapes.Extensions) is not { } extensions)
        {
            return null;
        }
        var cap = extensions.LimitOrNull("cap");
        var beyond = extensions.Child("beyond_cap", ProcedureShapes.Requirements);
        if (beyond is not null && !extensions.Has("cap"))
        {
            extensions.Error("beyond_cap", "needs a \"cap\" to be beyond; add the cap or remove this");
        }
        return new ExtensionRule(
            cap,
            extensions.Child("within_cap", ProcedureShapes.Requirements) is { } within
                ? ReadRequirements(within)
                : new Requirements([], []),
            beyond is null ? null : ReadRequirements(beyond),
            extensions.Text("source")
        );
    }

    private static Requirements ReadRequirements(FieldReader requirements) =>
        new(requirements.Choices<ExtensionFact>("requires"), requirements.Choices<ExtensionFact>("requires_one_of"));

    private static TimeBar? ReadTimeBar(FieldReader file) =>
        file.Child("time_bar", ProcedureShapes.TimeBar) is { } bar
            ? new TimeBar(
                bar.Limit("within"),
                bar.Text("from"),
                bar.Flag("discretion"),
                bar.Text("source"),
                bar.Flag("unverified")
            )
            : null;

    private static Exclusion ReadExclusion(FieldReader exclusion) =>
        new(exclusion.Name("ground"), exclusion.Text("signpost"), exclusion.Text("source"));

    private static Dictionary<string, IReadOnlyList<string>> ReadLetters(FieldReader file)
    {
        var letters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (file.Child("letters", ProcedureShapes.Letters) is { } reader)
        {
            foreach (var letter in ProcedureShapes.Letters.Optional.Where(reader.Has))
            {
                letters.Add(letter, reader.Names(letter));
            }
        }
        return letters;
    }

    private static InterimTarget ReadInterimTarget(FieldReader target, Dictionary<CaseKind, KindRules> kinds)
    {
        var (from, until) = ReadPeriod(target);
        var stage = target.NumberOrNull("stage");
        var duty = target.Choice<DutyName>("duty");
        var there = kinds.Values.Any(kind =>
            (stage is { } number ? kind.Stage(number)?.Duties : kind.Duties)?.Any(rule => rule.Duty == duty) ?? false
        );
        if (!there && target.IsSound("duty"))
        {
            target.Error("duty", "no kind of case here has this duty at that stage; name one that is there");
        }
        return new InterimTarget(
            from,
            until ?? from,
            stage,
            duty,
            target.Limit("within"),
            target.Text("reason"),
            target.Text("source")
        );
    }

    private static Reading ReadReading(FieldReader reading)
    {
        var readings = reading.Texts("readings");
        var used = reading.NumberOrNull("used") ?? 1;
        if (readings.Count < 2 && reading.IsSound("readings"))
        {
            reading.Error("readings", "must give two readings or more; remove the entry where there is only one");
        }
        if (readings.Count > 1 && (used < 1 || used > readings.Count))
        {
            reading.Error("used", $"must be the number of a reading, from 1 to {readings.Count}");
        }
        return new Reading(reading.Text("about"), readings, used, reading.Text("why"), reading.Text("source"));
    }
}

/// <summary>What becomes of a request that comes after the resident's window.</summary>
internal enum LateRequests
{
    Discretion,
    Refused,
}
