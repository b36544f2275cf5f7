using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Demo;

/// <summary>Enquiries and praise, and cases that came over from the system used before.</summary>
internal sealed partial class DemoCases
{
    private IEnumerable<Story> OfOtherKinds() =>
        [
            AnMpsComplaint(),
            OfKind(
                CaseKind.FormalEnquiry,
                -9,
                "farida",
                Channel.Mp,
                "Ms Alder MP asks for a reply to her constituent about Lantern House's lift, and how many others are affected.",
                "Lifts"
            ),
            OfKind(
                CaseKind.FormalEnquiry,
                -2,
                "farida",
                Channel.Email,
                "Councillor Penhale asks when the lamps by Heronsgate will be lit again.",
                "Lighting"
            ),
            OfKind(
                    CaseKind.Compliment,
                    -14,
                    "dele",
                    Channel.Phone,
                    "The electrician stayed until my lights were back on, long past his hours.",
                    "Praise"
                )
                .PassedOn(Day(-10), "Castell Electrical")
                .PutOnFile(Day(-9))
                .Closed(Day(-9)),
            OfKind(
                CaseKind.Compliment,
                -3,
                "ewa",
                Channel.WebForm,
                "Please tell the two who cleared my late husband's garden that they were kindness itself.",
                "Praise"
            ),
            OfKind(
                    CaseKind.Compliment,
                    -6,
                    "ben",
                    Channel.Letter,
                    "Thank you to the young woman at the counter who filled in the form with me.",
                    "Praise"
                )
                .PassedOn(Day(-4), "Customer contact"),
        ];

    /// <summary>Sent by an MP, and a complaint all the same: her constituent is dissatisfied.</summary>
    private Story AnMpsComplaint() =>
        Acknowledged(
            Complaint(
                -9,
                "cerys",
                "My constituent at Lantern House has been carried down seven floors by her son to reach a hospital appointment. She "
                    + "has complained to you twice and has had no reply. I ask you to treat this letter as her complaint.",
                "Lifts",
                "Estates",
                resident: "Joan Fenwick",
                with: request => request with { Channel = Channel.Mp }
            ),
            -6,
            "Your lift was out of service, you were carried down seven floors, and two earlier complaints had no reply.",
            "A lift, and an answer."
        );

    private Story OfKind(
        CaseKind kind,
        int receivedOn,
        string handler,
        Channel channel,
        string summary,
        string category
    )
    {
        var chance = NextChance();
        var person = Resident.Of(chance);
        var request = new LoggingRequest(kind, chance.Reference(), Day(receivedOn), channel, summary, handler)
        {
            Service = kind == CaseKind.Compliment ? "Customer service" : "Estates",
            Category = category,
            ComplainantId = person.Id,
        };
        return Open(chance, request, person);
    }

    /// <summary>Dates only, some odd, as old systems have them.</summary>
    private IEnumerable<Story> FromTheOldSystem() =>
        [
            // Two answers to one stage.
            Imported(
                ("reference", "FV-23-1187"),
                ("received_on", "2023-05-02"),
                ("logged_on", "2023-05-04"),
                ("acknowledged_on", "2023-05-09"),
                ("stage1_responded_on", "2023-05-18"),
                ("stage1_responded_again_on", "2023-06-14"),
                ("closed_on", "2023-06-14"),
                ("outcome", "partly_upheld"),
                ("category", "Damp and mould"),
                ("summary", "Mould behind the bed; the first answer was about another address.")
            ),
            // Stage 1 under the old policy, stage 2 under the new one.
            Imported(
                ("reference", "FV-24-0213"),
                ("received_on", "2024-03-05"),
                ("logged_on", "2024-03-06"),
                ("acknowledged_on", "2024-03-08"),
                ("stage1_responded_on", "2024-03-20"),
                ("escalation_requested_on", "2024-04-08"),
                ("stage2_acknowledged_on", "2024-04-12"),
                ("stage2_responded_on", "2024-05-09"),
                ("closed_on", "2024-05-09"),
                ("outcome", "upheld"),
                ("category", "Boiler and heating"),
                ("summary", "No heating in two rooms all winter.")
            ),
            // An extension of which only the new date is known.
            Imported(
                ("reference", "FV-23-1560"),
                ("received_on", "2023-09-04"),
                ("logged_on", "2023-09-04"),
                ("acknowledged_on", "2023-09-06"),
                ("stage1_extended_to", "2023-09-29"),
                ("stage1_responded_on", "2023-09-28"),
                ("closed_on", "2023-09-28"),
                ("outcome", "upheld"),
                ("category", "Roofs and gutters"),
                ("summary", "Slates in the garden after every wind.")
            ),
            // Never acknowledged.
            Imported(
                ("reference", "FV-24-0077"),
                ("received_on", "2024-01-22"),
                ("logged_on", "2024-01-22"),
                ("stage1_responded_on", "2024-02-12"),
                ("closed_on", "2024-02-12"),
                ("outcome", "not_upheld"),
                ("category", "Parking"),
                ("summary", "Bay painted over.")
            ),
            // Past the years for which enquiries are kept: one that nobody has looked at yet, one proposed, one held.
            OldEnquiry("FV-23-0102", "2023-01-09", "2023-01-12", "Asked when the playground is painted."),
            OldEnquiry("FV-23-0108", "2023-01-10", "2023-01-12", "Asked for a second key to the bin store.")
                .ErasureProposed(Day(-3), "moira"),
            OldEnquiry("FV-23-0121", "2023-01-11", "2023-01-16", "Asked who owns the wall by the bus stop.")
                .Held(
                    Day(-40),
                    HoldGround.LegalClaim,
                    "The boundary is before the county court; Legal has the number of the claim.",
                    "moira"
                ),
        ];

    private Story OldEnquiry(string reference, string received, string closed, string summary) =>
        Story.Imported(
            teller,
            NextChance(),
            Day(-200),
            DemoStaff.Lead,
            ("reference", reference),
            ("kind", "general_enquiry"),
            ("received_on", received),
            ("logged_on", received),
            ("closed_on", closed),
            ("summary", summary)
        );

    private Story Imported(params (string Column, string Value)[] cells) =>
        Story.Imported(
            teller,
            NextChance(),
            Day(-200),
            DemoStaff.Lead,
            [("kind", "complaint"), ("service", "Repairs"), .. cells]
        );
}
