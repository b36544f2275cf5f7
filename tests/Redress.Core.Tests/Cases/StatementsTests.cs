using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>The subject answers only through a request that holds what was released one by one: rule D2.</summary>
public class StatementsTests
{
    private static readonly DateOnly Tue22Apr = new(2025, 4, 22);
    private static readonly DateOnly Thu24Apr = new(2025, 4, 24);

    private static readonly StatementRequest Request = new(
        "s1",
        "ben",
        "Did you raise your voice?",
        ["He shouted at me on the stairs.", " ", null, "My neighbour heard it."],
        "Your union, or occupational health"
    );

    [Fact]
    public void They_have_three_working_days_and_read_what_was_copied_for_them()
    {
        var about = Confirmed();

        var asked = Only<StatementRequested, CannotAskStatement>(Ask(about, Request));
        about.Then(asked);

        // Good Friday and Easter Monday lie between.
        Assert.Equal(("ben", "s1", 1, Wed16Apr, Wed23Apr), Named(asked));
        Assert.Equal("Did you raise your voice?", asked.Questions.Text);
        Assert.Equal(
            ["He shouted at me on the stairs.", "My neighbour heard it."],
            asked.Extracts.Select(extract => extract.Text)
        );
        var statement = Assert.Single(about.Statements);
        Assert.Equal((1, "amira", StatementState.Awaited), (statement.Number, statement.AskedBy, statement.State));
        Assert.Equal("Your union, or occupational health", statement.Support.Text);
    }

    [Fact]
    public void Only_a_subject_on_whom_two_people_agree_is_asked_and_once_at_a_time()
    {
        var named = Acknowledged().Then(new SubjectNamed(Tue15Apr, "ben", Said));
        Refused(CannotAskStatement.NotConfirmed, Ask(named, Request));
        var about = Confirmed();
        Refused(CannotAskStatement.NotASubject, Ask(about, Request with { Person = "cora" }));
        Refused(CannotAskStatement.NotASubject, Ask(about, Request with { Person = null }));

        about.Then(Ask(about, Request).Events);
        Refused(CannotAskStatement.AlreadyAsked, Ask(about, Request with { Request = "s2" }));
        about.Then(new StatementWithdrawn(Wed16Apr, 1, StatementWithdrawal.NotNeeded, Said));
        Assert.Equal(2, Only<StatementRequested, CannotAskStatement>(Ask(about, Request)).Statement);
    }

    [Fact]
    public void It_says_what_is_asked_and_what_support_is_offered()
    {
        Refused(CannotAskStatement.NothingAsked, Ask(Confirmed(), Request with { Questions = " " }));
        Refused(CannotAskStatement.NoSupport, Ask(Confirmed(), Request with { Support = null }));
        Only<StatementRequested, CannotAskStatement>(Ask(Confirmed(), Request with { Extracts = [] }));
    }

    [Theory]
    [InlineData("In r-1 she says so.", CannotAskStatement.GivesTheReference)]
    [InlineData("Mrs Shaw says so.", CannotAskStatement.GivesAName)]
    [InlineData("SHAW", null)]
    [InlineData("It is in Shawfield Road.", null)]
    public void Neither_the_reference_nor_a_name_slips_in(string extract, CannotAskStatement? refusal)
    {
        var request = Request with { Extracts = [extract], Names = ["Mrs Ada Shaw", "Jo", ""] };

        Assert.Equal(refusal, Ask(Confirmed(), request).Refusal);
        Assert.Equal(refusal, Ask(Confirmed(), request with { Extracts = [], Questions = extract }).Refusal);
        Assert.Equal(refusal, Ask(Confirmed(), request with { Extracts = [], Support = extract }).Refusal);
    }

    [Fact]
    public void A_name_is_released_where_that_is_meant() =>
        Only<StatementRequested, CannotAskStatement>(
            Ask(Confirmed(), Request with { Extracts = ["Mrs Shaw"], Names = ["Mrs Shaw"], ReleasesNames = true })
        );

    [Fact]
    public void Nobody_is_asked_once_it_is_answered_or_over_or_beyond_the_calendar()
    {
        var answered = Confirmed().Then(new Responded(Wed16Apr, 1));
        Refused(CannotAskStatement.AlreadyAnswered, Ask(answered, Request));
        Refused(CannotAskStatement.CaseIsOver, Ask(Confirmed().Then(new Withdrawn(Wed16Apr)), Request));
        var last = Landlord.Calendar.Last;
        Refused(CannotAskStatement.BeyondTheCalendar, Statements.Ask(Confirmed(), Request, Landlord.Rules, last));
    }

    [Fact]
    public void What_they_said_stays_and_more_is_added_until_the_answer_is_sent()
    {
        var about = Asked();
        Refused(CannotAnswerStatement.NothingSaid, Give(about, " "));
        about.Then("ben", Only<StatementGiven, CannotAnswerStatement>(Give(about, "I did not.")));
        about.Then("ben", Only<StatementGiven, CannotAnswerStatement>(Give(about, "Nor later.")));

        var statement = Assert.Single(about.Statements);
        Assert.Equal((StatementState.Given, Tue22Apr), (statement.State, statement.AnsweredOn));
        Assert.Equal(["I did not.", "Nor later."], statement.Said.Select(said => said.Text));
        Refused(CannotAnswerStatement.AlreadyAnswered, Statements.Waive(about, "s1", "ben", Tue22Apr));

        about.Then(new Responded(Tue22Apr, 1));
        Refused(CannotAnswerStatement.NoLongerAsked, Give(about, "One thing more."));
    }

    [Fact]
    public void Nobody_else_answers_it_and_by_no_other_name()
    {
        var about = Asked();

        Refused(CannotAnswerStatement.NoSuchRequest, Statements.Give(about, "s1", "amira", "Mine", Tue22Apr));
        Refused(CannotAnswerStatement.NoSuchRequest, Statements.Give(about, "s2", "ben", "Mine", Tue22Apr));
        Refused(CannotAnswerStatement.NoSuchRequest, Statements.Waive(about, "s1", "amira", Tue22Apr));
    }

    [Fact]
    public void They_may_have_nothing_to_say_and_think_better_of_it()
    {
        var about = Asked();
        about.Then("ben", Only<StatementWaived, CannotAnswerStatement>(Statements.Waive(about, "s1", "ben", Tue22Apr)));
        Assert.Equal(
            (StatementState.NothingToSay, Tue22Apr),
            (about.Statements[0].State, about.Statements[0].AnsweredOn)
        );
        Refused(CannotAnswerStatement.AlreadyAnswered, Statements.Waive(about, "s1", "ben", Tue22Apr));

        about.Then("ben", Give(about, "After all.").Events);
        Assert.Equal(StatementState.Given, about.Statements[0].State);
    }

    [Fact]
    public void Once_their_days_have_passed_the_record_says_so_and_they_may_still_answer()
    {
        var about = Asked();
        Assert.Empty(Statements.Passed(about, Wed23Apr));

        about.Then(Statements.Passed(about, Thu24Apr));

        Assert.Equal((StatementState.NotAnswered, null), (about.Statements[0].State, about.Statements[0].AnsweredOn));
        Assert.Empty(Statements.Passed(about, Thu24Apr));
        Only<StatementGiven, CannotAnswerStatement>(Statements.Give(about, "s1", "ben", "Sorry.", Thu24Apr));
    }

    [Fact]
    public void It_is_withdrawn_with_a_reason_and_with_the_subject()
    {
        var about = Asked();
        Refused(CannotAnswerStatement.NoSuchRequest, Statements.Withdraw(about, 2, "Wrong", Tue22Apr));
        Refused(CannotAnswerStatement.NothingSaid, Statements.Withdraw(about, 1, "", Tue22Apr));
        about.Then(Statements.Withdraw(about, 1, "It named her", Tue22Apr).Events);
        Refused(CannotAnswerStatement.NoLongerAsked, Give(about, "I did not."));
        Refused(CannotAnswerStatement.NoLongerAsked, Statements.Withdraw(about, 1, "Again", Tue22Apr));

        var cleared = Subjects.Clear(Asked(), "ben", "Another Ben", Tue22Apr);
        Assert.Equal(
            [
                new SubjectCleared(Tue22Apr, "ben", ((SubjectCleared)cleared.Events[0]).Reason),
                new StatementWithdrawn(Tue22Apr, 1, StatementWithdrawal.SubjectCleared),
            ],
            cleared.Events
        );
        Assert.Empty(Statements.WithdrawnOf(about, "ben", StatementWithdrawal.AccountDisabled, Tue22Apr));
        Assert.Empty(Statements.WithdrawnOf(Asked(), "cora", StatementWithdrawal.AccountDisabled, Tue22Apr));
    }

    [Fact]
    public void No_clock_waits_for_it()
    {
        var asked = CaseClocks.Of(Asked(), Landlord.Rules, Thu1May);
        var never = CaseClocks.Of(Confirmed(), Landlord.Rules, Thu1May);

        Assert.Equal(never.Select(clock => (clock.Duty, clock.Due)), asked.Select(clock => (clock.Duty, clock.Due)));
    }

    [Fact]
    public void Asked_for_the_next_stage_early_they_can_still_answer_until_that_is_answered()
    {
        var about = Asked().Then(new EscalationRequested(Tue22Apr, 1, "two-stages"));
        Only<StatementGiven, CannotAnswerStatement>(Give(about, "I did not."));

        about.Then(new Responded(Tue22Apr, 2));
        Refused(CannotAnswerStatement.NoLongerAsked, Give(about, "I did not."));
    }

    private static (string, string, int, DateOnly, DateOnly) Named(StatementRequested asked) =>
        (asked.Person, asked.Request, asked.Statement, asked.On, asked.AnswerBy);

    private static Decision<CannotAskStatement> Ask(Case about, StatementRequest request) =>
        Statements.Ask(about, request, Landlord.Rules, Wed16Apr);

    private static Decision<CannotAnswerStatement> Give(Case about, string text) =>
        Statements.Give(about, "s1", "ben", text, Tue22Apr);

    /// <summary>Acknowledged on Tuesday, about Ben, on whom two people agree.</summary>
    internal static Case Confirmed() =>
        Acknowledged().Then(new SubjectNamed(Tue15Apr, "ben", Said), new SubjectConfirmed(Tue15Apr, "ben"));

    /// <summary>Ben was asked on Wednesday, and has until the Wednesday after Easter.</summary>
    internal static Case Asked() =>
        Confirmed().Then(new StatementRequested(Wed16Apr, 1, 1, "s1", "ben", Said, [Said], Said, Wed23Apr));
}
