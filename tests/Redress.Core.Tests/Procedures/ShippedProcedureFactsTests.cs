using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Procedures;

/// <summary>What the source documents say, figure by figure. A change here is a change of fact, not of taste.</summary>
public sealed class ShippedProcedureFactsTests
{
    private static readonly string[] s_ids =
    [
        "code-2020",
        "code-2022",
        "code-2024",
        "halton-2011",
        "leeds-2014",
        "leeds-2023",
        "leicester-2020",
        "leicester-2021",
        "lgsco-2024",
        "nipso",
        "plus-dane-2018",
        "plus-dane-2021",
        "psow",
        "spso-mchp",
    ];

    public static TheoryData<string> Ids => [.. s_ids];

    [Fact]
    public void Fourteen_procedures_ship() =>
        Assert.Equal(s_ids, ShippedProcedures.All.Select(procedure => procedure.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_shipped_file_has_errors(string id)
    {
        using var file = typeof(Procedure).Assembly.GetManifestResourceStream($"procedures/{id}.json")!;
        using var reader = new StreamReader(file);
        Assert.True(
            ProcedureFile.TryParse(reader.ReadToEnd(), $"{id}.json", out var procedure, out var errors),
            string.Join('\n', errors)
        );
        Assert.Equal(id, procedure.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_figure_says_where_it_was_read(string id)
    {
        var procedure = The(id);
        Assert.False(string.IsNullOrWhiteSpace(procedure.Source));
        Assert.All(Duties(procedure), duty => Assert.False(string.IsNullOrWhiteSpace(duty.Source)));
        Assert.All(Duties(procedure), duty => Assert.NotEqual("", duty.Target?.Source.Trim()));
        Assert.All(Duties(procedure), duty => Assert.NotEqual("", duty.Extensions?.Source.Trim()));
        Assert.All(
            Duties(procedure).SelectMany(duty => duty.HoldingLetters),
            letter => Assert.False(string.IsNullOrWhiteSpace(letter.Source))
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_unverified_figure_marks_its_file(string id)
    {
        if (Duties(The(id)).Any(duty => duty.Unverified))
        {
            Assert.True(The(id).Unverified);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_reading_gives_two_ways_and_uses_one_of_them(string id) =>
        Assert.All(
            The(id).Readings,
            reading =>
            {
                Assert.True(reading.Readings.Count >= 2);
                Assert.InRange(reading.Used, 1, reading.Readings.Count);
            }
        );

    // Halton 2011, by heading and bullet of its policy.

    [Fact]
    public void Halton_has_three_stages() => Assert.Equal(3, The("halton-2011").For(CaseKind.Complaint)!.LastStage);

    [Fact]
    public void Halton_meets_the_customer_in_three_working_days_of_receipt()
    {
        var meeting = Complaint("halton-2011", 1, DutyName.Contact);
        Assert.Equal(
            ("3 working days", ClockEventKind.Received, "Service Standards, Complaints, bullet 3"),
            (meeting.Within.ToString(), meeting.From, meeting.Source)
        );
    }

    [Fact]
    public void Halton_answers_in_ten_working_days_of_receipt()
    {
        var answer = Complaint("halton-2011", 1, DutyName.Respond);
        Assert.Equal(
            ("10 working days", ClockEventKind.Received, "Service Standards, Complaints, bullet 1"),
            (answer.Within.ToString(), answer.From, answer.Source)
        );
    }

    [Fact]
    public void Haltons_first_holding_letter_has_no_figure_and_its_second_is_at_most_five_working_days()
    {
        var letters = Complaint("halton-2011", 1, DutyName.Respond).HoldingLetters;
        Assert.Equal([null, new Limit(5, LimitUnit.WorkingDays)], letters.Select(letter => letter.AtMost));
        Assert.Equal("Service Standards, Complaints, bullet 4", letters[1].Source);
    }

    [Fact]
    public void Haltons_five_further_days_run_from_the_date_in_force()
    {
        var reading = ReadingOf("halton-2011", "further five working days");
        Assert.Equal(1, reading.Used);
        Assert.Contains("date in force", reading.Readings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Halton_promises_an_acknowledgement_and_gives_it_no_time()
    {
        Assert.DoesNotContain(Duties(The("halton-2011")), duty => duty.Duty == DutyName.Acknowledge);
        Assert.Contains(The("halton-2011").SilentOn, silence => silence.About == "acknowledgement");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Haltons_customer_has_28_calendar_days_to_ask_for_the_next_stage_and_no_more(int stage)
    {
        var window = Complaint("halton-2011", stage, DutyName.RequestNextStage);
        Assert.Equal(
            ("28 calendar days", ClockEventKind.Responded, BelongsTo.Resident, true),
            (window.Within.ToString(), window.From, window.BelongsTo, window.RefusesLateRequests)
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Haltons_review_follows_only_a_successful_request(int stage) =>
        Assert.True(The("halton-2011").For(CaseKind.Complaint)!.Stage(stage)!.Entry!.MustSucceed);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Haltons_review_is_notified_in_ten_working_days_with_ten_working_days_notice(int stage)
    {
        var notice = Complaint("halton-2011", stage, DutyName.HearingNotice);
        Assert.Equal(
            ("10 working days", "10 working days", ClockEventKind.EscalationRequested),
            (notice.Within.ToString(), notice.Notice.ToString(), notice.From)
        );
        Assert.Equal("Service Standards, Complaints, bullet 7", notice.Source);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Haltons_answer_after_a_review_has_no_limit(int stage)
    {
        Assert.DoesNotContain(
            The("halton-2011").For(CaseKind.Complaint)!.Stage(stage)!.Duties,
            duty => duty.Duty == DutyName.Respond
        );
        Assert.Contains(The("halton-2011").SilentOn, silence => silence.About == "answer after a review");
    }

    [Fact]
    public void Haltons_time_bar_is_twelve_months_without_discretion()
    {
        var bar = The("halton-2011").TimeBar!;
        Assert.Equal(("12 months", false), (bar.Within.ToString(), bar.Discretion));
        Assert.Equal(2, ReadingOf("halton-2011", "time bar of 12 months").Used);
    }

    [Fact]
    public void Halton_answers_a_formal_enquiry_in_ten_working_days_or_tells_when_it_will()
    {
        var answer = Assert.Single(The("halton-2011").For(CaseKind.FormalEnquiry)!.Duties);
        Assert.Equal(
            ("10 working days", "Service Standards, Formal Enquiries, bullet 1"),
            (answer.Within.ToString(), answer.Source)
        );
        Assert.Null(Assert.Single(answer.HoldingLetters).AtMost);
    }

    [Fact]
    public void Halton_passes_praise_on_in_three_working_days_and_files_it_in_five()
    {
        var duties = The("halton-2011").For(CaseKind.Compliment)!.Duties;
        Assert.Equal(
            [(DutyName.Relay, "3 working days"), (DutyName.File, "5 working days")],
            duties.Select(duty => (duty.Duty, duty.Within.ToString()))
        );
    }

    [Fact]
    public void Haltons_general_enquiries_have_no_limit() =>
        Assert.Empty(The("halton-2011").For(CaseKind.GeneralEnquiry)!.Duties);

    [Fact]
    public void Haltons_mediation_is_open_at_any_stage() =>
        Assert.Contains("any stage", The("halton-2011").Mediation!.By, StringComparison.Ordinal);

    // Leeds 2014, by row of its answer to the scrutiny panel.

    [Fact]
    public void Leeds_in_2014_has_a_ten_day_target_beside_a_fifteen_day_backstop()
    {
        var answer = Complaint("leeds-2014", 1, DutyName.Respond);
        Assert.Equal(
            ("15 working days", "10 working days"),
            (answer.Within.ToString(), answer.Target!.Within.ToString())
        );
        Assert.StartsWith("Row 10", answer.Source, StringComparison.Ordinal);
        Assert.Equal(2, ReadingOf("leeds-2014", "the 15 days of the backstop").Readings.Count);
    }

    [Fact]
    public void A_holding_response_moved_nothing_in_Leeds_in_2014() =>
        Assert.All(Duties(The("leeds-2014")), duty => Assert.Empty(duty.HoldingLetters));

    // Leeds 2023, by section of the 2022 Code it answers.

    [Fact]
    public void Leeds_in_2023_acknowledges_in_five_working_days_of_receipt()
    {
        var acknowledgement = Complaint("leeds-2023", 1, DutyName.Acknowledge);
        Assert.Equal(
            ("5 working days", ClockEventKind.Received, "4.1"),
            (acknowledgement.Within.ToString(), acknowledgement.From, acknowledgement.Source)
        );
    }

    [Theory]
    [InlineData(1, "10 working days", ClockEventKind.Logged, "5.1")]
    [InlineData(2, "20 working days", ClockEventKind.EscalationRequested, "5.13")]
    public void Leeds_in_2023_answers_by_the_2022_Code(int stage, string within, ClockEventKind from, string source)
    {
        var answer = Complaint("leeds-2023", stage, DutyName.Respond);
        Assert.Equal((within, from, source), (answer.Within.ToString(), answer.From, answer.Source));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Leeds_in_2023_extends_by_ten_working_days_by_agreement_and_further_by_agreement_or_the_Ombudsmans_details(
        int stage
    )
    {
        var extensions = Complaint("leeds-2023", stage, DutyName.Respond).Extensions!;
        Assert.Equal("10 working days", extensions.Cap.ToString());
        Assert.Contains(ExtensionFact.Agreed, extensions.WithinCap.All);
        Assert.Contains(ExtensionFact.Reason, extensions.WithinCap.All);
        Assert.Equal([ExtensionFact.Agreed, ExtensionFact.OmbudsmanDetails], extensions.BeyondCap!.OneOf);
    }

    [Fact]
    public void Leeds_in_2023_expects_a_request_in_a_calendar_month_and_hears_later_ones()
    {
        var window = Complaint("leeds-2023", 1, DutyName.RequestNextStage);
        Assert.Equal(("1 month", false, "4.13"), (window.Within.ToString(), window.RefusesLateRequests, window.Source));
        Assert.Contains(
            ReadingOf("leeds-2023", "time to ask for stage 2").Readings,
            way => way.Contains("28 days", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Stage_2_in_Leeds_in_2023_is_decided_by_a_different_senior_officer()
    {
        var decidedBy = The("leeds-2023").For(CaseKind.Complaint)!.Stage(2)!.DecidedBy!;
        Assert.Equal((true, "senior officer"), (decidedBy.DifferentPerson, decidedBy.Level));
    }

    [Fact]
    public void Leeds_in_2023_may_hear_a_matter_older_than_twelve_months()
    {
        var bar = The("leeds-2023").TimeBar!;
        Assert.Equal(("12 months", true, "1.8"), (bar.Within.ToString(), bar.Discretion, bar.Source));
    }

    // Leicester, by section and question of its form.

    [Fact]
    public void Leicester_went_from_one_stage_to_two_on_1_April_2021()
    {
        var (before, after) = (The("leicester-2020"), The("leicester-2021"));
        Assert.Equal((1, 2), (before.For(CaseKind.Complaint)!.LastStage, after.For(CaseKind.Complaint)!.LastStage));
        Assert.Equal(
            (new DateOnly(2021, 3, 31), new DateOnly(2021, 4, 1)),
            (before.InForceUntil!.Value, after.InForceFrom)
        );
    }

    [Theory]
    [InlineData("leicester-2020")]
    [InlineData("leicester-2021")]
    public void Leicesters_March_is_kept_beside_its_April(string id) =>
        Assert.Contains(
            ReadingOf(id, "start of the second stage").Readings,
            way => way.StartsWith("March 2021", StringComparison.Ordinal)
        );

    [Fact]
    public void Leicester_prints_five_days_to_acknowledge_and_no_figure_to_answer()
    {
        var acknowledgement = Complaint("leicester-2021", 1, DutyName.Acknowledge);
        Assert.Equal(("5 working days", false), (acknowledgement.Within.ToString(), acknowledgement.Unverified));
        Assert.True(Complaint("leicester-2021", 1, DutyName.Respond).Unverified);
        Assert.True(Complaint("leicester-2021", 2, DutyName.Respond).Unverified);
    }

    // Plus Dane, by recommendation of its action plan.

    [Fact]
    public void Plus_Danes_informal_stage_is_kept_for_history_only()
    {
        var procedure = The("plus-dane-2018");
        Assert.True(procedure.HistoryOnly);
        Assert.Equal(0, procedure.For(CaseKind.Complaint)!.Stages[0].Number);
        Assert.Empty(Duties(procedure));
    }

    [Fact]
    public void Plus_Dane_now_has_stages_1_and_2_and_names_the_handler_in_writing()
    {
        var procedure = The("plus-dane-2021");
        Assert.Equal([1, 2], procedure.For(CaseKind.Complaint)!.Stages.Select(stage => stage.Number));
        Assert.Contains("handler", procedure.Letters["acknowledgement"]);
        Assert.Contains(procedure.SilentOn, silence => silence.About == "telephone calls");
    }

    // The Ombudsmen's models in the other nations.

    [Theory]
    [InlineData("spso-mchp", "scotland", true)]
    [InlineData("nipso", "northern-ireland", false)]
    [InlineData("psow", "england-and-wales", true)]
    public void A_nations_model_counts_on_its_own_calendar_and_says_if_it_is_unverified(
        string id,
        string calendar,
        bool unverified
    ) => Assert.Equal((calendar, unverified), (The(id).CalendarId, The(id).Unverified));

    [Theory]
    [InlineData("spso-mchp", 1, DutyName.Respond, "5 working days")]
    [InlineData("spso-mchp", 2, DutyName.Acknowledge, "3 working days")]
    [InlineData("spso-mchp", 2, DutyName.Respond, "20 working days")]
    [InlineData("nipso", 1, DutyName.Respond, "5 working days")]
    [InlineData("nipso", 1, DutyName.RequestNextStage, "2 months")]
    [InlineData("nipso", 2, DutyName.Acknowledge, "3 working days")]
    [InlineData("nipso", 2, DutyName.Respond, "20 working days")]
    [InlineData("psow", 1, DutyName.Acknowledge, "5 working days")]
    [InlineData("psow", 1, DutyName.Respond, "10 working days")]
    [InlineData("psow", 2, DutyName.Respond, "20 working days")]
    public void A_nations_model_has_its_figures(string id, int stage, DutyName duty, string within) =>
        Assert.Equal(within, Complaint(id, stage, duty).Within.ToString());

    [Fact]
    public void Scotlands_first_stage_may_take_five_working_days_more() =>
        Assert.Equal("5 working days", Complaint("spso-mchp", 1, DutyName.Respond).Extensions!.Cap.ToString());

    [Theory]
    [InlineData("spso-mchp")]
    [InlineData("nipso")]
    public void Six_months_to_complain_in_Scotland_and_Northern_Ireland(string id) =>
        Assert.Equal("6 months", The(id).TimeBar!.Within.ToString());

    private static Procedure The(string id) => ShippedProcedures.Find(id)!;

    private static DutyRule Complaint(string id, int stage, DutyName duty) =>
        Assert.Single(The(id).For(CaseKind.Complaint)!.Stage(stage)!.Duties, rule => rule.Duty == duty);

    private static Reading ReadingOf(string id, string about) =>
        Assert.Single(The(id).Readings, reading => reading.About == about);

    private static IEnumerable<DutyRule> Duties(Procedure procedure) =>
        procedure.Kinds.Values.SelectMany(kind => kind.Duties.Concat(kind.Stages.SelectMany(stage => stage.Duties)));
}
