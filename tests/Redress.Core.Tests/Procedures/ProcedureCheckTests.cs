using Redress.Core.Procedures;

namespace Redress.Core.Tests.Procedures;

public class ProcedureCheckTests
{
    private const string Answer1 = "\"duty\": \"respond\", \"within\": \"10 working days\", \"from\": \"acknowledged\"";
    private const string Answer2 = "\"duty\": \"respond\", \"within\": \"20 working days\", \"from\": \"acknowledged\"";
    private const string Cap = "\"cap\": \"10 working days\",";
    private const string Facts = "[\"in_writing\", \"reason\", \"ombudsman_details\"]";
    private const string Source = "\"source\": \"Acme Homes policy, issue 3\",";
    private const string Source43 = "\"source\": \"4.3\",\n";

    [Theory]
    // Acknowledgement
    [InlineData(
        "",
        "",
        "6.2",
        FindingKind.Met,
        "due 5 working days from receipt (4.2); the Code's limit is 5 working days from receipt"
    )]
    [InlineData(
        "\"within\": \"5 working days\", \"from\": \"received\"",
        "\"within\": \"6 working days\", \"from\": \"received\"",
        "6.2",
        FindingKind.Breach,
        "due 6 working days from receipt (4.2)"
    )]
    [InlineData(
        "\"within\": \"5 working days\", \"from\": \"received\"",
        "\"within\": \"3 working days\", \"from\": \"received\"",
        "6.2",
        FindingKind.Stricter,
        "due 3 working days from receipt"
    )]
    [InlineData(
        "\"within\": \"5 working days\", \"from\": \"received\"",
        "\"within\": \"5 working days\", \"from\": \"logged\"",
        "6.2",
        FindingKind.Breach,
        "Nothing limits when logging happens"
    )]
    // Answers, in figures
    [InlineData("", "", "6.3", FindingKind.Met, "due 10 working days from the acknowledgement (4.3)")]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"15 working days\", \"from\": \"acknowledged\"",
        "6.3",
        FindingKind.Breach,
        "15 working days from the acknowledgement (4.3); the Code's limit is 10 working days from the acknowledgement"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"9 working days\", \"from\": \"acknowledged\"",
        "6.3",
        FindingKind.Stricter,
        "9 working days"
    )]
    // Answers, counted from elsewhere
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"10 working days\", \"from\": \"received\"",
        "6.3",
        FindingKind.Stricter,
        "10 working days from receipt"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"10 working days\", \"from\": \"logged\"",
        "6.3",
        FindingKind.Breach,
        "Logging may itself take 5 working days"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"15 working days\", \"from\": \"received\"",
        "6.3",
        FindingKind.Breach,
        "latest lawful day is 15 working days from receipt, but only where the acknowledgement took all the time it may"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"16 working days\", \"from\": \"received\"",
        "6.3",
        FindingKind.Breach,
        "later even than the Code's latest lawful day, 15 working days from receipt"
    )]
    [InlineData(
        Answer2,
        "\"duty\": \"respond\", \"within\": \"25 working days\", \"from\": \"escalation_requested\"",
        "6.14",
        FindingKind.Breach,
        "latest lawful day is 25 working days from the request"
    )]
    // Answers, in other units: from a Saturday, two weeks end after ten working days
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"2 weeks\", \"from\": \"acknowledged\"",
        "6.3",
        FindingKind.Breach,
        "2 weeks"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"10 calendar days\", \"from\": \"acknowledged\"",
        "6.3",
        FindingKind.Stricter,
        "10 calendar days"
    )]
    [InlineData(
        Answer1,
        "\"duty\": \"respond\", \"within\": \"1 month\", \"from\": \"acknowledged\"",
        "6.3",
        FindingKind.Breach,
        "1 month"
    )]
    // Extensions
    [InlineData(
        "",
        "",
        "6.4",
        FindingKind.Met,
        "up to 10 working days more (4.4); the Code allows 10 working days more"
    )]
    [InlineData(
        Cap,
        "\"cap\": \"15 working days\",",
        "6.4",
        FindingKind.Breach,
        "up to 15 working days more (4.4); the Code allows 10 working days more"
    )]
    [InlineData(Cap, "\"cap\": \"5 working days\",", "6.4", FindingKind.Stricter, "up to 5 working days more")]
    [InlineData(Cap, "", "6.4", FindingKind.Breach, "more time has no limit (4.4)")]
    [InlineData(Cap, "", "6.4", FindingKind.Gap, "an extension has no cap")]
    [InlineData(
        Facts,
        "[\"in_writing\", \"ombudsman_details\"]",
        "6.4",
        FindingKind.Breach,
        "counts without a reason (4.4)"
    )]
    [InlineData(
        Facts,
        "[\"reason\", \"ombudsman_details\"]",
        "6.4",
        FindingKind.Breach,
        "counts without notice in writing (4.4)"
    )]
    [InlineData(
        Facts,
        "[\"in_writing\", \"reason\"]",
        "6.5",
        FindingKind.Breach,
        "counts without the Ombudsman's details (4.4)"
    )]
    [InlineData(
        Facts,
        "[\"in_writing\", \"reason\"]",
        "6.4",
        FindingKind.Met,
        "needs notice in writing and a reason (4.4)"
    )]
    [InlineData("", "", "6.4", FindingKind.Stricter, "nothing puts the answer off by more than 10 working days (4.4)")]
    [InlineData(
        Cap,
        Cap + "\"beyond_cap\": { \"requires\": [\"in_writing\", \"reason\"] },",
        "6.4",
        FindingKind.Breach,
        "beyond 10 working days more (4.4) an extension counts without the Ombudsman's details and a named approver"
    )]
    [InlineData(
        Cap,
        Cap + "\"beyond_cap\": { \"requires\": [\"in_writing\", \"reason\", \"ombudsman_details\", \"approved_by\"] },",
        "6.4",
        FindingKind.Met,
        "what the Code asks for is asked for"
    )]
    [InlineData("", "", "6.15", FindingKind.Stricter, "the answer (5.4) can never be put off")]
    // Holding letters and pauses
    [InlineData(
        Source43,
        Source43 + "\"holding_letters\": [{ \"source\": \"4.5\" }],",
        "6.4",
        FindingKind.Breach,
        "a holding letter moves the answer to whatever day it names (4.5)"
    )]
    [InlineData(
        Source43,
        Source43
            + "\"holding_letters\": [{ \"at_most\": \"8 working days\", \"source\": \"4.5\" }, { \"at_most\": \"3 working days\", \"source\": \"4.6\" }],",
        "6.4",
        FindingKind.Breach,
        "by up to 8 working days and then 3 working days (4.5; 4.6); the Code allows 10 working days more"
    )]
    [InlineData(
        Source43,
        Source43 + "\"holding_letters\": [{ \"at_most\": \"5 working days\", \"source\": \"4.5\" }],",
        "6.4",
        FindingKind.Met,
        "by up to 5 working days (4.5)"
    )]
    [InlineData(
        Source43,
        Source43 + "\"holding_letters\": [{ \"at_most\": \"5 working days\", \"source\": \"4.5\" }],",
        "6.5",
        FindingKind.Gap,
        "need not give the Ombudsman's details (4.5)"
    )]
    [InlineData(
        Source43,
        Source43 + "\"pauses\": { \"allowed\": true, \"source\": \"4.7\" },",
        "6.4",
        FindingKind.Breach,
        "may be paused (4.7)"
    )]
    [InlineData(
        Source43,
        Source43 + "\"pauses\": { \"allowed\": false, \"source\": \"4.7\" },",
        "6.4",
        FindingKind.Met,
        "no clock can be paused"
    )]
    // The way to stage 2
    [InlineData(
        "",
        "",
        "5.11",
        FindingKind.Met,
        "a request after 28 calendar days from the answer is still considered (4.9)"
    )]
    [InlineData(
        "\"late_requests\": \"discretion\"",
        "\"late_requests\": \"refused\"",
        "5.11",
        FindingKind.Breach,
        "refused outright from the 29th day (4.9: 28 calendar days from the answer)"
    )]
    [InlineData(
        "\"entry\": { \"by\": \"resident_request\", \"source\": \"5.1\" }",
        "\"entry\": { \"by\": \"resident_request\", \"must_succeed\": true, \"source\": \"5.1\" }",
        "6.10",
        FindingKind.Breach,
        "the request for a review must succeed before there is one (5.1)"
    )]
    [InlineData(
        "\"entry\": { \"by\": \"resident_request\", \"source\": \"5.1\" },",
        "",
        "6.10",
        FindingKind.Gap,
        "nothing says how it is reached"
    )]
    [InlineData(
        "\"different_person\": true",
        "\"different_person\": false",
        "6.13",
        FindingKind.Breach,
        "may be decided by whoever decided before (5.2)"
    )]
    [InlineData(
        "\"decided_by\": { \"different_person\": true, \"source\": \"5.2\" },",
        "",
        "6.13",
        FindingKind.Gap,
        "nothing says who decides it"
    )]
    // What is shut out, and what letters say
    [InlineData("", "", "2.3", FindingKind.Stricter, "No matter is too old")]
    [InlineData(
        Source,
        Source
            + "\"time_bar\": { \"within\": \"6 months\", \"from\": \"knowing\", \"discretion\": true, \"source\": \"2.1\" },",
        "2.3",
        FindingKind.Breach,
        "older than 6 months may be refused (2.1); the Code's figure is 12 months"
    )]
    [InlineData(
        Source,
        Source
            + "\"time_bar\": { \"within\": \"12 months\", \"from\": \"knowing\", \"discretion\": false, \"source\": \"2.1\" },",
        "2.3",
        FindingKind.Breach,
        "with no discretion (2.1)"
    )]
    [InlineData(
        Source,
        Source
            + "\"time_bar\": { \"within\": \"12 months\", \"from\": \"knowing\", \"discretion\": true, \"source\": \"2.1\" },",
        "2.3",
        FindingKind.Met,
        "12 months"
    )]
    [InlineData(
        Source,
        Source
            + "\"time_bar\": { \"within\": \"104 weeks\", \"from\": \"knowing\", \"discretion\": true, \"source\": \"2.1\" },",
        "2.3",
        FindingKind.Stricter,
        "104 weeks"
    )]
    [InlineData("", "", "2.2", FindingKind.Gap, "the Code asks for the list")]
    [InlineData(
        Source,
        Source + "\"exclusions\": [{ \"ground\": \"noise\", \"signpost\": \"Police\", \"source\": \"2.2\" }],",
        "2.2",
        FindingKind.Gap,
        "noise (2.2), which is not a ground the Code names"
    )]
    [InlineData(
        Source,
        Source
            + "\"exclusions\": [{ \"ground\": \"legal_proceedings\", \"signpost\": \"Court\", \"source\": \"2.2\" }],",
        "2.2",
        FindingKind.Met,
        "legal proceedings (2.2)"
    )]
    [InlineData(
        "",
        "",
        "6.9",
        FindingKind.Gap,
        "contains stage, definition, decision, reasons, remedy, outstanding actions and how to escalate"
    )]
    [InlineData(
        Source,
        Source + "\"letters\": { \"acknowledgement\": [\"definition\"] },",
        "5.6",
        FindingKind.Gap,
        "the acknowledgement contains outcome sought"
    )]
    [InlineData(
        Source,
        Source + "\"letters\": { \"refusal\": [\"ombudsman_details\", \"reasons\"] },",
        "2.4",
        FindingKind.Met,
        "The refusal contains reasons and ombudsman details"
    )]
    public void A_procedure_is_held_against_each_provision_of_2024(
        string passage,
        string instead,
        string provision,
        FindingKind kind,
        string message
    )
    {
        var findings = Against("code-2024", passage.Length == 0 ? AcmeFile.Text : AcmeFile.With(passage, instead));

        Assert.Contains(
            findings,
            finding =>
                finding.Provision == provision
                && finding.Kind == kind
                && finding.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2147483647 working days")]
    [InlineData("2147483647 calendar days")]
    [InlineData("2147483647 weeks")]
    [InlineData("2147483647 months")]
    [InlineData("2147483647 hours")]
    public void A_limit_beyond_every_calendar_is_a_breach(string within)
    {
        var findings = Against(
            "code-2024",
            AcmeFile.With(Answer1, Answer1.Replace("10 working days", within, StringComparison.Ordinal))
        );
        Assert.Contains(findings, Says("6.3", FindingKind.Breach, within));
    }

    [Theory]
    [InlineData("code-2022", "4.1")]
    [InlineData("code-2024", "5.2")]
    public void A_stage_0_is_a_breach_by_any_name(string code, string provision)
    {
        var findings = ProcedureCheck.Against(ShippedProcedures.Find("plus-dane-2018")!, ShippedCodes.Find(code)!);
        Assert.Contains(
            findings,
            finding =>
                finding is { Kind: FindingKind.Breach }
                && finding.Provision == provision
                && finding.Message.StartsWith("Stage 0", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("code-2022", "5.9")]
    [InlineData("code-2024", "6.10")]
    public void One_stage_is_a_breach_where_two_are_required(string code, string provision) =>
        Assert.Contains(
            Breaches("leicester-2020", code),
            finding =>
                finding.Provision == provision
                && finding.Message.StartsWith("There is no stage 2", StringComparison.Ordinal)
        );

    [Fact]
    public void A_third_stage_is_a_breach_in_2024_and_has_to_be_justified_in_2022()
    {
        Assert.Contains(
            "third stage",
            Assert.Single(Breaches("halton-2011", "code-2024"), Of("5.3")).Message,
            StringComparison.Ordinal
        );
        var findings = ProcedureCheck.Against(ShippedProcedures.Find("halton-2011")!, ShippedCodes.Find("code-2022")!);
        Assert.Equal(FindingKind.Gap, Assert.Single(findings, Of("5.17")).Kind);
    }

    [Fact]
    public void Halton_against_2024_names_what_its_policy_of_2011_lacks()
    {
        var findings = ProcedureCheck.Against(ShippedProcedures.Find("halton-2011")!, ShippedCodes.Find("code-2024")!);

        Assert.Contains(findings, Says("5.3", FindingKind.Breach, "third stage, \"Stage 3 hearing\""));
        Assert.Contains(findings, Says("5.11", FindingKind.Breach, "the 29th day"));
        Assert.Contains(findings, Says("6.2", FindingKind.Gap, "the acknowledgement is missing"));
        Assert.Contains(findings, Says("6.10", FindingKind.Breach, "must succeed"));
        Assert.Contains(findings, Says("6.3", FindingKind.Stricter, "10 working days from receipt"));
        Assert.Contains(findings, Says("6.4", FindingKind.Gap, "more time comes by holding letter"));
    }

    [Fact]
    public void Leeds_in_2014_answers_too_late_for_2024() =>
        Assert.Contains(
            Breaches("leeds-2014", "code-2024"),
            Says("6.3", FindingKind.Breach, "15 working days from receipt")
        );

    [Fact]
    public void What_2024_allows_from_the_acknowledgement_is_too_late_for_2022()
    {
        var breach = Assert.Single(Breaches("code-2024", "code-2022"), Of("5.1"));
        Assert.Contains("may itself take 5 working days", breach.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leeds-2023")]
    [InlineData("code-2022")]
    public void Logging_may_come_after_the_acknowledgement_so_ten_days_from_it_are_too_late_for_2024(string procedure)
    {
        var breach = Assert.Single(Breaches(procedure, "code-2024"), Of("6.3"));
        Assert.Contains(
            "Logging may itself take 5 working days, so that the answer may come 5 working days later",
            breach.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Stage 0")]
    [InlineData("Informal resolution")]
    public void A_first_stage_with_an_informal_name_is_a_gap(string name)
    {
        var minimum = ShippedProcedures.Find("code-2024")!;
        var complaint = minimum.Kinds[CaseKind.Complaint];
        var renamed = minimum with
        {
            Kinds = new Dictionary<CaseKind, KindRules>
            {
                [CaseKind.Complaint] = complaint with
                {
                    Stages = [complaint.Stages[0] with { Name = name }, complaint.Stages[1]],
                },
            },
        };
        Assert.Contains(
            ProcedureCheck.Against(renamed, ShippedCodes.Find("code-2024")!),
            Says("5.2", FindingKind.Gap, $"\"{name}\"")
        );
    }

    [Fact]
    public void A_stage_0_counts_among_the_stages_passed()
    {
        var breach = Assert.Single(Breaches("plus-dane-2018", "code-2024"), Of("5.3"));
        Assert.Contains("third stage, stage 0 counted, \"Stage 2\"", breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_limit_may_have_a_longer_extension_if_the_end_is_no_later()
    {
        var text = AcmeFile
            .With(Cap, "\"cap\": \"12 working days\",")
            .Replace(Answer1, Answer1.Replace("10", "8", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Contains(Against("code-2024", text), Says("6.4", FindingKind.Met, "no later than the Code's"));
    }

    [Theory]
    [InlineData("code-2020")]
    [InlineData("code-2022")]
    [InlineData("code-2024")]
    public void Each_edition_keeps_to_itself(string id) => Assert.Empty(Breaches(id, id));

    [Fact]
    public void The_2024_minimum_is_met_in_every_provision_of_2024() =>
        Assert.All(
            ProcedureCheck.Against(ShippedProcedures.Find("code-2024")!, ShippedCodes.Find("code-2024")!),
            finding => Assert.Equal(FindingKind.Met, finding.Kind)
        );

    [Fact]
    public void Every_procedure_gets_an_answer_on_every_provision_in_order_and_the_same_each_time()
    {
        foreach (var procedure in ShippedProcedures.All)
        {
            foreach (var code in ShippedCodes.All)
            {
                var findings = ProcedureCheck.Against(procedure, code);
                Assert.Equal(
                    code.Provisions.Select(provision => provision.Number).Distinct(),
                    findings.Select(finding => finding.Provision).Distinct()
                );
                Assert.Equal(findings, ProcedureCheck.Against(procedure, code));
                Assert.Equal(findings, findings.Distinct());
            }
        }
    }

    [Fact]
    public void A_procedure_without_complaints_is_a_gap_throughout()
    {
        var compliments = ShippedProcedures.Find("code-2024")! with
        {
            Kinds = new Dictionary<CaseKind, KindRules> { [CaseKind.Compliment] = new([], []) },
        };
        Assert.All(
            ProcedureCheck.Against(compliments, ShippedCodes.Find("code-2024")!),
            finding => Assert.Equal(FindingKind.Gap, finding.Kind)
        );
    }

    private static IReadOnlyList<CodeFinding> Against(string code, string text)
    {
        Assert.True(
            ProcedureFile.TryParse(text, "acme.json", out var procedure, out var errors),
            string.Join('\n', errors)
        );
        return ProcedureCheck.Against(procedure, ShippedCodes.Find(code)!);
    }

    private static IEnumerable<CodeFinding> Breaches(string procedure, string code) =>
        ProcedureCheck
            .Against(ShippedProcedures.Find(procedure)!, ShippedCodes.Find(code)!)
            .Where(finding => finding.Kind == FindingKind.Breach);

    private static Predicate<CodeFinding> Of(string provision) => finding => finding.Provision == provision;

    private static Predicate<CodeFinding> Says(string provision, FindingKind kind, string message) =>
        finding =>
            finding.Provision == provision
            && finding.Kind == kind
            && finding.Message.Contains(message, StringComparison.Ordinal);
}
