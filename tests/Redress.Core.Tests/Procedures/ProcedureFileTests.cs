using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Procedures;

public class ProcedureFileTests
{
    [Fact]
    public void A_good_file_loads_with_every_figure_and_its_paragraph()
    {
        Assert.True(ProcedureFile.TryParse(AcmeFile.Text, "acme.json", out var procedure, out var errors));
        Assert.Empty(errors);
        Assert.Equal(new DateOnly(2026, 3, 31), procedure.InForceUntil);

        var complaint = procedure.For(CaseKind.Complaint)!;
        Assert.Equal(2, complaint.LastStage);
        var respond = complaint.Stage(1)!.Duties[1];
        Assert.Equal(DutyName.Respond, respond.Duty);
        Assert.Equal(new Limit(10, LimitUnit.WorkingDays), respond.Within);
        Assert.Equal(ClockEventKind.Acknowledged, respond.From);
        Assert.Equal("4.3", respond.Source);
        Assert.Equal(new Limit(10, LimitUnit.WorkingDays), respond.Extensions!.Cap);
        Assert.Null(respond.Extensions.BeyondCap);
        Assert.Contains(ExtensionFact.OmbudsmanDetails, respond.Extensions.WithinCap.All);

        var window = complaint.Stage(1)!.Duties[2];
        Assert.Equal(BelongsTo.Resident, window.BelongsTo);
        Assert.False(window.RefusesLateRequests);
        Assert.True(complaint.Stage(2)!.DecidedBy!.DifferentPerson);
    }

    [Theory]
    // Keys and types
    [InlineData("\"publisher\"", "\"publishers\"", 4, "publishers", "not a known key")]
    [InlineData("  \"publisher\": \"Acme Homes\",\n", "", 1, "publisher", "is missing; add \"publisher\"")]
    [InlineData("\"title\": \"Acme Homes complaints\"", "\"title\": 3", 3, "title", "must be text")]
    [InlineData("\"title\": \"Acme Homes complaints\"", "\"title\": \" \"", 3, "title", "not blank")]
    [InlineData("\"title\": \"Acme Homes complaints\"", "\"id\": \"other\"", 3, "id", "given twice")]
    [InlineData("\"basis\": \"landlord\"", "\"basis\": \"council\"", 5, "basis", "not one of code, landlord")]
    [InlineData("\"id\": \"acme-2024\"", "\"id\": \"Acme 2024\"", 2, "id", "short name")]
    [InlineData(
        "\"england-and-wales\"",
        "\"atlantis\"",
        6,
        "calendar",
        "england-and-wales, northern-ireland, scotland"
    )]
    [InlineData("\"stage\": 1,", "\"stage\": \"1\",", 13, "kinds.complaint.stages[0].stage", "whole number")]
    [InlineData(
        "\"different_person\": true",
        "\"different_person\": \"yes\"",
        35,
        "kinds.complaint.stages[1].decided_by.different_person",
        "true or false"
    )]
    [InlineData(
        "{ \"from\": \"2024-04-01\", \"until\": \"2026-03-31\" }",
        "\"2024\"",
        7,
        "in_force",
        "must be an object"
    )]
    [InlineData("\"complaint\": {", "\"grumble\": {", 10, "kinds.grumble", "not a known key")]
    [InlineData(
        "\"met_by\": [\"responded\"], \"source\": \"4.3\"",
        "\"met_by\": [], \"source\": \"4.3\"",
        20,
        "kinds.complaint.stages[0].duties[1].met_by",
        "must name an event"
    )]
    [InlineData(
        "\"ombudsman_details\"]",
        "\"ombudsman\"]",
        24,
        "kinds.complaint.stages[0].duties[1].extensions.within_cap.requires[2]",
        "not one of in_writing"
    )]
    [InlineData(
        "[\"in_writing\", \"reason\", ",
        "[\"reason\", \"reason\", ",
        24,
        "kinds.complaint.stages[0].duties[1].extensions.within_cap.requires[1]",
        "listed twice"
    )]
    // Figures and their paragraphs
    [InlineData(
        "\"within\": \"10 working days\"",
        "\"within\": \"ten days\"",
        19,
        "kinds.complaint.stages[0].duties[1].within",
        "10 working days"
    )]
    [InlineData(
        "\"within\": \"10 working days\"",
        "\"within\": 10",
        19,
        "kinds.complaint.stages[0].duties[1].within",
        "must be text"
    )]
    [InlineData(
        "\"cap\": \"10 working days\"",
        "\"cap\": \"0 working days\"",
        23,
        "kinds.complaint.stages[0].duties[1].extensions.cap",
        "1 month"
    )]
    [InlineData(", \"source\": \"4.2\" },\n", " },\n", 17, "kinds.complaint.stages[0].duties[0].source", "is missing")]
    [InlineData("\"source\": \"4.4\",", "", 21, "kinds.complaint.stages[0].duties[1].extensions.source", "is missing")]
    // Days
    [InlineData("\"2024-04-01\"", "\"1 April 2024\"", 7, "in_force.from", "is not a day")]
    [InlineData("\"2024-04-01\"", "null", 7, "in_force.from", "must be a day")]
    [InlineData("\"2026-03-31\"", "\"2024-03-31\"", 7, "in_force.until", "before the first day, 2024-04-01")]
    // Stages
    [InlineData(
        "\"stage\": 1,",
        "\"stage\": 0,",
        13,
        "kinds.complaint.stages[0].stage",
        "a stage before stage 1 is not allowed"
    )]
    [InlineData("\"stage\": 2,", "\"stage\": 1,", 31, "kinds.complaint.stages[1].stage", "two stages are numbered 1")]
    [InlineData("\"stage\": 2,", "\"stage\": 3,", 31, "kinds.complaint.stages[1].stage", "2 is expected here")]
    [InlineData("\"stage\": 2,", "\"stage\": -1,", 31, "kinds.complaint.stages[1].stage", "2 is expected here")]
    [InlineData(
        "\"name\": \"Stage 1\",",
        "\"entry\": { \"by\": \"gate\", \"source\": \"4\" }, \"name\": \"Stage 1\",",
        14,
        "kinds.complaint.stages[0].entry",
        "which a complaint opens"
    )]
    // Duties that do not fit
    [InlineData(
        "\"duty\": \"request_next_stage\"",
        "\"duty\": \"respond\"",
        25,
        "kinds.complaint.stages[0].duties[2].duty",
        "is here twice"
    )]
    [InlineData(
        "\"duty\": \"request_next_stage\"",
        "\"duty\": \"escalate\"",
        25,
        "kinds.complaint.stages[0].duties[2].duty",
        "not one of acknowledge"
    )]
    [InlineData(
        " \"belongs_to\": \"resident\",",
        "",
        25,
        "kinds.complaint.stages[0].duties[2].belongs_to",
        "up to the resident"
    )]
    [InlineData(
        "\"late_requests\": \"discretion\", ",
        "",
        25,
        "kinds.complaint.stages[0].duties[2].late_requests",
        "say \"refused\" or \"discretion\""
    )]
    [InlineData(
        "\"met_by\": [\"escalation_requested\"]",
        "\"met_by\": [\"acknowledged\"]",
        26,
        "kinds.complaint.stages[0].duties[2].met_by",
        "does not meet \"request_next_stage\""
    )]
    [InlineData(
        "\"from\": \"acknowledged\",\n              \"met_by\": [\"responded\"], \"source\": \"4.3\"",
        "\"from\": \"responded\",\n              \"met_by\": [\"responded\"], \"source\": \"4.3\"",
        19,
        "kinds.complaint.stages[0].duties[1].from",
        "met as it starts"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"from\": \"escalation_requested\"",
        17,
        "kinds.complaint.stages[0].duties[0].from",
        "nothing comes before the first stage"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"from\": \"withdrawn\"",
        17,
        "kinds.complaint.stages[0].duties[0].from",
        "starts no duty"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"together_with\": \"filed\", \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].together_with",
        "can only be \"logged\""
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"notice\": \"1 week\", \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].notice",
        "hearing_notice"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"arrival\": { \"source\": \"4\" }, \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].arrival",
        "counted from \"responded\""
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"in_person\": true, \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].in_person",
        "it belongs to \"contact\""
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"belongs_to\": \"resident\", \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].belongs_to",
        "the landlord's to do"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"late_requests\": \"refused\", \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].late_requests",
        "does not fit"
    )]
    [InlineData(
        "\"from\": \"received\"",
        "\"holding_letters\": [{ \"source\": \"4\" }], \"from\": \"received\"",
        17,
        "kinds.complaint.stages[0].duties[0].holding_letters",
        "move the date of an answer"
    )]
    [InlineData(
        "\"cap\": \"10 working days\",",
        "\"beyond_cap\": {},",
        23,
        "kinds.complaint.stages[0].duties[1].extensions.beyond_cap",
        "needs a \"cap\""
    )]
    // Readings
    [InlineData("\"used\": 1", "\"used\": 3", 47, "readings[0].used", "from 1 to 2")]
    [InlineData("[\"Working\", \"Calendar\"]", "[\"Working\"]", 47, "readings[0].readings", "two readings or more")]
    public void A_wrong_file_is_refused_with_line_field_and_what_to_write(
        string passage,
        string instead,
        int line,
        string field,
        string message
    )
    {
        var text = AcmeFile.With(passage, instead);

        Assert.False(ProcedureFile.TryParse(text, "acme.json", out var procedure, out var errors));

        Assert.Null(procedure);
        var error = Assert.Single(errors, error => error.Field == field);
        Assert.Equal((line, field), (error.Line, error.Field));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"acme.json, line {line}, {field}: ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"basis\": \"landlord\",", "\"basis\": \"landlord\", // ours", 5, "no comments")]
    [InlineData("\"basis\": \"landlord\",", "/* ours */ \"basis\": \"landlord\",", 5, "no comments")]
    [InlineData("\"source\": \"4.2\" }\n  ]", "\"source\": \"4.2\" },\n  ]", 48, "remove the comma")]
    [InlineData("\"until\": \"2026-03-31\" }", "\"until\": \"2026-03-31\", }", 7, "remove the comma")]
    [InlineData("\"basis\": \"landlord\",", "\"basis\" \"landlord\",", 5, "this is not JSON")]
    [InlineData("Acme Homes complaints", "Acme \\ud800 complaints", 3, "stands for no character")]
    public void Only_strict_JSON_is_read(string passage, string instead, int line, string message)
    {
        var text = AcmeFile.With(passage, instead);

        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out var errors));

        var error = Assert.Single(errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{")]
    public void What_is_no_procedure_at_all_is_refused(string text)
    {
        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out var errors));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void A_second_file_of_the_same_id_is_refused()
    {
        string[] taken = ["acme-2024"];

        Assert.False(ProcedureFile.TryParse(AcmeFile.Text, "acme2.json", taken, out _, out var errors));

        var error = Assert.Single(errors);
        Assert.Equal((2, "id"), (error.Line, error.Field));
        Assert.Contains("another file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_told_not_only_the_first_in_the_order_of_the_file()
    {
        var text = AcmeFile
            .With("\"within\": \"20 working days\"", "\"within\": \"twenty days\"")
            .Replace("\"basis\": \"landlord\"", "\"basis\": \"council\"", StringComparison.Ordinal)
            .Replace("\"stage\": 1,", "\"stage\": 7,", StringComparison.Ordinal);

        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out var errors));

        Assert.Equal(
            [
                "basis",
                "kinds.complaint.stages[0].stage",
                "kinds.complaint.stages[1].stage",
                "kinds.complaint.stages[1].duties[1].within",
            ],
            errors.Select(error => error.Field)
        );
    }

    [Fact]
    public void A_stage_before_stage_1_is_kept_for_history_only()
    {
        var informal = AcmeFile
            .With("\"stage\": 1,", "\"stage\": 0,")
            .Replace("\"stage\": 2,", "\"stage\": 1,", StringComparison.Ordinal);
        var history = informal.Replace(
            "\"basis\": \"landlord\",",
            "\"basis\": \"landlord\", \"history_only\": true,",
            StringComparison.Ordinal
        );

        Assert.False(ProcedureFile.TryParse(informal, "acme.json", out _, out _));
        Assert.True(ProcedureFile.TryParse(history, "acme.json", out var procedure, out _));
        Assert.NotNull(procedure.For(CaseKind.Complaint)!.Stage(0));
    }

    [Fact]
    public void An_answer_cannot_be_counted_from_an_acknowledgement_that_has_no_limit()
    {
        var text = AcmeFile
            .With(
                "\"duty\": \"acknowledge\", \"within\": \"5 working days\", \"from\": \"received\",\n",
                "\"duty\": \"relay\", \"within\": \"5 working days\", \"from\": \"received\",\n"
            )
            .Replace(
                "\"met_by\": [\"acknowledged\"], \"source\": \"4.2\"",
                "\"met_by\": [\"relayed\"], \"source\": \"4.2\"",
                StringComparison.Ordinal
            );

        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out var errors));

        var error = Assert.Single(errors);
        Assert.Equal("kinds.complaint.stages[0].duties[1].from", error.Field);
        Assert.Contains("no duty beside this one is met by \"acknowledged\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_duties_cannot_each_wait_for_the_other()
    {
        var text = AcmeFile.With("\"from\": \"received\"", "\"from\": \"responded\"");

        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out var errors));

        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.Contains("waits for this duty", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_residents_window_may_follow_an_answer_that_has_no_limit()
    {
        var text = AcmeFile.With(
            "\"duty\": \"respond\", \"within\": \"20 working days\", \"from\": \"acknowledged\",\n              \"met_by\": [\"responded\"]",
            "\"duty\": \"request_next_stage\", \"within\": \"1 month\", \"from\": \"responded\", \"belongs_to\": \"resident\", \"late_requests\": \"refused\", \"met_by\": [\"escalation_requested\"]"
        );

        Assert.True(ProcedureFile.TryParse(text, "acme.json", out var procedure, out _));
        Assert.True(procedure.For(CaseKind.Complaint)!.Stage(2)!.Duties[1].RefusesLateRequests);
    }

    [Fact]
    public void A_kind_may_be_covered_without_a_clock()
    {
        static string General(string rules) =>
            AcmeFile.With("\"kinds\": {", $"\"kinds\": {{ \"general_enquiry\": {rules},");

        Assert.True(ProcedureFile.TryParse(General("{ \"duties\": [] }"), "acme.json", out var procedure, out _));
        Assert.Empty(procedure.For(CaseKind.GeneralEnquiry)!.Duties);
        Assert.False(ProcedureFile.TryParse(General("{}"), "acme.json", out _, out var errors));
        Assert.Equal("kinds.general_enquiry.duties", Assert.Single(errors).Field);
    }

    [Fact]
    public void An_interim_target_names_a_duty_that_is_there()
    {
        static string Interim(int stage, string duty) =>
            AcmeFile.With(
                "\"readings\": [\n",
                $$"""
                "interim_targets": [
                    { "from": "2025-06-17", "until": "2025-09-30", "stage": {{stage}}, "duty": "{{duty}}",
                      "within": "20 working days", "reason": "Cyber incident", "source": "Notice" } ],
                  "readings": [

                """
            );

        Assert.True(ProcedureFile.TryParse(Interim(1, "respond"), "acme.json", out var procedure, out _));
        Assert.Equal(new Limit(20, LimitUnit.WorkingDays), procedure.InterimTargets[0].Within);
        Assert.False(ProcedureFile.TryParse(Interim(1, "relay"), "acme.json", out _, out var errors));
        Assert.Equal("interim_targets[0].duty", Assert.Single(errors).Field);
        Assert.False(ProcedureFile.TryParse(Interim(3, "respond"), "acme.json", out _, out _));
    }
}
