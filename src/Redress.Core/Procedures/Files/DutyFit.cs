using static Redress.Core.Procedures.ClockEventKind;

namespace Redress.Core.Procedures.Files;

/// <summary>Whether the parts of a duty belong together: its start, what meets it, whose it is and what may move it.</summary>
internal static class DutyFit
{
    public static void Check(FieldReader reader, DutyRule rule, IReadOnlyList<DutyRule> besides, bool isFirstStage)
    {
        var duty = WireName.Of(rule.Duty);
        if (reader.IsSound("duty"))
        {
            CheckOwner(reader, rule, duty);
            CheckMetBy(reader, rule, duty);
            CheckParts(reader, rule, duty);
        }
        if (reader.IsSound("from"))
        {
            CheckStart(reader, rule, besides, isFirstStage);
        }
    }

    /// <summary>Only asking for the next stage is the resident's, and only it can be asked for late.</summary>
    private static void CheckOwner(FieldReader reader, DutyRule rule, string duty)
    {
        var residents = rule.Duty == DutyName.RequestNextStage;
        if (residents != (rule.BelongsTo == BelongsTo.Resident))
        {
            reader.Error(
                "belongs_to",
                residents
                    ? "asking for the next stage is up to the resident; add \"belongs_to\": \"resident\""
                    : $"\"{duty}\" is the landlord's to do; remove this"
            );
        }
        if (residents && !reader.Has("late_requests"))
        {
            reader.Error("late_requests", "is missing; say \"refused\" or \"discretion\"");
        }
        if (!residents && reader.Has("late_requests"))
        {
            reader.Error("late_requests", $"does not fit \"{duty}\"; it belongs to \"request_next_stage\"");
        }
    }

    private static void CheckMetBy(FieldReader reader, DutyRule rule, string duty)
    {
        if (rule.MetBy.Count == 0 && reader.IsSound("met_by"))
        {
            reader.Error("met_by", $"must name an event that meets \"{duty}\"");
        }
        var fitting = Meets(rule.Duty);
        foreach (var wrong in rule.MetBy.Where(met => fitting.Count > 0 && !fitting.Contains(met)))
        {
            var names = string.Join(" or ", fitting.Select(WireName.Of<ClockEventKind>));
            reader.Error("met_by", $"\"{WireName.Of(wrong)}\" does not meet \"{duty}\"; {names} does");
        }
    }

    private static void CheckParts(FieldReader reader, DutyRule rule, string duty)
    {
        if (reader.Has("notice") && rule.Duty != DutyName.HearingNotice)
        {
            reader.Error("notice", $"does not fit \"{duty}\"; it belongs to \"hearing_notice\"");
        }
        if (reader.Has("arrival") && rule.From != Responded)
        {
            reader.Error("arrival", "belongs to a limit counted from \"responded\"; remove it");
        }
        if (reader.Has("in_person") && rule.Duty != DutyName.Contact)
        {
            reader.Error("in_person", $"does not fit \"{duty}\"; it belongs to \"contact\"");
        }
        if (reader.Has("together_with") && (rule.Duty, rule.TogetherWith) != (DutyName.Acknowledge, Logged))
        {
            reader.Error("together_with", "can only be \"logged\", for \"acknowledge\"; remove it");
        }
        foreach (var key in (string[])["holding_letters", "extensions"])
        {
            if (reader.Has(key) && rule.BelongsTo == BelongsTo.Resident)
            {
                reader.Error(key, "does not fit a resident's window, which nobody extends by letter; remove it");
            }
        }
        if (reader.Has("holding_letters") && rule.Duty is DutyName.Acknowledge or DutyName.Hold)
        {
            reader.Error("holding_letters", $"do not fit \"{duty}\"; they move the date of an answer");
        }
    }

    /// <summary>
    /// A landlord's duty that starts with another of its acts needs that act's own limit, or nobody could say what day
    /// the duty is due while the act has not happened. A resident's window opens when the answer is sent and needs none.
    /// </summary>
    private static void CheckStart(
        FieldReader reader,
        DutyRule rule,
        IReadOnlyList<DutyRule> besides,
        bool isFirstStage
    )
    {
        var from = WireName.Of(rule.From);
        if (rule.MetBy.Contains(rule.From))
        {
            reader.Error(
                "from",
                $"\"{from}\" also meets the duty, which would be met as it starts; name another start"
            );
        }
        else if (rule.From == EscalationRequested && isFirstStage)
        {
            reader.Error("from", "nothing comes before the first stage to escalate from; count from \"received\"");
        }
        else if (NeedsLimit(rule) && !besides.Any(other => other.MetBy.Contains(rule.From)))
        {
            reader.Error(
                "from",
                $"no duty beside this one is met by \"{from}\"; add that duty or count from another act"
            );
        }
        else if (GoesInACircle(rule, besides))
        {
            reader.Error("from", $"\"{from}\" waits for this duty in its turn; count one of the two from \"received\"");
        }
        else if (rule.From is Withdrawn or BecameServiceRequest or Closed or Paused or Resumed or EscalationRefused)
        {
            reader.Error("from", $"\"{from}\" starts no duty; count from an act such as \"received\"");
        }
    }

    private static bool NeedsLimit(DutyRule rule) =>
        rule.BelongsTo == BelongsTo.Landlord && (rule.From is Acknowledged or Responded);

    private static bool GoesInACircle(DutyRule rule, IReadOnlyList<DutyRule> besides)
    {
        var before = rule;
        for (var steps = 0; before is not null && steps < besides.Count; steps++)
        {
            var start = before.From;
            before = besides.FirstOrDefault(other => other.MetBy.Contains(start));
            if (ReferenceEquals(before, rule))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The events that can meet a duty; empty where no list has been agreed (hazards, referrals).</summary>
    private static IReadOnlyList<ClockEventKind> Meets(DutyName duty) =>
        duty switch
        {
            DutyName.Acknowledge => [Acknowledged],
            DutyName.Contact => [Contacted, ContactDeclined],
            DutyName.Respond => [Responded],
            DutyName.Hold => [HoldingLetter],
            DutyName.HearingNotice => [HearingNotified],
            DutyName.RequestNextStage => [EscalationRequested],
            DutyName.Relay => [Relayed],
            DutyName.File => [Filed],
            _ => [],
        };
}
