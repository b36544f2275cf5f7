using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>Both sides are heard before something is found against a member of staff, or it says why not.</summary>
public class FairHearingTests
{
    private static readonly DateOnly Tue22Apr = new(2025, 4, 22);
    private static readonly DateOnly Thu24Apr = new(2025, 4, 24);
    private static readonly ResponseRequest Upheld = new(null, Channel.Email, "We are sorry.", Finding.Upheld)
    {
        WithoutAdvice = true,
    };

    [Fact]
    public void Nothing_is_found_against_them_before_they_had_their_chance()
    {
        Refused(CannotRespond.SubjectNotHeard, On(Wed16Apr, StatementsTests.Confirmed()));
        Refused(CannotRespond.SubjectNotHeard, On(Wed23Apr, StatementsTests.Asked()));
        Refused(
            CannotRespond.SubjectNotHeard,
            On(Wed23Apr, StatementsTests.Asked(), Upheld with { Outcome = Finding.PartlyUpheld })
        );
        var point = StatementsTests.Asked().Then(new PointRaised(Tue15Apr, 1, Said));
        point.Then(new PointDecided(Wed16Apr, 1, Finding.PartlyUpheld, Said));
        Refused(CannotRespond.SubjectNotHeard, On(Wed23Apr, point, Upheld with { Outcome = Finding.NotUpheld }));

        Goes(On(Wed23Apr, StatementsTests.Asked(), Upheld with { Outcome = Finding.NotUpheld }));
        Goes(On(Wed23Apr, StatementsTests.Asked().Then(new StatementGiven(Tue22Apr, 1, Said))));
        Goes(On(Wed23Apr, StatementsTests.Asked().Then(new StatementWaived(Tue22Apr, 1))));
        Goes(On(Thu24Apr, StatementsTests.Asked()));
    }

    [Fact]
    public void What_was_withdrawn_before_they_answered_was_no_chance()
    {
        var withdrawn = new StatementWithdrawn(Tue22Apr, 1, StatementWithdrawal.NotNeeded, Said);

        Refused(CannotRespond.SubjectNotHeard, On(Thu24Apr, StatementsTests.Asked().Then(withdrawn)));
        Goes(On(Thu24Apr, StatementsTests.Asked().Then(new StatementGiven(Tue22Apr, 1, Said), withdrawn)));
    }

    [Fact]
    public void It_is_judged_on_the_day_the_answer_was_sent()
    {
        var heard = StatementsTests.Asked().Then(new StatementGiven(Wed23Apr, 1, Said));

        Refused(CannotRespond.SubjectNotHeard, On(Thu24Apr, heard, Upheld with { SentOn = Tue22Apr }));
        Goes(On(Thu24Apr, heard, Upheld with { SentOn = Wed23Apr }));
    }

    [Fact]
    public void Who_answers_goes_on_with_a_reason_which_is_recorded_and_nobody_else_need_agree()
    {
        var unheard = Upheld with { Unheard = "He is on long leave" };

        Refused(
            CannotRespond.SubjectNotHeard,
            On(Wed16Apr, StatementsTests.Confirmed(), unheard with { Unheard = " " })
        );
        var answer = Goes(On(Wed16Apr, StatementsTests.Confirmed(), unheard));
        Assert.Equal("He is on long leave", answer.Unheard!.Text);

        // A reason that is not needed is none.
        Assert.Null(Goes(On(Thu24Apr, StatementsTests.Asked(), unheard)).Unheard);
    }

    [Fact]
    public void Of_nobody_or_of_somebody_on_whom_only_one_agrees_nothing_is_asked()
    {
        Goes(On(Wed16Apr, Acknowledged()));
        Goes(On(Wed16Apr, Acknowledged().Then(new SubjectNamed(Tue15Apr, "ben", Said))));
    }

    [Fact]
    public void The_resident_is_heard_too()
    {
        var about = Heard();
        Refused(CannotRespond.ResidentNotHeard, On(Tue22Apr, about));
        Assert.NotNull(Goes(On(Tue22Apr, about, Upheld with { Unheard = "She asked for an answer today" })).Unheard);

        // The acknowledgement left on Tuesday: Wednesday, Thursday and the Tuesday after Easter are theirs.
        Goes(On(Wed23Apr, about));
        CaseEvent[] theirs =
        [
            new Contacted(Wed16Apr, 1, ContactMethod.Phone, ContactResult.Spoke),
            new ContactDeclined(Wed16Apr, 1),
            new MessageReceived(Wed16Apr, Channel.Email, Said, []),
            new DefinitionAgreed(Wed16Apr),
            new DefinitionDisputed(Wed16Apr, Said),
        ];
        Assert.All(theirs, one => Goes(On(Tue22Apr, Heard().Then(one))));
        var voicemail = new Contacted(Wed16Apr, 1, ContactMethod.Phone, ContactResult.Voicemail);
        Refused(CannotRespond.ResidentNotHeard, On(Tue22Apr, Heard().Then(voicemail)));
        Goes(On(Tue22Apr, Heard().Then(new ComplainantLeft(Wed16Apr, "p1", WithdrawalMethod.Phone, Said))));
    }

    /// <summary>Ben has been heard, and somebody known complains.</summary>
    private static Case Heard() =>
        StatementsTests.Asked().Then(new ComplainantJoined(Mon14Apr, "p1"), new StatementWaived(Wed16Apr, 1));

    private static Decision<CannotRespond> On(DateOnly today, Case answered, ResponseRequest? request = null) =>
        Response.Decide(answered, request ?? Upheld, "amira", Landlord.Rules, today);

    private static Responded Goes(Decision<CannotRespond> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Select(one => one as Responded ?? (Responded)((LetterWritten)one).Means!).Single();
    }
}
