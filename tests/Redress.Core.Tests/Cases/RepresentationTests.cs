using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>
/// D17: representatives act only inside recorded authority; without it the complaint still counts, and answers go to the
/// resident.
/// </summary>
public class RepresentationTests
{
    private const string Una = "una";

    [Fact]
    public void To_be_named_gives_nothing_and_moves_no_clock()
    {
        var about = ComplainantsTests.Defined();
        var before = CaseClocks.Of(about, Landlord.Rules, Wed16Apr).Select(clock => clock.Due).ToList();

        about.Then(Name(about).Events);

        var una = Assert.Single(about.Representatives);
        Assert.Equal(
            (Una, "p1", RepresentativeKind.FamilyOrFriend, Tue15Apr),
            (una.Person, una.For, una.Kind, una.NamedOn)
        );
        Assert.False(una.MayAct(Wed16Apr));
        Assert.Null(about.ReaderOf("p1", Wed16Apr));
        Assert.Equal(before, CaseClocks.Of(about, Landlord.Rules, Wed16Apr).Select(clock => clock.Due));
    }

    [Fact]
    public void Authority_recorded_once_serves_every_stage_until_it_is_ended()
    {
        var about = Authorised()
            .Then(
                new Acknowledged(Tue15Apr, 1),
                new Responded(Wed16Apr, 1, Finding.NotUpheld),
                new EscalationRequested(Thu17Apr, 1, "two-stages")
            );
        Assert.Equal(Una, about.ReaderOf("p1", Thu1May)?.Person);
        Assert.Equal("amira", about.Representatives[0].Authority?.RecordedBy);

        about.Then(Representation.End(about, Una, "Mrs Shaw rang.", Thu1May).Events);

        Assert.Equal(Una, about.ReaderOf("p1", Wed30Apr)?.Person);
        Assert.Null(about.ReaderOf("p1", Thu1May));
        Assert.False(about.Representatives[0].MayAct(Fri2May));
    }

    [Fact]
    public void It_holds_from_its_first_day_to_its_last_both_included()
    {
        var about = Named();
        about.Then(Authorise(about, Request with { From = Mon14Apr, Until = Thu17Apr }).Events);

        Assert.Equal(
            [false, true, true, false],
            new[] { Fri11Apr, Mon14Apr, Thu17Apr, Wed23Apr }.Select(about.Representatives[0].MayAct)
        );
    }

    [Fact]
    public void What_is_recorded_later_takes_the_place_of_what_was_before_and_letters_go_to_one()
    {
        var about = Authorised();
        about.Then(new RepresentativeNamed(Tue15Apr, "sol", "p1", RepresentativeKind.Solicitor));
        about.Then(Authorise(about, Request with { Person = "sol" }).Events);

        Assert.Equal("sol", about.ReaderOf("p1", Wed16Apr)?.Person);
        Assert.True(about.Representatives[0].MayAct(Wed16Apr));
        about.Then(Authorise(about, Request with { Person = "sol", Letters = false }).Events);
        Assert.Null(about.ReaderOf("p1", Wed16Apr));
    }

    [Fact]
    public void Whoever_acts_for_one_of_several_acts_for_nobody_once_that_one_complains_no_more()
    {
        var about = Authorised().Then(new ComplainantJoined(Tue15Apr, "p2"));
        Assert.Null(about.ReaderOf("p2", Wed16Apr));

        about.Then(new ComplainantLeft(Wed16Apr, "p1", WithdrawalMethod.Phone, Said));

        Assert.False(about.Representatives[0].MayAct(Wed16Apr));
    }

    [Fact]
    public void Who_is_named_is_known_and_acts_for_somebody_who_complains()
    {
        var about = ComplainantsTests.Defined();
        Refused(CannotNameRepresentative.NobodyKnown, Name(about, person: null));
        Refused(CannotNameRepresentative.NotAComplainant, Name(about, named: "p9"));
        Refused(CannotNameRepresentative.NobodyComplains, Name(Defined()));
        Refused(CannotNameRepresentative.NobodyChosen, Name(about.Then(new ComplainantJoined(Tue15Apr, "p2"))));
        Assert.Null(Name(about, named: "p2").Refusal);
    }

    [Fact]
    public void Authority_says_whose_it_is_what_it_covers_and_until_when()
    {
        var about = Named();
        Refused(CannotRecordAuthority.NotARepresentative, Authorise(about, Request with { Person = "p1" }));
        Refused(CannotRecordAuthority.NoScope, Authorise(about, Request with { Scope = " " }));
        Refused(CannotRecordAuthority.InTheFuture, Authorise(about, Request with { From = Thu17Apr }));
        Refused(CannotRecordAuthority.HasEnded, Authorise(about, Request with { Until = Tue15Apr }));
        Assert.Null(Authorise(about, Request with { Until = Wed16Apr }).Refusal);
        about.Then(new RepresentativeNamed(Tue15Apr, "sol", "p1", RepresentativeKind.Solicitor));
        Refused(CannotRecordAuthority.NobodyChosen, Authorise(about, Request with { Person = null }));
    }

    /// <summary>Ruling 17: that the constituent asked is enough for them, and for nobody else.</summary>
    [Fact]
    public void A_councillor_needs_no_form_and_an_advocate_does()
    {
        var about = Named();
        var asked = Request with { How = AuthorityMethod.ConstituentAsked, Person = null };
        Refused(CannotRecordAuthority.OnlyForMembers, Authorise(about, asked));
        about.Then(new RepresentativeNamed(Tue15Apr, "cllr", "p1", RepresentativeKind.MpOrCouncillor));

        about.Then(Authorise(about, asked with { Person = "cllr" }).Events);

        Assert.True(about.Representatives[1].MayAct(Wed16Apr));
    }

    [Fact]
    public void It_is_ended_with_a_reason_and_by_the_resident_without_one()
    {
        Refused(CannotEndAuthority.NotInForce, Representation.End(Named(), Una, "She rang.", Wed16Apr));
        Refused(CannotEndAuthority.NoReason, Representation.End(Authorised(), null, "", Wed16Apr));
        Refused(CannotEndAuthority.NotInForce, Representation.EndOwn(Authorised(), "p2", Una, Wed16Apr));
        Assert.Null(
            Only<AuthorityEnded, CannotEndAuthority>(Representation.EndOwn(Authorised(), "p1", Una, Wed16Apr)).Reason
        );
        var two = Authorised().Then(new RepresentativeNamed(Tue15Apr, "sol", "p1", RepresentativeKind.Solicitor));
        Assert.Null(Representation.End(two, null, "She rang.", Wed16Apr).Refusal);
        two.Then(Authorise(two, Request with { Person = "sol" }).Events);
        Refused(CannotEndAuthority.NobodyChosen, Representation.End(two, null, "She rang.", Wed16Apr));
    }

    [Fact]
    public void No_letter_is_written_to_whoever_may_not_act()
    {
        Refused(CannotWrite.NoAuthority, Write(Named()));
        Refused(CannotWrite.NotARepresentative, Writing.Decide(Authorised(), "p9", Channel.Letter, "Dear", Wed16Apr));
        Refused(CannotWrite.NoText, Writing.Decide(Authorised(), Una, Channel.Letter, " ", Wed16Apr));
        var letter = Only<LetterWritten, CannotWrite>(Write(Authorised()));
        Assert.Equal([new LetterCopy(Una, Channel.Letter)], letter.Copies);
        var usual = Only<LetterWritten, CannotWrite>(
            Writing.Decide(Named(), to: null, Channel.Letter, "Dear", Wed16Apr)
        );
        Assert.Null(usual.Copies);
    }

    [Fact]
    public void A_letter_to_them_that_waits_does_not_leave_once_they_may_not_act()
    {
        var about = Authorised();
        about.Then(Write(about).Events);
        Assert.Empty(Sending.MovedOn(about, Landlord.Rules, Wed16Apr));
        about.Then(new AuthorityEnded(Wed16Apr, Una));

        var number = about.Letters[0].Number;
        Assert.Equal(
            [new LetterFailed(Wed16Apr, number, LetterFailure.NoAuthority)],
            Sending.MovedOn(about, Landlord.Rules, Wed16Apr)
        );
        Refused(CannotSend.NoAuthority, Sending.Decide(about, number, Landlord.Rules, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NoAuthority, Sending.Reroute(about, number, Channel.Email, Landlord.Rules, Wed16Apr));
        about.Then(Sending.MovedOn(about, Landlord.Rules, Wed16Apr));
        Assert.True(about.Letters[0].IsOutOfDate);
        Assert.Empty(Sending.MovedOn(about, Landlord.Rules, Wed16Apr));

        // Paper that somebody has posted is gone.
        Assert.Equal(
            [new LetterSent(Wed16Apr, number)],
            Sending.Posted(about, number, Landlord.Rules, Wed16Apr, Wed16Apr).Events
        );
    }

    [Fact]
    public void Its_last_day_passes_and_nobody_does_anything()
    {
        var about = Named();
        about.Then(Authorise(about, Request with { Until = Thu17Apr }).Events);
        about.Then(Write(about).Events);

        Assert.Empty(Sending.MovedOn(about, Landlord.Rules, Thu17Apr));
        Assert.Single(Sending.MovedOn(about, Landlord.Rules, Wed23Apr));
    }

    [Fact]
    public void The_letter_that_asks_for_authority_goes_to_them_and_to_nobody_who_has_it()
    {
        var about = Named();
        about.Then(Ask(about).Events);
        var number = about.Letters[0].Number;
        Assert.Equal(MessageKind.AuthorityRequest, about.Letters[0].Kind);
        Assert.Equal(Una, Assert.Single(about.Letters[0].Copies).Person);
        Refused(CannotAskForAuthority.Waits, Ask(about));

        about.Then(Sending.Decide(about, number, Landlord.Rules, Wed16Apr, Wed16Apr).Events);

        Assert.Equal(Wed16Apr, about.Representatives[0].AskedOn);
        Refused(CannotAskForAuthority.NotARepresentative, Ask(Authorised()));
        Refused(
            CannotAskForAuthority.MayAct,
            Representation.Ask(Authorised(), Una, Channel.Letter, "May you?", Wed16Apr)
        );
        Refused(CannotAskForAuthority.NotARepresentative, Ask(ComplainantsTests.Defined()));
        var answered = Named();
        answered.Then(Ask(answered).Events);
        answered.Then(Authorise(answered, Request).Events);
        Assert.Equal(LetterFailure.CaseMovedOn, Failed(answered).Why);
    }

    [Fact]
    public void The_resident_is_told_themself_while_it_is_true()
    {
        var about = Authorised();
        var recorded = (AuthorityRecorded)about.History[^1].Event;
        about.Then(Representation.Notice(recorded, "p1", Channel.Letter, "Una may act for you.", Wed16Apr));
        Assert.Equal(("p1", MessageKind.AuthorityNotice), (about.Letters[0].Copies[0].Person, about.Letters[0].Kind));
        var ended = Case.Fold(about.Id, about.History).Then(new AuthorityEnded(Wed16Apr, Una));
        Assert.Equal(LetterFailure.CaseMovedOn, Failed(ended).Why);

        about.Then(Sending.Decide(about, about.Letters[0].Number, Landlord.Rules, Wed16Apr, Wed16Apr).Events);

        Assert.Equal(Wed16Apr, about.Representatives[0].ToldOn);
        about.Then(recorded);
        Assert.Null(about.Representatives[0].ToldOn);
    }

    private static AuthorityRequest Request =>
        new(Una, AuthorityMethod.SignedForm, "To speak and write for her.", Letters: true, Tue15Apr);

    private static LetterFailed Failed(Case of) => (LetterFailed)Sending.MovedOn(of, Landlord.Rules, Wed16Apr).Single();

    private static Case Named()
    {
        var about = ComplainantsTests.Defined();
        return about.Then(Name(about).Events);
    }

    private static Case Authorised()
    {
        var about = Named();
        return about.Then(Authorise(about, Request).Events);
    }

    private static Decision<CannotNameRepresentative> Name(Case of, string? person = Una, string? named = null) =>
        Representation.Name(of, person, named, RepresentativeKind.FamilyOrFriend, Tue15Apr);

    private static Decision<CannotRecordAuthority> Authorise(Case of, AuthorityRequest request) =>
        Representation.Authorise(of, request, "a1", Wed16Apr);

    private static Decision<CannotWrite> Write(Case of) =>
        Writing.Decide(of, Una, Channel.Letter, "Dear Una", Wed16Apr);

    private static Decision<CannotAskForAuthority> Ask(Case of) =>
        Representation.Ask(of, null, Channel.Letter, "May you?", Wed16Apr);
}
