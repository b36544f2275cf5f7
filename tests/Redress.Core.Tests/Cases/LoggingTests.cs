using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class LoggingTests
{
    private static readonly LoggingRequest Call = new(
        CaseKind.Complaint,
        "R-1",
        Mon14Apr,
        Channel.Phone,
        "The roof leaks",
        "amira"
    );

    [Fact]
    public void A_case_is_received_logged_and_assigned_in_one_act()
    {
        var decision = Logging.Decide(Call, Landlord.Rules, today: Wed16Apr);

        Assert.Collection(
            decision.Events,
            first =>
            {
                var received = Assert.IsType<Received>(first);
                Assert.Equal((Mon14Apr, "two-stages", "R-1"), (received.On, received.ProcedureId, received.Reference));
                Assert.Equal("The roof leaks", received.Summary!.Text);
            },
            second => Assert.Equal(new Logged(Wed16Apr), second),
            third => Assert.Equal(new Assigned(Wed16Apr, 1, "amira"), third)
        );
    }

    [Fact]
    public void What_is_clear_already_is_defined_at_once()
    {
        var call = Call with { Definition = "The roof leaks", OutcomeSought = "A dry ceiling" };

        var defined = Assert.IsType<Defined>(Logging.Decide(call, Landlord.Rules, Mon14Apr).Events[^1]);

        Assert.Equal(("The roof leaks", "A dry ceiling"), (defined.Definition.Text, defined.OutcomeSought.Text));
    }

    [Fact]
    public void A_complaint_received_before_a_second_stage_existed_keeps_the_one_stage_procedure()
    {
        DateOnly wed31Mar = new(2021, 3, 31);
        DateOnly thu1Apr = new(2021, 4, 1);

        Assert.Equal("one-stage", ProcedureOf(Call with { ReceivedOn = wed31Mar }));
        Assert.Equal("two-stages", ProcedureOf(Call with { ReceivedOn = thu1Apr }));

        static string ProcedureOf(LoggingRequest call) =>
            Assert.IsType<Received>(Logging.Decide(call, Landlord.Rules, Mon14Apr).Events[0]).ProcedureId;
    }

    [Fact]
    public void Of_someone_who_would_not_be_known_neither_hour_nor_identity_is_kept()
    {
        var call = Call with { Anonymous = true, ReceivedAt = new(9, 30), ComplainantId = "p1" };

        var received = Assert.IsType<Received>(Logging.Decide(call, Landlord.Rules, Mon14Apr).Events[0]);

        Assert.Equal((true, null, null), (received.Anonymous, received.At, received.ComplainantId));
    }

    [Fact]
    public void A_kind_without_stages_is_assigned_outside_them()
    {
        var decision = Logging.Decide(Call with { Kind = CaseKind.Compliment }, Landlord.Rules, Mon14Apr);

        Assert.Equal(new Assigned(Mon14Apr, 0, "amira"), decision.Events[2]);
    }

    [Fact]
    public void What_has_not_come_yet_is_not_logged() =>
        Refused(CannotLog.ReceivedInTheFuture, Logging.Decide(Call, Landlord.Rules, today: Fri11Apr));

    [Fact]
    public void A_case_needs_a_procedure_that_takes_new_cases()
    {
        DateOnly thu31Dec = new(2015, 12, 31);
        DateOnly mon6Mar = new(2017, 3, 6);

        Refused(
            CannotLog.NoProcedureInForce,
            Logging.Decide(Call with { ReceivedOn = thu31Dec }, Landlord.Rules, Mon14Apr)
        );
        Refused(
            CannotLog.ProcedureIsHistoryOnly,
            Logging.Decide(Call with { ReceivedOn = mon6Mar }, Landlord.Rules, Mon14Apr)
        );
    }

    [Fact]
    public void A_case_says_what_it_is_about_and_has_an_owner()
    {
        Refused(CannotLog.NoSummary, Logging.Decide(Call with { Summary = " " }, Landlord.Rules, Mon14Apr));
        Refused(CannotLog.NoHandler, Logging.Decide(Call with { Handler = "" }, Landlord.Rules, Mon14Apr));
    }

    /// <summary>A complaint is not lost because nobody is there to have it.</summary>
    [Fact]
    public void What_a_resident_sends_counts_also_while_nobody_can_have_it()
    {
        var sent = Logging.Decide(Call with { Handler = null, SentByResident = true }, Landlord.Rules, Mon14Apr);

        Assert.Null(sent.Refusal);
        Assert.DoesNotContain(sent.Events, one => one is Assigned);
        var had = Logging.Decide(Call with { SentByResident = true }, Landlord.Rules, Mon14Apr);
        Assert.Contains(had.Events, one => one is Assigned);
    }

    [Fact]
    public void Half_a_definition_is_none() =>
        Refused(
            CannotLog.DefinitionIsIncomplete,
            Logging.Decide(Call with { Definition = "The roof leaks" }, Landlord.Rules, Mon14Apr)
        );

    [Fact]
    public void Where_the_landlord_has_no_procedure_the_code_of_the_day_holds()
    {
        DateOnly tue1Mar = new(2016, 3, 1);

        Assert.Equal("code", Landlord.Rules.InForce(CaseKind.Complaint, tue1Mar)?.Id);
    }
}
