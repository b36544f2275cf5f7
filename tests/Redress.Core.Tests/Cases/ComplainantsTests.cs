using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ComplainantsTests
{
    [Fact]
    public void Neighbours_join_and_the_clocks_stay_as_they_are()
    {
        var first = Defined();
        var before = CaseClocks.Of(first, Landlord.Rules, Wed16Apr).Select(clock => clock.Due).ToList();

        first.Then(Join(first, "p2").Events).Then(Join(first, "p3").Events);

        Assert.Equal(["p1", "p2", "p3"], first.Complainants);
        Assert.Equal("p1", first.ComplainantId);
        Assert.Equal(before, CaseClocks.Of(first, Landlord.Rules, Wed16Apr).Select(clock => clock.Due));
    }

    [Fact]
    public void Whoever_joins_may_be_confidential_alone()
    {
        var joined = Neighbours(confidential: true);

        Assert.Equal(["p2"], joined.Confidential);
    }

    [Fact]
    public void Who_joins_is_known_and_the_case_is_going_on_with_somebody_to_join()
    {
        Refused(CannotJoin.NobodyKnown, Join(Defined(), null));
        Refused(CannotJoin.IsOver, Join(Withdrawn(), "p2"));
        Refused(CannotJoin.InTheFuture, Join(Defined(), "p2", Thu17Apr));
        Refused(CannotJoin.BeforeReceipt, Join(Defined(), "p2", Fri11Apr));
        var anonymous = CaseOf(Histories.Received(Mon14Apr) with { Anonymous = true });
        Refused(CannotJoin.Anonymous, Join(anonymous, "p2"));
    }

    [Fact]
    public void One_who_withdraws_leaves_the_case_to_the_others_and_the_next_leads()
    {
        var left = Neighbours().Then(Leave(Neighbours(), "p1").Events);

        Assert.Equal((CaseStatus.Open, "p2"), (left.Status, left.ComplainantId));
        Assert.Equal(["p2"], left.Complainants);
        Refused(CannotLeave.OnlyOne, Leave(left, "p2"));
        Refused(CannotLeave.NotAComplainant, Leave(left, "p1"));
        Refused(CannotLeave.NoReason, Complainants.Leave(Neighbours(), "p1", Tue15Apr, Phone, " ", Wed16Apr));
        Refused(CannotLeave.InTheFuture, Complainants.Leave(Neighbours(), "p1", Thu17Apr, Phone, "No", Wed16Apr));
        Refused(CannotLeave.BeforeReceipt, Complainants.Leave(Neighbours(), "p1", Fri11Apr, Phone, "No", Wed16Apr));
    }

    [Fact]
    public void Another_of_them_may_lead()
    {
        var led = Neighbours();

        led.Then(Only<LeadComplainantChanged, CannotLead>(Complainants.Lead(led, "p2", Wed16Apr)));

        Assert.Equal("p2", led.ComplainantId);
        Refused(CannotLead.LeadsAlready, Complainants.Lead(led, "p2", Wed16Apr));
        Refused(CannotLead.NotAComplainant, Complainants.Lead(led, "p9", Wed16Apr));
    }

    [Fact]
    public void A_letter_to_several_has_left_on_the_day_the_last_copy_does()
    {
        var written = Written();

        written.Then(Only<LetterCopySent, CannotSend>(Sent(written, "p1", Thu17Apr)));
        Assert.Null(written.CurrentStage.AcknowledgedOn);
        Refused(CannotSend.NotWaiting, Sent(written, "p1", Thu17Apr));

        // Posted the day before the other was mailed, and marked only now.
        written.Then(Sent(written, "p2", Wed16Apr).Events);

        Assert.Equal(Thu17Apr, written.CurrentStage.AcknowledgedOn);
        Assert.Empty(written.Letters);
        Assert.Equal(Thu17Apr, Assert.IsType<LetterSent>(written.History[^1].Event).On);
    }

    [Fact]
    public void All_that_wait_may_be_posted_at_once()
    {
        var written = Written();

        written.Then(Sent(written, null, Wed16Apr).Events);

        Assert.Equal((Wed16Apr, 0), (written.CurrentStage.AcknowledgedOn, written.Letters.Count));
    }

    [Fact]
    public void A_copy_that_cannot_leave_goes_another_way_and_the_others_wait_as_they_did()
    {
        var written = Written();
        var letter = written.Letters[0].Number;

        written.Then(Sending.Fail(written, letter, LetterFailure.AddressRefused, null, Wed16Apr, "p1").Events);
        Assert.Equal(LetterFailure.AddressRefused, written.Letters[0].Failure);
        written.Then(Sending.Reroute(written, letter, Channel.Letter, Landlord.Rules, Wed16Apr).Events);

        var waiting = written.Letters[0];
        Assert.Null(waiting.Failure);
        Assert.True(waiting.Waits("p1", Channel.Letter) && waiting.Waits("p2", Channel.Email));
        written.Then(Sending.Reroute(written, letter, Channel.Letter, Landlord.Rules, Wed16Apr).Events);
        Assert.True(written.Letters[0].Waits("p2", Channel.Letter));
    }

    [Fact]
    public void To_be_mailed_after_all_are_those_who_can_be_and_the_others_go_by_post()
    {
        var written = Written();
        var letter = written.Letters[0].Number;
        var mailed = Sending.Reroute(written, letter, Channel.Email, Landlord.Rules, Wed16Apr).Events;

        written.Then(Writing.ToEach(written, mailed, Mailable("p1")));

        Assert.True(written.Letters[0].Waits("p1", Channel.Email) && written.Letters[0].Waits("p2", Channel.Letter));
        written.Then(Sending.Fail(written, letter, LetterFailure.AddressRefused, null, Wed16Apr, "p1").Events);
        written.Then(Writing.ToEach(written, mailed, Mailable()));
        Assert.Equal([("p1", Channel.Letter)], Rerouted(written));
        Assert.Null(written.Letters[0].Failure);
        Assert.All(
            written.Letters[0].Copies,
            copy => Assert.Equal((Channel.Letter, null), (copy.Channel, copy.Failure))
        );
    }

    private static IEnumerable<(string, Channel)> Rerouted(Case written) =>
        ((LetterRerouted)written.History[^1].Event).Copies!.Select(copy => (copy.Person, copy.Channel));

    [Fact]
    public void A_letter_to_one_is_theirs_whoever_leads_once_it_leaves()
    {
        var one = Defined();
        var written = Acknowledgement.Decide(one, new(null, Channel.Letter, "Dear", true), Landlord.Rules, Wed16Apr);
        one.Then(Stored(Writing.ToEach(one, written.Events, Mailable())));
        one.Then(new ComplainantJoined(Wed16Apr, "p2"), new LeadComplainantChanged(Wed16Apr, "p2"));

        var letter = Assert.Single(one.Letters);
        Assert.True(letter.IsToOne && letter.Waits("p1", Channel.Letter));
        Assert.Empty(Sending.MovedOn(one, Landlord.Rules, Wed16Apr));
        Assert.Contains(letter.Number, Messages.ForResident(Sent(one), "p1").Select(message => message.Number));
        Assert.DoesNotContain(letter.Number, Messages.ForResident(one, "p2").Select(message => message.Number));
        Assert.Contains(letter.Number, Messages.ForResident(one, null).Select(message => message.Number));

        static Case Sent(Case one) => one.Then(ComplainantsTests.Sent(one, null, Thu17Apr).Events);
    }

    [Fact]
    public void A_letter_to_somebody_who_complains_no_more_says_nothing_to_those_who_do()
    {
        var one = Defined();
        var written = Acknowledgement.Decide(one, new(null, Channel.Letter, "Dear", true), Landlord.Rules, Wed16Apr);
        one.Then(Stored(Writing.ToEach(one, written.Events, Mailable())));
        one.Then(new ComplainantJoined(Wed16Apr, "p2"));
        one.Then(new ComplainantLeft(Thu17Apr, "p1", Phone, Said));

        Assert.Single(Sending.MovedOn(one, Landlord.Rules, Thu17Apr));
    }

    [Fact]
    public void A_letter_to_one_is_posted_also_where_it_was_to_be_mailed()
    {
        var one = Defined();
        var written = Acknowledgement.Decide(one, new(null, Channel.Email, "Dear", true), Landlord.Rules, Wed16Apr);
        one.Then(Stored(Writing.ToEach(one, written.Events, Mailable("p1"))));

        one.Then(Sending.Posted(one, one.Letters[0].Number, Landlord.Rules, Wed16Apr, Thu17Apr).Events);

        Assert.Equal(Wed16Apr, one.CurrentStage.AcknowledgedOn);
    }

    [Fact]
    public void Posted_are_the_copies_that_wait_for_the_post_and_no_others()
    {
        var written = Written();
        var letter = written.Letters[0].Number;
        Assert.Equal(
            CannotSend.NoneToPost,
            Sending.Posted(written, letter, Landlord.Rules, Wed16Apr, Thu17Apr).Refusal
        );
        written.Then(Sending.Fail(written, letter, LetterFailure.AddressRefused, null, Wed16Apr, "p1").Events);
        written.Then(Sending.Reroute(written, letter, Channel.Letter, Landlord.Rules, Wed16Apr).Events);
        Assert.Equal(
            CannotSend.SentInTheFuture,
            Sending.Posted(written, letter, Landlord.Rules, Thu17Apr.AddDays(1), Thu17Apr).Refusal
        );

        written.Then(Sending.Posted(written, letter, Landlord.Rules, Wed16Apr, Thu17Apr).Events);
        Assert.Equal("p2", Assert.Single(Assert.Single(written.Letters).Copies).Person);
        Assert.Null(written.CurrentStage.AcknowledgedOn);

        written.Then(Sending.Reroute(written, letter, Channel.Letter, Landlord.Rules, Thu17Apr).Events);
        written.Then(Sending.Posted(written, letter, Landlord.Rules, Thu17Apr, Thu17Apr).Events);
        Assert.Empty(written.Letters);
        Assert.Equal(Thu17Apr, written.CurrentStage.AcknowledgedOn);
    }

    [Fact]
    public void One_whose_copy_left_is_done_with_while_another_copy_fails()
    {
        var written = Written();
        var letter = written.Letters[0].Number;
        written.Then(Sending.Fail(written, letter, LetterFailure.AddressRefused, null, Wed16Apr, "p1").Events);

        written.Then(Sent(written, "p2", Wed16Apr).Events);
        Assert.Equal(LetterFailure.AddressRefused, written.Letters[0].Failure);
        written.Then(Sent(written, "p1", Wed16Apr).Events);

        Assert.Equal(Wed16Apr, written.CurrentStage.AcknowledgedOn);
    }

    [Fact]
    public void Whoever_joined_reads_their_own_words_and_what_was_written_to_them_or_since()
    {
        var course = CaseOf(Histories.Received(Mon14Apr) with { ComplainantId = "p1", Summary = Said })
            .Then(new LetterWritten(Mon14Apr, Channel.Letter, Said), new LetterSent(Mon14Apr, 2))
            .Then(new ComplainantJoined(Tue15Apr, "p2"))
            .Then(new MessageReceived(Tue15Apr, Channel.WebForm, Said, Person: "p1"))
            .Then(new MessageReceived(Tue15Apr, Channel.WebForm, Said, Person: "p2"))
            .Then(new MessageReceived(Tue15Apr, Channel.Phone, Said))
            .Then(new LetterWritten(Tue15Apr, Channel.Letter, Said, Copies: [new("p2", Channel.Letter)]))
            .Then(new LetterSent(Tue15Apr, 8))
            .Then(new Acknowledged(Wed16Apr, 1, Channel.Email, Said));

        Assert.Equal([1, 2, 5, 7, 10], Messages.ForResident(course, "p1").Select(message => message.Number));
        Assert.Equal([6, 8, 10], Messages.ForResident(course, "p2").Select(message => message.Number));
        Assert.True(Messages.BeganWith(course, "p1") && !Messages.BeganWith(course, "p2"));
    }

    private const WithdrawalMethod Phone = WithdrawalMethod.Phone;

    internal static Case Defined() =>
        CaseOf(
            Histories.Received(Mon14Apr) with
            {
                ComplainantId = "p1",
            },
            new Logged(Mon14Apr),
            new Assigned(Mon14Apr, 1, "amira"),
            new Defined(Mon14Apr, Said, Said)
        );

    private static Case Neighbours(bool confidential = false)
    {
        var first = Defined();
        return first.Then(Complainants.Join(first, "p2", Tue15Apr, confidential, Wed16Apr).Events);
    }

    /// <summary>An acknowledgement to two, one by mail and one too.</summary>
    private static Case Written()
    {
        var two = Neighbours();
        var written = Acknowledgement.Decide(
            two,
            new(null, Channel.Email, "Dear resident", NamesHandler: true),
            Landlord.Rules,
            Wed16Apr
        );
        var copies = Writing.ToEach(two, written.Events, Mailable("p1", "p2"));
        return two.Then(Stored(copies));
    }

    private static IEnumerable<CaseEvent> Stored(IEnumerable<CaseEvent> events) =>
        events.Select(happened => happened.WithWords(words => words.Store("w2", [1])));

    /// <summary>Which of both can be mailed.</summary>
    private static Dictionary<string, bool> Mailable(params string[] people) =>
        new() { ["p1"] = people.Contains("p1"), ["p2"] = people.Contains("p2") };

    private static Decision<CannotSend> Sent(Case written, string? person, DateOnly on) =>
        Sending.Decide(written, written.Letters[0].Number, Landlord.Rules, on, Thu17Apr, person);

    private static Decision<CannotJoin> Join(Case joined, string? person, DateOnly? on = null) =>
        Complainants.Join(joined, person, on ?? Tue15Apr, confidential: false, Wed16Apr);

    private static Decision<CannotLeave> Leave(Case left, string person) =>
        Complainants.Leave(left, person, Tue15Apr, Phone, "She does not mind any more.", Wed16Apr);
}
