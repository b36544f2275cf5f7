namespace Redress.Core.Procedures.Checks;

/// <summary>How findings name things.</summary>
internal static class Words
{
    /// <summary>"10 working days from receipt".</summary>
    public static string Figure(DutyRule rule) => $"{rule.Within} from {Start(rule.From)}";

    public static string Start(ClockEventKind start) =>
        start switch
        {
            ClockEventKind.Received => "receipt",
            ClockEventKind.Logged => "logging",
            ClockEventKind.Acknowledged => "the acknowledgement",
            ClockEventKind.Responded => "the answer",
            ClockEventKind.EscalationRequested => "the request",
            _ => Plain(WireName.Of(start)),
        };

    public static string Plain(string name) => name.Replace('_', ' ');

    /// <summary>"a, b and c".</summary>
    public static string List(IEnumerable<string> names)
    {
        var plain = names.Select(Plain).ToList();
        return plain.Count < 2 ? string.Concat(plain) : $"{string.Join(", ", plain[..^1])} and {plain[^1]}";
    }

    public static string List(IEnumerable<ExtensionFact> facts) => List(facts.Select(Fact));

    private static string Fact(ExtensionFact fact) =>
        fact switch
        {
            ExtensionFact.InWriting => "notice in writing",
            ExtensionFact.Reason => "a reason",
            ExtensionFact.OmbudsmanDetails => "the Ombudsman's details",
            ExtensionFact.Agreed => "the resident's agreement",
            ExtensionFact.ApprovedBy => "a named approver",
            _ => Plain(WireName.Of(fact)),
        };

    public static string Stages(int count) => count == 1 ? "1 stage" : $"{count} stages";

    public static string Ordinal(int number) =>
        (number % 100, number % 10) switch
        {
            (not 11, 1) => $"{number}st",
            (not 12, 2) => $"{number}nd",
            (not 13, 3) => $"{number}rd",
            _ => $"{number}th",
        };

    /// <summary>"third" and "fourth" for the stages a landlord may have too many, figures for the rest.</summary>
    public static string OrdinalOfStage(int number) =>
        number switch
        {
            3 => "third",
            4 => "fourth",
            _ => Ordinal(number),
        };
}
