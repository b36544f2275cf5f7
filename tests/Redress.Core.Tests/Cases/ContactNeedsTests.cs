using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>D8: what must not be done to reach somebody is not done, in any way a letter leaves.</summary>
public class ContactNeedsTests
{
    [Fact]
    public void What_is_recorded_last_holds_and_nothing_takes_it_away()
    {
        var about = ComplainantsTests.Defined();
        about.Then(Record(about, new Never(Phone: true), "Text first", LetterFormat.LargePrint).Events);
        about.Then(Record(about, new Never(Phone: true, Visit: true), what: null).Events);

        var needs = Assert.Single(about.Needs);
        Assert.Equal((LetterFormat.Standard, new Never(Phone: true, Visit: true)), (needs.Format, needs.Never));
        about.Then(Record(about, new Never(), what: null).Events);
        Assert.Empty(about.Needs);
        Refused(CannotRecordNeeds.NothingSaid, Record(about, new Never(), " "));
    }

    [Fact]
    public void Anybody_forbids_a_way_and_not_anybody_allows_it_again()
    {
        var about = ComplainantsTests.Defined();
        about.Then(Record(about, new Never(Voicemail: true, Email: true), what: null, mayAllow: false).Events);

        Refused(CannotRecordNeeds.AllowsAgain, Record(about, new Never(Voicemail: true), "Text", mayAllow: false));
        Assert.Null(Record(about, new Never(Voicemail: true, Email: true, Post: true), null, mayAllow: false).Refusal);
        Assert.Null(Record(about, new Never(), what: null, mayAllow: true).Refusal);
    }

    [Fact]
    public void It_is_about_somebody_in_the_case()
    {
        var about = ComplainantsTests.Defined().Then(new ComplainantJoined(Tue15Apr, "p2"));
        Refused(CannotRecordNeeds.NobodyChosen, Record(about, new Never(Phone: true), null, person: null));
        Refused(CannotRecordNeeds.NotInTheCase, Record(about, new Never(Phone: true), null, person: "p9"));
        Refused(CannotRecordNeeds.NotInTheCase, Record(Defined(), new Never(Phone: true), null, person: null));
    }

    /// <summary>The table of rules and channels: a letter waits to leave, and a rule comes between.</summary>
    [Theory]
    [InlineData(Channel.Email, true, false, true)]
    [InlineData(Channel.Email, false, true, false)]
    [InlineData(Channel.Email, true, true, true)]
    [InlineData(Channel.Letter, true, false, false)]
    [InlineData(Channel.Letter, false, true, true)]
    [InlineData(Channel.Letter, true, true, true)]
    [InlineData(Channel.Letter, false, false, false)]
    public void A_letter_is_stopped_by_what_forbids_its_way_and_by_nothing_else(
        Channel channel,
        bool noEmail,
        bool noPost,
        bool stopped
    )
    {
        var about = Waiting(channel);
        Assert.False(RecordingNeeds.Forbid(about, "p1", MessageKind.Message, channel, Wed16Apr));
        about.Then(
            new ContactNeedsRecorded(
                Wed16Apr,
                "p1",
                LetterFormat.Standard,
                new Never(Phone: true, Voicemail: true, Email: noEmail, Post: noPost, Visit: true)
            )
        );
        var number = about.Letters[0].Number;

        Assert.Equal(
            stopped ? [new LetterFailed(Wed16Apr, number, LetterFailure.NotSafe, Person: "p1")] : [],
            Sending.MovedOn(about, Landlord.Rules, Wed16Apr)
        );
        Assert.Equal(
            stopped ? CannotSend.NotSafe : null,
            Sending.Decide(about, number, Landlord.Rules, Wed16Apr, Wed16Apr, "p1").Refusal
        );
        Assert.Equal(
            stopped ? CannotSend.NotSafe : null,
            Sending.Reroute(about, number, channel, Landlord.Rules, Wed16Apr).Refusal
        );
        Assert.Equal(stopped, RecordingNeeds.ForbidAll(about, ["p1"], MessageKind.Message, channel, Wed16Apr));
        about.Then(Sending.MovedOn(about, Landlord.Rules, Wed16Apr));
        Assert.Empty(Sending.MovedOn(about, Landlord.Rules, Wed16Apr));
    }

    [Fact]
    public void Of_several_whoever_must_not_be_emailed_is_posted_to()
    {
        var about = ComplainantsTests
            .Defined()
            .Then(
                new ComplainantJoined(Tue15Apr, "p2"),
                new ContactNeedsRecorded(Wed16Apr, "p2", LetterFormat.Standard, new Never(Email: true))
            );

        Assert.False(RecordingNeeds.ForbidAll(about, ["p1", "p2"], MessageKind.Message, Channel.Email, Wed16Apr));
        about.Then(new ContactNeedsRecorded(Wed16Apr, "p2", LetterFormat.Standard, new Never(Email: true, Post: true)));
        Assert.True(RecordingNeeds.ForbidAll(about, ["p1", "p2"], MessageKind.Message, Channel.Email, Wed16Apr));
    }

    /// <summary>What counts is what is recorded of whoever reads the letter.</summary>
    [Fact]
    public void Whoever_reads_the_letters_in_their_stead_may_be_reached_as_they_may()
    {
        var about = ComplainantsTests
            .Defined()
            .Then(
                new RepresentativeNamed(Tue15Apr, "una", "p1", RepresentativeKind.Advocate),
                new AuthorityRecorded(Tue15Apr, "una", "a1", AuthorityMethod.Phone, Said, Letters: true),
                new ContactNeedsRecorded(Wed16Apr, "p1", LetterFormat.Standard, new Never(Email: true)),
                new ContactNeedsRecorded(Wed16Apr, "una", LetterFormat.Standard, new Never(Post: true))
            );

        Assert.False(RecordingNeeds.Forbid(about, "p1", MessageKind.Response, Channel.Email, Wed16Apr));
        Assert.True(RecordingNeeds.Forbid(about, "p1", MessageKind.Response, Channel.Letter, Wed16Apr));
        Assert.True(RecordingNeeds.Forbid(about, "p1", MessageKind.AuthorityNotice, Channel.Email, Wed16Apr));
    }

    [Theory]
    [InlineData(true, false, false, Channel.Email)]
    [InlineData(true, true, false, Channel.Letter)]
    [InlineData(false, false, false, Channel.Letter)]
    [InlineData(true, false, true, Channel.Email)]
    [InlineData(false, false, true, null)]
    [InlineData(true, true, true, null)]
    public void A_letter_that_is_written_by_itself_goes_a_way_that_may_be_used(
        bool hasEmail,
        bool noEmail,
        bool noPost,
        Channel? way
    )
    {
        var about = ComplainantsTests
            .Defined()
            .Then(
                new ContactNeedsRecorded(Wed16Apr, "p1", LetterFormat.Standard, new Never(Email: noEmail, Post: noPost))
            );

        Assert.Equal(way, RecordingNeeds.WayTo(about, "p1", hasEmail));
    }

    private static Case Waiting(Channel channel) =>
        ComplainantsTests
            .Defined()
            .Then(
                new LetterWritten(
                    Tue15Apr,
                    channel,
                    Words.Of("Dear Mrs Shaw").Store("w1", [1]),
                    Copies: [new LetterCopy("p1", channel)]
                )
            );

    private static Decision<CannotRecordNeeds> Record(
        Case of,
        Never never,
        string? what,
        LetterFormat format = LetterFormat.Standard,
        bool mayAllow = true,
        string? person = "p1"
    ) => RecordingNeeds.Decide(of, new(person, format, never, What: what), mayAllow, Wed16Apr);
}
