using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>What is on the desk this morning: overdue, due today, tomorrow and this week.</summary>
internal sealed partial class DemoCases
{
    private IEnumerable<Story> Waiting() =>
        [
            .. ToAcknowledge(),
            .. ToAnswer(),
            DampWithAsthma(),
            FourteenNeighbours(),
            InUrdu(),
            ExtendedInTime(),
            AtStageTwo(),
            WaitingForOthers(),
            WaitingForApproval(),
            AboutAColleague(),
            .. LettersThatHaveNotLeft(),
            ColleagueAskedForAStatement(),
        ];

    private IEnumerable<Story> LettersThatHaveNotLeft() =>
        [
            Complaint(-3, "amira", "The lift says it is going up and then it does not.", "Lifts")
                .Defined(Day(-2), "The lift at Almond House stops between floors.", "A lift that works.")
                .AcknowledgementWritten(
                    Day(-1),
                    Letters.Acknowledgement(
                        "neighbour",
                        1,
                        "the lift stops between floors.",
                        "a lift that works.",
                        Day(9)
                    ),
                    Channel.Letter
                ),
            Complaint(-12, "ben", "Nobody has been about the gutter. It rains into the porch.", "Roofs and gutters")
                .PutRight(Day(-6), person => person with { Phone = "07700 900457" }, "They rang: it is a new number.")
                .MessageWritten(
                    Day(-1),
                    "Dear neighbour,\n\nOur roofer will be with you on Thursday morning.\n\nBen, Fernhill Vale Homes",
                    Channel.Letter
                ),
            Complaint(
                    -4,
                    "cerys",
                    "My parking space was given to a van.",
                    "Parking",
                    with: request => request with { Channel = Channel.Email }
                )
                .Defined(Day(-2), "A parking space was given to somebody else.", "The space back.")
                .AcknowledgementWritten(
                    Day(-2),
                    Letters.Acknowledgement("neighbour", 1, "your space was given away.", "the space back.", Day(8)),
                    Channel.Email
                )
                .LetterNotTaken(Day(-2), "550 5.1.1 No such user here."),
        ];

    private IEnumerable<Story> ToAcknowledge() =>
        [
            Complaint(
                -8,
                "dele",
                "Rang about the stair light three weeks ago. Rang again. Rang again.",
                "Lighting",
                "Estates"
            ),
            Complaint(
                    -7,
                    "ben",
                    "The skip outside Cooper's Yard has been there since the kitchens were done. Someone set fire to it.",
                    "Rubbish and fly-tipping",
                    "Estates",
                    with: request => request with { Channel = Channel.WebForm }
                )
                .CodeGiven(Day(-6))
                .Wrote(
                    Day(-5),
                    "I can get in here again now, thank you. The skip is still there. The children climb on it."
                ),
            Complaint(
                -5,
                "amira",
                "I was told by text that the engineer could not find my flat. It has a number on it.",
                "Appointments"
            ),
            Complaint(
                -5,
                "cerys",
                "The radiator valve they fitted drips on the carpet. It is a new carpet.",
                "Quality of work",
                with: request => request with { Channel = Channel.Email }
            ),
            Complaint(
                -5,
                "ewa",
                "Charged for a gate I do not have a key to.",
                "Service charge",
                "Service charges",
                with: request => request with { Channel = Channel.Letter, Tenure = Tenure.SharedOwnership }
            ),
            Complaint(
                -4,
                "amira",
                "No hot water since Sunday night, and my baby is six weeks old.",
                "Boiler and heating"
            ),
            Complaint(
                -4,
                "ben",
                "You replied to my neighbour about my complaint. She brought me the letter.",
                "Communication",
                "Customer service",
                with: request => request with { Channel = Channel.InPerson }
            ),
            Complaint(
                -3,
                "cerys",
                "The window man took the handle away to match it and has not been back.",
                "Windows and doors"
            ),
            Complaint(
                -2,
                "dele",
                "Somebody is dealing on the second floor of Almond House. I will not give my name.",
                "Antisocial behaviour",
                "Neighbourhoods",
                with: request => request with { Channel = Channel.Phone, Anonymous = true, ComplainantId = null }
            ),
            Complaint(
                -2,
                "ben",
                "The caretaker sits in the lobby and writes down who comes to see me. He must not know that I said so.",
                "Staff conduct",
                "Neighbourhoods",
                with: request => request with { Channel = Channel.WebForm, Confidential = true }
            ),
            Complaint(-1, "ewa", "The new intercom lets anybody in. Press any two buttons.", "Windows and doors"),
            Complaint(
                -1,
                "ben",
                "Third letter about arrears that are not mine. I have the receipts here in my hand.",
                "Rent account",
                "Income",
                with: request => request with { Channel = Channel.WebForm }
            ),
        ];

    private IEnumerable<Story> ToAnswer()
    {
        (
            int Received,
            int Acknowledged,
            string Handler,
            string Summary,
            string Definition,
            string Outcome,
            string Category
        )[] cases =
        [
            (
                -22,
                -18,
                "dele",
                "Fence blew down in the storm and the dog next door comes in.",
                "Your fence was blown down and has not been put back.",
                "The fence back up.",
                "Quality of work"
            ),
            (
                -16,
                -12,
                "ewa",
                "Bathroom light fills with water when upstairs have a bath.",
                "Water from the flat above gets into your bathroom light.",
                "The leak found and the light made safe.",
                "Leaks and plumbing"
            ),
            (
                -13,
                -10,
                "amira",
                "Kitchen drawer fronts fell off within a month of the new kitchen.",
                "The drawers of your new kitchen came apart within a month.",
                "Drawers that stay on.",
                "Kitchens and bathrooms"
            ),
            (
                -14,
                -10,
                "ben",
                "Was promised a call about my transfer every Friday. It is a long time since I had a Friday call.",
                "Weekly calls about your transfer were promised and stopped.",
                "To be told when there is no news, too.",
                "Communication"
            ),
            (
                -12,
                -9,
                "cerys",
                "The smoke alarm chirps all night. They said it is not an emergency. Come and sleep here then.",
                "A faulty smoke alarm was not treated as urgent.",
                "The alarm replaced and the rule changed.",
                "Fire safety"
            ),
            (
                -11,
                -8,
                "amira",
                "Slipped on wet leaves by the bins, reported twice before I fell.",
                "Wet leaves by the bin store were reported twice and not cleared before you fell.",
                "The path swept weekly in autumn.",
                "Grounds"
            ),
            (
                -10,
                -7,
                "ben",
                "My rent statement shows a credit that disappears and comes back.",
                "A credit on your rent statement appears and disappears.",
                "A statement that adds up.",
                "Rent account"
            ),
        ];
        foreach (var (received, acknowledged, handler, summary, definition, outcome, category) in cases)
        {
            var story = Acknowledged(
                Complaint(received, handler, summary, category),
                acknowledged,
                definition,
                outcome
            );
            story.Contacted(
                Day(acknowledged + 1),
                ContactMethod.Phone,
                ContactResult.Spoke,
                "Rang to say that I have the case and when I will write."
            );
            yield return story.PointRaised(Day(acknowledged + 1), definition);
        }
    }

    private Story WaitingForOthers() =>
        Acknowledged(
                Complaint(
                    -12,
                    "amira",
                    "The new front door lets the rain in. I put a towel down every night.",
                    "Windows and doors"
                ),
                -9,
                "Rain comes in under the front door that was fitted in the summer.",
                "A door that keeps the rain out."
            )
            .AskedOfService("Arden Joinery", Day(-6), "Which seal was fitted, and when can you change it?", Day(-2))
            .AskedOf("ben", Day(-2), "Did you promise her a visit when she rang you in September?", Day(1))
            .Wrote(
                Day(-1),
                "It rained all Sunday. This is the towel at eight in the morning. I have no more towels.",
                "door"
            );

    /// <summary>Ewa settles up to £250 alone; the lead approves more.</summary>
    private Story WaitingForApproval() =>
        Acknowledged(
                Complaint(
                    -11,
                    "ewa",
                    "The freezer went off with the meter cupboard and nobody said. A month of food in the bin, and the carpet.",
                    "Electrics"
                ),
                -8,
                "The power to your kitchen was off for three days after the meter work, and your food and carpet were spoiled.",
                "What it cost her, and a warning next time."
            )
            .PromisedToPay(Day(-2), 186.40m, "The food in the freezer, by her receipts.", Day(12))
            .PromisedToPay(Day(-2), 220m, "The kitchen carpet, cleaned or replaced.", Day(12));

    /// <summary>It waits for somebody to have it, and for the lead to agree whom it is about.</summary>
    private Story AboutAColleague() =>
        Complaint(
                -2,
                "ben",
                "I rang about my heating and the man said I was wasting his time. Then he put the phone down.",
                "Staff"
            )
            .IsAbout("ben", Day(-1), "She rang on Friday at ten. It was Ben who took the call.", by: "iris");

    /// <summary>Two agree whom it is about; he is asked for a statement, and has until tomorrow.</summary>
    private Story ColleagueAskedForAStatement()
    {
        const string Definition =
            "You came to the office about your rent account. The member of staff at the desk read your arrears aloud, and "
            + "people in the queue heard.";
        const string Outcome = "An apology, and that it does not happen to anybody else.";
        var story = Complaint(
            -6,
            "dele",
            "He read out what I owe in front of the whole queue. My neighbour was in it. I asked for a private room and he "
                + "laughed.",
            "Staff"
        );
        return Acknowledged(story, -4, Definition, Outcome)
            .IsAbout("joel", Day(-4), "The rota for the desk has Joel alone from two to four.", by: "dele")
            .AgreedToBeAbout("joel", Day(-3), by: "farida")
            .StatementAskedOf(
                "joel",
                Day(-2),
                "A visitor to the desk says that their account was read aloud while others waited. How do you remember it, and "
                    + "what was said about a private room?",
                "You can talk to your union or to a colleague of your choice before you answer. Occupational health: extension "
                    + "4410, in confidence.",
                "He read out what I owe in front of the whole queue.",
                "I asked for a private room and he laughed."
            );
    }

    private Story DampWithAsthma()
    {
        const string Definition =
            "Mould covers the wall by your daughter's bed. It was reported in the autumn and treated once with a wash, and "
            + "her asthma has got worse: two nights in hospital this month.";
        const string Outcome = "The cause found and cured, and somewhere safe for her to sleep until it is.";
        var story = Complaint(
            -11,
            "cerys",
            "Black mould by my daughter's bed. She is seven and has asthma. Hospital twice this month. The doctor wrote you a "
                + "letter. A man came and wiped it. It is back.",
            "Damp and mould",
            resident: "Roisin Abara"
        );
        return Acknowledged(story, -9, Definition, Outcome)
            .Contacted(
                Day(-9),
                ContactMethod.Phone,
                ContactResult.Spoke,
                "Asked how she is today. Home again. Offered a hotel until the room is safe; she will think about it.",
                by: "cerys"
            )
            .Wrote(
                Day(-9),
                "You asked what it looks like. This is the wall by her bed, after your man had wiped it.",
                "mould"
            )
            .Read(Day(-9))
            .PointRaised(Day(-9), "The mould was washed and its cause was not looked for.")
            .PointRaised(Day(-9), "The doctor's letter was not acted on.")
            .PointRaised(Day(-9), "The risk to a child with asthma was not assessed.")
            .Contacted(
                Day(-8),
                ContactMethod.Visit,
                ContactResult.Spoke,
                "Visited with the surveyor. Cold bridge at the lintel, extractor not working. Relative humidity 81%. Works "
                    + "ordered, child moved to the front room, dehumidifier left.",
                by: "cerys"
            )
            .Wrote(
                Day(-6),
                "She slept in the front room and did not cough. The dehumidifier is full by tea time. Who pays for the "
                    + "electric?"
            )
            .PointDecided(
                Day(-2),
                1,
                Finding.Upheld,
                "The order in the autumn was for a wash only; no survey was raised, against our damp and mould policy.",
                "Insulate the lintel and replace the extractor."
            )
            .Promised(Day(-2), "Lintel insulated, extractor replaced, wall redecorated", Day(7), "gwen", point: 1);
    }

    /// <summary>Chances that no story of the landlord takes: more than all that are told here, fewer than the ordinary ones.</summary>
    private const int FirstNeighbour = 500;

    private Story FourteenNeighbours()
    {
        var story = Complaint(
            -12,
            "ewa",
            "Fourteen of us at Lantern House sign this. One lift, out for nineteen days since the clocks changed. Mrs Quigley on "
                + "the seventh has not been out. Please do not answer fourteen times; answer once and mean it.",
            "Lifts",
            "Estates",
            resident: "Bernadette Quigley",
            with: request => request with { Channel = Channel.Letter }
        );
        for (var household = 2; household <= 14; household++)
        {
            var neighbour = Resident.Of(new Chance(seed, FirstNeighbour + household));
            story.Joined(story.Day, neighbour with { Road = "Lantern House", Number = household }, by: "ewa");
        }

        return Acknowledged(
                story,
                -9,
                "Fourteen households at Lantern House were left without a lift for nineteen days since the clocks changed.",
                "A lift that works, help for those who cannot use the stairs, and one answer to all."
            )
            .PointRaised(Day(-9), "The lift was out of service for nineteen days.")
            .PointRaised(Day(-9), "Residents who cannot use the stairs were offered no help.")
            .Wrote(
                Day(-5),
                "I am to be at the hospital next Thursday at ten. It is seven floors. Would you tell me who is coming to help "
                    + "me down, and how I get up again?"
            )
            .Extended(
                Day(-2),
                Day(8),
                "The lift engineer's report on the controller is due next week, and without it we could only promise again "
                    + "what we promised before."
            );
    }

    private Story InUrdu()
    {
        var story = Complaint(
            -6,
            "amira",
            "میرے باورچی خانے کی چھت سے تین ہفتوں سے پانی ٹپک رہا ہے۔ کوئی نہیں آیا۔ (My kitchen ceiling has dripped for three "
                + "weeks. Nobody has come. My son has written this part. Please write to me in Urdu, in large print.)",
            "Leaks and plumbing",
            resident: "Parveen Mirza",
            with: request => request with { Channel = Channel.Letter, Tenure = Tenure.Supported }
        );
        return Acknowledged(
                story,
                -3,
                "Water has dripped through your kitchen ceiling for three weeks and nobody came.",
                "چھت کی مرمت اور اردو میں بڑے حروف کا خط۔ (The ceiling repaired, and letters in Urdu in large print.)"
            )
            .Contacted(
                Day(-3),
                ContactMethod.Phone,
                ContactResult.Spoke,
                "Rang with an interpreter. Large print in Urdu from now on; her son may speak for her."
            )
            .ActedForBy(
                Day(-3),
                Acting(2, "Adnan Mirza"),
                RepresentativeKind.FamilyOrFriend,
                AuthorityMethod.Phone,
                "To speak for her about the ceiling. Letters go on coming to her.",
                letters: false
            )
            .Needs(Day(-3), new(null, LetterFormat.LargePrint, new Never(), "Urdu", "Ring with an interpreter."))
            .Wrote(
                Day(-2),
                // It came through again tonight. The bucket filled twice. I am sending a photo. My son is at work until six.
                "آج رات پھر پانی آیا۔ بالٹی دو بار بھر گئی۔ تصویر بھیج رہی ہوں۔ میرا بیٹا چھ بجے تک کام پر ہے۔",
                "ceiling"
            );
    }

    /// <summary>Somebody who acts for a resident, and is none of those that chance makes.</summary>
    private Resident Acting(int number, string name) =>
        Resident.Of(new Chance(seed, FirstNeighbour + 100 + number), name);

    private Story ExtendedInTime() =>
        Acknowledged(
                Complaint(
                    -15,
                    "dele",
                    "The scaffolders broke my satellite dish and say that it was like that.",
                    "Quality of work",
                    "Planned works"
                ),
                -12,
                "Your satellite dish was damaged while scaffolding was put up.",
                "The dish replaced."
            )
            .SaidToActBy(Day(-8), Acting(3, "Rory Baptiste"), RepresentativeKind.Other)
            .Needs(
                Day(-7),
                new(
                    null,
                    LetterFormat.Standard,
                    new Never(Phone: true, Voicemail: true),
                    What: "Email only. Never ring, whoever picks up."
                )
            )
            .Extended(
                Day(-4),
                Day(1),
                "The contractor's photographs from before the work have been asked for and are promised for Monday."
            );

    private Story AtStageTwo()
    {
        var story = Acknowledged(
            Complaint(
                    -45,
                    "ben",
                    "My mother's adaptations were lost between three departments and she washes at the sink.",
                    "Adaptations",
                    resident: "Kamla Desai",
                    with: request => request with { Channel = Channel.Representative }
                )
                .ActedForBy(
                    Day(-44),
                    Acting(1, "Sunita Desai"),
                    RepresentativeKind.FamilyOrFriend,
                    AuthorityMethod.SignedForm,
                    "My daughter speaks and writes for me in everything about my bathroom.",
                    letters: true
                ),
            -42,
            "An adaptation recommended for your mother was passed between three teams and not carried out.",
            "The shower fitted and one person to talk to."
        );
        Answered(
            story,
            -33,
            Finding.PartlyUpheld,
            "The order waited for a budget code. That was our failure; the delay at the hospital was not.",
            "An apology and £150.",
            "level access shower fitted"
        );
        return story
            .NextStageAskedFor(
                Day(-20),
                "You have apologised and nothing has happened. She still washes at the sink.",
                "iris"
            )
            .AboutDecision(
                Day(-20),
                DecisionKind.Permission,
                "petra",
                "No money for adaptations outside the yearly budget.",
                DemoStaff.Lead
            )
            .Assigned(Day(-20), "gwen", "reviews", by: DemoStaff.Lead)
            .Acknowledged(Day(-18), "Dear Ms Desai, I have your request for stage 2 and will look at all of it afresh.")
            .Met(
                Day(-17),
                ContactMethod.Visit,
                "Met mother and daughter at home. Saw the bathroom.",
                Companion.Advocate,
                "Carys Powell, Vale Disability Advice"
            )
            .Wrote(
                Day(-8),
                "You said that the fitter would ring by Friday. He has not. I write this only so that it is written down."
            )
            .Read(Day(-8));
    }
}
