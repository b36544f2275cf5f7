using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ServiceRequestAgreementTests
{
    private static readonly AgreedServiceRequest Agreed = new(
        "p1",
        Tue15Apr,
        Channel.Phone,
        "I only want the tap mended.",
        "Mend the tap.",
        "Repairs"
    )
    {
        SentOn = Wed16Apr,
        Channel = Channel.Letter,
        Letter = "Dear Mrs Shaw",
        KeepsTheRight = true,
        GivesOmbudsman = true,
    };

    [Fact]
    public void It_says_who_agreed_how_when_and_in_what_words()
    {
        var complaint = Complaint();

        var happened = Only<ServiceRequestAgreed, CannotAgreeServiceRequest>(Decide(complaint));

        Assert.Equal(
            (Wed16Apr, Tue15Apr, "p1", Channel.Phone, "I only want the tap mended.", "Mend the tap.", "Repairs"),
            (
                happened.On,
                happened.AgreedOn,
                happened.AgreedBy,
                happened.How,
                happened.Said.Text,
                happened.About.Text,
                happened.Service
            )
        );
        complaint.Then(happened);
        Assert.Equal(
            (CaseStatus.ServiceRequest, CaseKind.Complaint, Wed16Apr, Wed16Apr, true),
            (complaint.Status, complaint.Kind, complaint.ServiceRequestOn, complaint.ClosedOn, complaint.IsOver)
        );
        Assert.Null(NextStep.For(complaint, CaseClocks.Of(complaint, Landlord.Rules, Thu17Apr), Thu17Apr));
    }

    [Fact]
    public void To_the_clocks_it_is_a_withdrawal()
    {
        var agreed = Complaint().Then(Decide(Complaint()).Events);
        var withdrawn = Complaint().Then(new Withdrawn(Wed16Apr));

        var clocks = CaseClocks.Of(agreed, Landlord.Rules, Thu1May);

        Assert.All(clocks, clock => Assert.Equal(ClockEventKind.BecameServiceRequest, clock.EndedBy));
        Assert.Equal(
            CaseClocks
                .Of(withdrawn, Landlord.Rules, Thu1May)
                .Select(clock => (clock.Duty, clock.Verdict, clock.EndedOn)),
            clocks.Select(clock => (clock.Duty, clock.Verdict, clock.EndedOn))
        );
    }

    [Fact]
    public void Taken_back_it_is_the_complaint_of_the_day_it_came_with_the_clocks_it_would_have_had()
    {
        var complaint = Complaint();
        complaint.Then(Decide(complaint).Events);

        var again = Reopening.Decide(complaint, Wed23Apr, "She wants it.", "lena", Landlord.Rules, Wed23Apr);
        complaint.Then(again.Events);

        Assert.Equal(
            (CaseStatus.Open, Mon14Apr, null, null),
            (complaint.Status, complaint.ReceivedOn, complaint.ServiceRequestOn, complaint.ClosedOn)
        );
        Assert.Equal(
            CaseClocks.Of(Complaint(), Landlord.Rules, Thu1May).Select(clock => (clock.Duty, clock.Due, clock.Verdict)),
            CaseClocks.Of(complaint, Landlord.Rules, Thu1May).Select(clock => (clock.Duty, clock.Due, clock.Verdict))
        );
    }

    [Fact]
    public void Whoever_acts_for_the_resident_agrees_only_with_authority_on_that_day()
    {
        var named = Complaint().Then(new RepresentativeNamed(Mon14Apr, "una", "p1", RepresentativeKind.Advocate));
        var byUna = Agreed with { AgreedBy = "una" };
        Refused(CannotAgreeServiceRequest.NoAuthority, ServiceRequestAgreement.Decide(named, byUna, Wed16Apr));

        named.Then(new AuthorityRecorded(Wed16Apr, "una", "a1", AuthorityMethod.Phone, Said, Letters: false));

        Refused(CannotAgreeServiceRequest.NoAuthority, ServiceRequestAgreement.Decide(named, byUna, Wed16Apr));
        Assert.Null(ServiceRequestAgreement.Decide(named, byUna with { AgreedOn = Wed16Apr }, Wed16Apr).Refusal);
    }

    [Fact]
    public void Without_the_agreement_or_the_letter_it_stays_a_complaint()
    {
        Fault(CannotAgreeServiceRequest.NobodyAgreed, Agreed with { AgreedBy = " " });
        Fault(CannotAgreeServiceRequest.NotInTheCase, Agreed with { AgreedBy = "amira" });
        Fault(CannotAgreeServiceRequest.AgreedInTheFuture, Agreed with { AgreedOn = Thu17Apr });
        Fault(CannotAgreeServiceRequest.AgreedBeforeReceipt, Agreed with { AgreedOn = Fri11Apr });
        Fault(CannotAgreeServiceRequest.NothingSaid, Agreed with { Said = " " });
        Fault(CannotAgreeServiceRequest.NothingAsked, Agreed with { About = null });
        Fault(CannotAgreeServiceRequest.NoService, Agreed with { Service = "" });
        Fault(CannotAgreeServiceRequest.NoLetter, Agreed with { Letter = " " });
        Fault(CannotAgreeServiceRequest.RightNotKept, Agreed with { KeepsTheRight = false });
        Fault(CannotAgreeServiceRequest.OmbudsmanNotGiven, Agreed with { GivesOmbudsman = false });
        Fault(CannotAgreeServiceRequest.NotInWriting, Agreed with { Channel = Channel.Phone });
        Fault(CannotAgreeServiceRequest.SentInTheFuture, Agreed with { SentOn = Thu17Apr });
        Fault(CannotAgreeServiceRequest.SentBeforeTheAgreement, Agreed with { SentOn = Mon14Apr });
    }

    [Fact]
    public void Only_an_open_complaint_can_be_agreed_about_and_once()
    {
        Refused(CannotAgreeServiceRequest.NotAnOpenComplaint, Decide(Answered()));
        Refused(CannotAgreeServiceRequest.NotAnOpenComplaint, Decide(Withdrawn()));
        Refused(
            CannotAgreeServiceRequest.NotAnOpenComplaint,
            Decide(CaseOf(Received(Mon14Apr, CaseKind.GeneralEnquiry)))
        );
        var waits = Complaint();
        waits.Then(ServiceRequestAgreement.Decide(waits, Agreed with { SentOn = null }, Wed16Apr).Events);
        Assert.Equal(CaseStatus.Open, waits.Status);
        Refused(CannotAgreeServiceRequest.LetterIsWaiting, Decide(waits));
    }

    [Fact]
    public void Nobody_agrees_for_others_who_complain_too_not_even_for_whoever_joins_while_the_letter_waits()
    {
        var two = Complaint().Then(new ComplainantJoined(Tue15Apr, "p2"));
        Refused(CannotAgreeServiceRequest.OthersComplainToo, Decide(two));

        var waits = Complaint();
        waits.Then(ServiceRequestAgreement.Decide(waits, Agreed with { SentOn = null }, Wed16Apr).Events);
        waits.Then(new ComplainantJoined(Wed16Apr, "p2"));
        Refused(
            CannotSend.CaseMovedOn,
            Sending.Decide(waits, waits.Letters[0].Number, Landlord.Rules, Wed16Apr, Wed16Apr)
        );
    }

    [Fact]
    public void A_letter_that_waits_does_not_go_once_the_complaint_is_answered()
    {
        var waits = Complaint();
        waits.Then(ServiceRequestAgreement.Decide(waits, Agreed with { SentOn = null }, Wed16Apr).Events);
        var letter = Assert.Single(waits.Letters).Number;
        Assert.IsType<ServiceRequestAgreed>(
            Sending.Decide(waits, letter, Landlord.Rules, Wed16Apr, Wed16Apr).Events[0]
        );

        waits.Then(new Responded(Wed16Apr, 1, Finding.Upheld));

        Refused(CannotSend.CaseMovedOn, Sending.Decide(waits, letter, Landlord.Rules, Wed16Apr, Wed16Apr));
        Assert.Equal(
            LetterFailure.CaseMovedOn,
            ((LetterFailed)Assert.Single(Sending.MovedOn(waits, Landlord.Rules, Wed16Apr))).Why
        );
    }

    [Fact]
    public void A_row_of_an_import_neither_makes_a_service_request_nor_goes_on_with_one()
    {
        var complaint = Complaint();
        Assert.Equal(["kind"], Wrong(complaint, ("kind", "service_request")));
        complaint.Then(Decide(complaint).Events);

        Assert.Equal(["kind"], Wrong(complaint, ("kind", "service_request")));
        Assert.Equal(
            ["stage1_responded_on"],
            Wrong(complaint, ("kind", "complaint"), ("stage1_responded_on", "2025-04-17"))
        );
        Assert.DoesNotContain(
            ImportedHistory.Columns,
            column => column.Contains("request_agreed", StringComparison.Ordinal)
        );
    }

    private static Case Complaint() => Defined().Then(new ComplainantJoined(Mon14Apr, "p1"));

    private static Decision<CannotAgreeServiceRequest> Decide(Case complaint) =>
        ServiceRequestAgreement.Decide(complaint, Agreed, Wed16Apr);

    private static void Fault(CannotAgreeServiceRequest expected, AgreedServiceRequest request) =>
        Refused(expected, ServiceRequestAgreement.Decide(Complaint(), request, Wed16Apr));

    private static IEnumerable<string> Wrong(Case existing, params (string Column, string Cell)[] cells)
    {
        var row = cells.ToDictionary(cell => cell.Column, cell => cell.Cell, StringComparer.Ordinal);
        row["reference"] = "R-1";
        row["received_on"] = "2025-04-14";
        var imported = ImportedHistory.Decide(row, existing, owner: null, Landlord.Rules, Thu17Apr);
        Assert.Empty(imported.Events);
        return imported.Errors.Select(error => error.Field);
    }
}
