using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>What goes wrong in real life, so that it can be seen how it shows.</summary>
internal sealed partial class DemoCases
{
    private IEnumerable<Story> Difficult() =>
        [
            EmailNotLoggedForTwoMonths(),
            ExtensionToldADayLate(),
            ExtensionToldADayLateAndAnswered(),
            AcknowledgedLateAnsweredInTime(),
            WithdrawnBeforeDue(),
            WithdrawnAfterDue(),
            ReceivedDateCorrected(),
            CorrectionWaiting(),
            AnsweredAtStageTwo(),
            NextStageRefused(),
            ComplaintRefused(),
            RefusalWaiting(),
            RefusedThenAccepted(),
            OldMatterAccepted(),
            AgreedAsServiceRequest(),
            AgreedAsServiceRequestAndTakenBack(),
            ContactLimited(),
            LimitWaiting(),
            PromiseBroken(),
            PromiseDueInThreeDays(),
            .. AnsweredAndThenSomethingNew(),
        ];

    private Story EmailNotLoggedForTwoMonths() =>
        Complaint(
            -44,
            "amira",
            "I emailed in good time and copied two of you in. I said that I was fed up with the state of the stairs and with being "
                + "ignored. If that is not a complaint I do not know what is.",
            "Communal cleaning",
            "Estates",
            loggedOn: -2,
            with: request => request with { Channel = Channel.Email }
        );

    private Story ExtensionToldADayLate() =>
        Acknowledged(
                Complaint(
                    -15,
                    "cerys",
                    "The gas man left the cupboard door off and the cat got in.",
                    "Quality of work"
                ),
                -13,
                "A cupboard door was left off after the gas check.",
                "The door back on."
            )
            .Extended(Day(-2), Day(5), "The engineer who came is on leave and we want to hear from him first.");

    private Story ExtensionToldADayLateAndAnswered()
    {
        var story = Acknowledged(
                Complaint(-70, "dele", "Damp proofing left holes in every wall of the hall.", "Quality of work"),
                -68,
                "Holes were left in the walls of your hall after damp proofing.",
                "The holes filled and painted."
            )
            .Extended(Day(-57), Day(-50), "We are waiting for the contractor's account.");
        return Answered(
                story,
                -51,
                Finding.Upheld,
                "The contractor left before making good.",
                "The hall plastered and painted, and £100."
            )
            .Closed(Day(-50));
    }

    private Story AcknowledgedLateAnsweredInTime()
    {
        var story = Acknowledged(
            Complaint(-60, "ewa", "Nobody answers the repairs line after four.", "Communication", "Customer service"),
            -52,
            "The repairs line is not answered after four o'clock.",
            "Somebody to pick up the phone."
        );
        return Answered(
                story,
                -43,
                Finding.Upheld,
                "Two people covered a shift meant for five.",
                "An apology; the rota is changed."
            )
            .Closed(Day(-43));
    }

    private Story WithdrawnBeforeDue() =>
        Acknowledged(
                Complaint(-40, "ben", "Hot tap in the bath only runs cold.", "Leaks and plumbing"),
                -38,
                "The hot tap of your bath runs cold.",
                "A hot bath."
            )
            .Withdrawn(
                Day(-36),
                WithdrawalMethod.Phone,
                "They came this morning, it works, I have no wish to go on with it."
            )
            .Closed(Day(-36));

    private Story WithdrawnAfterDue() =>
        Acknowledged(
                Complaint(
                    -50,
                    "dele",
                    "Parking permit refused because my van has a ladder on it.",
                    "Parking",
                    "Neighbourhoods"
                ),
                -47,
                "You were refused a permit because your van carries a ladder.",
                "A permit."
            )
            .Withdrawn(Day(-33), WithdrawalMethod.Writing, "I have given up waiting for you and parked elsewhere.")
            .Closed(Day(-32));

    /// <summary>Taken down as received on the day it was opened; the envelope says otherwise, and the lead agrees.</summary>
    private Story ReceivedDateCorrected()
    {
        var story = Acknowledged(
            Complaint(
                -30,
                "amira",
                "The cleaners tip the mop bucket down the front steps. I wrote to you about it, on paper, as I was taught.",
                "Communal cleaning",
                "Estates",
                with: request => request with { Channel = Channel.Letter }
            ),
            -27,
            "Dirty water is tipped down the front steps.",
            "The water tipped somewhere else."
        );
        return Answered(story, -19, Finding.Upheld, "The outside drain was blocked.", "The drain cleared.")
            .CorrectionProposed(
                Day(-16),
                new CorrectionRequest(
                    CorrectableFact.ReceivedOn,
                    Day(-35),
                    "I used the day the letter reached my desk and not the day it came in.",
                    "The post room's stamp on the envelope."
                ),
                by: "amira"
            )
            .CorrectionAgreed(Day(-15), DemoStaff.Lead)
            .Closed(Day(-15));
    }

    private Story CorrectionWaiting()
    {
        var story = Acknowledged(
            Complaint(-25, "ben", "Grass cut into my flower bed for the second year.", "Grounds", "Estates"),
            -22,
            "Your flower bed was mown.",
            "New plants, and a sign."
        );
        return Answered(
                story,
                -13,
                Finding.Upheld,
                "The operative was new and had no map.",
                "£40 for plants, and markers."
            )
            .CorrectionProposed(
                Day(-2),
                new CorrectionRequest(
                    CorrectableFact.RespondedOn,
                    Day(-12),
                    "The letter was written on the day recorded and went out the day after.",
                    "The franking log.",
                    Stage: 1
                ),
                by: "ben"
            );
    }

    private Story AnsweredAtStageTwo()
    {
        var story = Acknowledged(
            Complaint(
                -90,
                "cerys",
                "Told that noise from the school playground is not noise. It is the youth club at eleven at night that I mean.",
                "Antisocial behaviour",
                "Neighbourhoods",
                resident: "Gareth Lindqvist"
            ),
            -87,
            "Your report of late noise from the youth club was taken for one about the school.",
            "Somebody to read what I wrote."
        );
        Answered(story, -79, Finding.NotUpheld, "The school is outside our control.", "a leaflet about noise.");
        story
            .NextStageAskedFor(Day(-76), "You have answered a complaint I did not make.", "joel")
            .Assigned(Day(-75), "hugh", "reviews", by: DemoStaff.Lead)
            .Acknowledged(
                Day(-73),
                "Dear Mr Lindqvist, you are right that we answered another question. I am starting again."
            );
        return Answered(
                story,
                -58,
                Finding.Upheld,
                "We let the hall to the youth club, so the hours are ours to set. Stage 1 misread your letter.",
                "An apology, £200, and the hall closes at nine."
            )
            .Closed(Day(-57));
    }

    private static RefusalRequest Refusal(Story story, string ground, string reason) =>
        new(ground, reason, Letters.Refusal(NameOf(story), reason)) { GivesReasons = true, GivesOmbudsman = true };

    private Story ComplaintRefused()
    {
        var story = Complaint(-21, "cerys", "You are suing me for rent I paid.", "Rent account", "Income");
        return story
            .RefusalProposed(
                Day(-19),
                Refusal(
                    story,
                    "legal_proceedings",
                    "The claim form and the particulars were filed on the same account and months, and the court will decide "
                        + "whether the rent was paid."
                ),
                by: "cerys"
            )
            .RefusalAgreed(Day(-18), DemoStaff.Lead);
    }

    private Story RefusalWaiting()
    {
        var story = Complaint(
                -2,
                "ben",
                "The boundary fence was put a foot into my garden in 2019.",
                "Fencing",
                "Estates"
            )
            .AgeOfMatterSetDown(Day(-1), new(2019, 6, 3), discretion: null, by: "ben");
        return story.RefusalProposed(
            Day(-1),
            Refusal(
                story,
                Grounds.TimeBar,
                "The fence was moved in June 2019, and our records have no word about it before this month."
            ),
            by: "ben"
        );
    }

    private Story RefusedThenAccepted()
    {
        var story = Complaint(
            -26,
            "ewa",
            "My solicitor wrote to you about the damp and now you will not talk to me.",
            "Damp"
        );
        return story
            .Refused(
                Day(-24),
                Refusal(story, "legal_proceedings", "A claim was filed about the same rooms."),
                DemoStaff.Lead
            )
            .AcceptedAfterAll(
                Day(-12),
                "The Ombudsman showed us that only a letter before action was sent: nothing was filed at court.",
                DemoStaff.Lead
            );
    }

    private Story OldMatterAccepted() =>
        Complaint(-8, "amira", "The lift was out for my whole chemotherapy, the winter before last.", "Lifts")
            .AgeOfMatterSetDown(
                Day(-7),
                Day(-420),
                "They were in treatment until the spring and could not have written sooner.",
                by: "amira"
            );

    private Story AgreedAsServiceRequest() =>
        Complaint(-10, "ben", "The kitchen tap drips and nobody rang me back about it.", "Leaks and plumbing")
            .ServiceRequestAgreed(
                Day(-9),
                "I do not want letters about it, I want the tap to stop.",
                "Mend the kitchen tap.",
                DemoStaff.Lead
            );

    private Story AgreedAsServiceRequestAndTakenBack() =>
        Complaint(-16, "cerys", "The hall light has been out since the clocks went back.", "Lighting")
            .ServiceRequestAgreed(
                Day(-15),
                "Put the light on and we say no more of it.",
                "Mend the light in the hall.",
                DemoStaff.Lead
            )
            .OpenedAgain(Day(-7), "Nobody came. They want their complaint after all.", DemoStaff.Lead);

    private Story ContactLimited() =>
        Acknowledged(
                Complaint(-30, "dele", "The bins are not collected and nobody cares.", "Communal cleaning", "Estates"),
                -27,
                "The bins at Weir Court were missed three weeks running.",
                "A collection each week."
            )
            .RestrictionProposed(
                Day(-20),
                new ClosedWays(Phone: true),
                "Please write to Dele Omotoso. He answers within two working days.",
                "41 calls between the 3rd and the 9th, nine of them after ten at night, with threats to two people at the desk.",
                "Moira Teale rang back on the 5th and wrote on the 7th to say what must stop.",
                "They told us of no disability and asked for no other way; their letters are clear. Writing costs them nothing "
                    + "more than a call."
            )
            .ContactRestricted(
                Day(-19),
                "Until the day above, please write to us about this complaint and do not ring. We ask this because two people at "
                    + "our desk were threatened. Your complaint goes on.",
                by: "petra"
            );

    private Story LimitWaiting() =>
        Complaint(-14, "ewa", "You sent the same man again.", "Staff conduct")
            .RestrictionProposed(
                Day(-1),
                new ClosedWays(InPerson: true),
                conditions: null,
                "Came to the office three days running and would not leave until the police came.",
                "Asked on the first day to ring instead, and given a name to ask for.",
                "He has a hearing aid; he says that he follows a call on his own telephone well. Calls and letters stay open."
            );

    private Story NextStageRefused()
    {
        var story = Acknowledged(
            Complaint(-65, "ewa", "My claim for the flooded carpets was turned down.", "Leaks and plumbing"),
            -62,
            "You are unhappy that your claim for flooded carpets was turned down.",
            "The carpets paid for."
        );
        Answered(
            story,
            -54,
            Finding.PartlyUpheld,
            "Our plumber was a day late, which we are sorry for. What the carpets are worth is for the insurer.",
            "£75 for the delay, and the insurer's details."
        );
        return story
            .NextStageAskedFor(Day(-50), "The insurer offered half.", "iris")
            .Refused(
                Day(-49),
                Refusal(
                    story,
                    "insurance_claim",
                    "The request concerns only the amount of the insurer's offer, which the insurer must review. We have "
                        + "answered for our own delay."
                ),
                DemoStaff.Lead
            )
            .Closed(Day(-49));
    }

    private Story PromiseBroken()
    {
        var story = Acknowledged(
            Complaint(
                -48,
                "amira",
                "The bathroom floor gives when I stand on it.",
                "Quality of work",
                resident: "Dilys Parry"
            ),
            -45,
            "Your bathroom floor is soft.",
            "A floor I can stand on."
        );
        story.Promised(Day(-38), "Bathroom floor replaced", Day(-8), "gwen");
        return Answered(
                story,
                -38,
                Finding.Upheld,
                "The boards are rotten.",
                "£120 and a new floor.",
                "bathroom floor replaced"
            )
            .Closed(Day(-37))
            .OpenedAgain(Day(-36), "The answer named the wrong street, and nobody had seen it.", DemoStaff.Lead)
            .AnswerCorrected(
                Day(-36),
                "It named the wrong street.",
                "Our answer named Mill Lane. It should have said Mill Road. Nothing else in it changes."
            )
            .Closed(Day(-35))
            .Contacted(
                Day(-6),
                ContactMethod.Phone,
                ContactResult.Spoke,
                "She rang: nobody has come about the floor.",
                by: "iris"
            );
    }

    /// <summary>After the answer to the one, what is new is a complaint of its own.</summary>
    private IEnumerable<Story> AnsweredAndThenSomethingNew()
    {
        var gate = Acknowledged(
            Complaint(
                -20,
                "dele",
                "The garden gate will not shut.",
                "Quality of work",
                "Estates",
                resident: "Rosa Lindqvist"
            ),
            -17,
            "Your garden gate does not shut.",
            "A gate that shuts."
        );
        Answered(gate, -10, Finding.Upheld, "The hinge was fitted wrongly.", "A new hinge.", "gate that now shuts");
        var fence = Complaint(
            -4,
            "dele",
            "The men who mended the gate broke the fence.",
            "Quality of work",
            "Estates",
            resident: "Rosa Lindqvist"
        );
        return [gate, fence.CameOf(gate, Day(-4))];
    }

    private Story PromiseDueInThreeDays()
    {
        var story = Acknowledged(
            Complaint(
                -32,
                "dele",
                "Bins moved to the far gate. I use two sticks.",
                "Rubbish and fly-tipping",
                "Estates"
            ),
            -29,
            "The bins were moved further than you can walk.",
            "A bin that I can reach."
        );
        story
            .Promised(Day(-22), "A bin by the near gate", Day(3), "hugh")
            .Promised(Day(-22), "A call when it is there", Day(4), "dele");
        return Answered(story, -22, Finding.Upheld, "You were not asked.", "An apology.", "a bin by the near gate")
            .Closed(Day(-21));
    }
}
