using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Demo;

/// <summary>
/// The ordinary course of a case: mostly in time, now and then late, extended, withdrawn or taken further, as cases go.
/// </summary>
internal sealed class Plot(StoryTeller teller, Cast cast)
{
    /// <summary>Received, logged, assigned, defined, acknowledged, answered, closed.</summary>
    private const int Bones = 7;

    private static readonly Tenure[] Tenures =
    [
        Tenure.GeneralNeeds,
        Tenure.GeneralNeeds,
        Tenure.GeneralNeeds,
        Tenure.GeneralNeeds,
        Tenure.Supported,
        Tenure.SharedOwnership,
        Tenure.Leaseholder,
    ];

    private static readonly Channel[] Channels =
    [
        Channel.Phone,
        Channel.Phone,
        Channel.Phone,
        Channel.Email,
        Channel.Email,
        Channel.WebForm,
        Channel.WebForm,
        Channel.Letter,
        Channel.InPerson,
        Channel.SocialMedia,
        Channel.Representative,
    ];

    /// <summary>A case received on a day, as far as it has come.</summary>
    /// <param name="chance">What decides its course.</param>
    /// <param name="receivedOn">The day it was received.</param>
    /// <param name="rows">How many events of history it is to have; about eight, where not said.</param>
    public Story Tell(Chance chance, DateOnly receivedOn, int? rows = null)
    {
        var wanted = rows ?? (chance.OneIn(7) ? chance.Between(12, 16) : chance.Between(Bones, Bones + 2));
        var kind = chance.Below(20) switch
        {
            0 => CaseKind.Compliment,
            1 => CaseKind.FormalEnquiry,
            _ => CaseKind.Complaint,
        };
        var covered = teller.Rules.InForce(kind, receivedOn)?.For(kind) is not null;
        var story = (covered ? kind : CaseKind.Complaint) switch
        {
            CaseKind.Compliment => Compliment(chance, receivedOn, wanted),
            CaseKind.FormalEnquiry => Enquiry(chance, receivedOn, wanted),
            _ => Complaint(chance, receivedOn, wanted),
        };
        if (rows is not null)
        {
            AddNotes(story, chance, wanted);
        }

        return story;
    }

    private Story Complaint(Chance chance, DateOnly receivedOn, int rows)
    {
        var spare = rows - Bones;
        bool Spend(int cost, bool wish)
        {
            var spent = wish && spare >= cost;
            spare -= spent ? cost : 0;
            return spent;
        }

        var text = chance.One(Texts.All.Complaints);
        var resident = Resident.Of(chance);
        var gaps = new Gaps(chance, resident.Road);
        var request = Request(
            chance,
            CaseKind.Complaint,
            receivedOn,
            gaps.Fill(text.Summary),
            text.Service,
            text.Category
        );
        var story = Open(chance, request, resident, rows);

        var definition = gaps.Fill(text.Definition);
        var acknowledgedOn = teller.Workday(story.Day, chance.OneIn(14) ? chance.Between(6, 8) : chance.Between(0, 4));
        story.Defined(acknowledgedOn, definition, text.Outcome);
        story.Acknowledged(
            acknowledgedOn,
            Letters.Acknowledgement(resident.Name, 1, definition, text.Outcome, teller.Workday(acknowledgedOn, 10))
        );
        if (chance.OneIn(25))
        {
            var withdrawnOn = teller.Workday(acknowledgedOn, chance.Between(1, 11));
            var how = chance.One(Enum.GetValues<WithdrawalMethod>());
            return story.Withdrawn(withdrawnOn, how, chance.One(Texts.All.Withdrawals)).Closed(withdrawnOn);
        }

        if (Spend(1, !chance.OneIn(4)))
        {
            story.Contacted(
                teller.Workday(acknowledgedOn, chance.Between(0, 3)),
                ContactMethod.Phone,
                chance.OneIn(4) ? ContactResult.Voicemail : ContactResult.Spoke,
                chance.One(Texts.All.Notes)
            );
        }

        var goesFurther = Spend(4, !chance.OneIn(3));
        var extended = Spend(1, chance.OneIn(6));
        var promised = Spend(1, chance.OneIn(2));
        var kept = promised && Spend(1, !chance.OneIn(5));
        var points = 0;
        while (points < text.Points.Count && Spend(2, wish: true))
        {
            points++;
            story.PointRaised(story.Day, gaps.Fill(text.Points[points - 1]));
        }

        var answer = chance.OneIn(10) ? chance.Between(11, 17) : chance.Between(5, 10);
        if (extended)
        {
            // One in six is told the day after the answer was due, which is a day too late.
            var told = chance.OneIn(6) ? 11 : chance.Between(7, 10);
            var longer = chance.Between(13, 20);
            story.Extended(
                teller.Workday(acknowledgedOn, told),
                teller.Workday(acknowledgedOn, longer),
                gaps.Fill(chance.One(Texts.All.Extensions))
            );
            answer = chance.Between(told, longer);
        }

        var answeredOn = teller.Workday(acknowledgedOn, Math.Max(answer, 5));
        var finding = Found(chance);
        var reason = finding == Finding.NotUpheld ? chance.One(Texts.All.NotUpheld) : gaps.Fill(text.Reason);
        var remedy = finding == Finding.NotUpheld ? "an explanation of what we can do." : gaps.Fill(text.Remedy);
        for (var point = 1; point <= points; point++)
        {
            story.PointDecided(answeredOn, point, finding, reason, finding == Finding.NotUpheld ? null : remedy);
        }

        var promise = promised ? gaps.Fill(text.Promise) : null;
        if (promise is not null)
        {
            story.Promised(answeredOn, promise, teller.Workday(answeredOn, 20), story.Case.Owner!);
        }

        story.Answered(
            answeredOn,
            Letters.Answer(resident.Name, 1, definition, finding, reason, remedy, promise),
            finding
        );
        if (goesFurther)
        {
            GoFurther(story, chance, resident, definition, text.Outcome, reason, remedy);
        }

        story.Closed(
            teller.Workday(
                story.Day,
                promised ? 0
                    : chance.OneIn(3) ? 21
                    : chance.Between(0, 3)
            )
        );
        var keptOn = teller.Workday(answeredOn, chance.Between(5, 24));
        return kept
            ? story.Kept(keptOn < story.Day ? story.Day : keptOn, 1, "Photographs and the job sheet are on file.")
            : story;
    }

    private void GoFurther(
        Story story,
        Chance chance,
        Resident resident,
        string definition,
        string outcome,
        string reason,
        string remedy
    )
    {
        var askedOn = teller.Workday(story.Day, chance.Between(1, 14));
        var acknowledgedOn = teller.Workday(askedOn, chance.OneIn(12) ? 6 : chance.Between(1, 5));
        var answeredOn = teller.Workday(
            acknowledgedOn,
            chance.OneIn(8) ? chance.Between(21, 28) : chance.Between(12, 20)
        );
        var finding = Found(chance);
        story
            .NextStageAskedFor(askedOn, chance.One(Texts.All.Escalations))
            .Assigned(askedOn, chance.One(cast.Reviewers))
            .Acknowledged(
                acknowledgedOn,
                Letters.Acknowledgement(resident.Name, 2, definition, outcome, teller.Workday(acknowledgedOn, 20))
            )
            .Answered(
                answeredOn,
                Letters.Answer(resident.Name, 2, definition, finding, reason, remedy, promise: null),
                finding
            );
    }

    private Story Enquiry(Chance chance, DateOnly receivedOn, int rows)
    {
        var text = chance.One(Texts.All.Enquiries);
        var resident = Resident.Of(chance);
        var gaps = new Gaps(chance, resident.Road);
        var request = Request(
            chance,
            CaseKind.FormalEnquiry,
            receivedOn,
            gaps.Fill(text.Summary),
            text.Service,
            text.Category
        );
        var story = Open(chance, request with { Channel = Channel.Mp }, resident, rows);
        return story
            .Acknowledged(
                teller.Workday(story.Day, chance.OneIn(9) ? 4 : chance.Between(0, 2)),
                "Thank you for your letter. We are looking into it and will answer within ten working days."
            )
            .Answered(
                teller.Workday(receivedOn, chance.OneIn(8) ? chance.Between(11, 15) : chance.Between(5, 10)),
                gaps.Fill(text.Reply),
                Finding.NotUpheld,
                Channel.Letter
            )
            .Closed(teller.Workday(receivedOn, 16));
    }

    private Story Compliment(Chance chance, DateOnly receivedOn, int rows)
    {
        var text = chance.One(Texts.All.Compliments);
        var resident = Resident.Of(chance);
        var gaps = new Gaps(chance, resident.Road);
        var request = Request(
            chance,
            CaseKind.Compliment,
            receivedOn,
            gaps.Fill(text.Summary),
            text.Service,
            text.Category
        );
        var story = Open(chance, request, resident, rows);
        var filedOn = teller.Workday(receivedOn, chance.Between(5, 11));
        return story
            .PassedOn(teller.Workday(story.Day, chance.OneIn(7) ? 4 : chance.Between(0, 3)), gaps.Fill(text.To))
            .PutOnFile(filedOn)
            .Closed(filedOn);
    }

    private Story Open(Chance chance, LoggingRequest request, Resident resident, int rows)
    {
        var named = request with { ComplainantId = request.Anonymous ? null : resident.Id };
        var loggedOn = teller.Workday(request.ReceivedOn, chance.OneIn(12) ? chance.Between(1, 3) : 0);
        loggedOn = loggedOn > teller.LastWorkday ? teller.LastWorkday : loggedOn;
        var onThePhone = request.Channel == Channel.Phone ? chance.One(cast.FrontLine) : null;
        var story = Story.Received(teller, chance, named, loggedOn, onThePhone, rows);
        if (!request.Anonymous)
        {
            story.People.Add(resident.In(story.Case));
        }

        return story;
    }

    private LoggingRequest Request(
        Chance chance,
        CaseKind kind,
        DateOnly receivedOn,
        string summary,
        string service,
        string category
    ) =>
        new(kind, chance.Reference(), receivedOn, chance.One(Channels), summary, chance.One(cast.Handlers))
        {
            Service = service,
            Category = category,
            Tenure = chance.One(Tenures),
            Anonymous = kind == CaseKind.Complaint && chance.OneIn(60),
        };

    private static Finding Found(Chance chance) =>
        chance.Below(10) switch
        {
            0 => Finding.NotUpheld,
            < 4 => Finding.PartlyUpheld,
            _ => Finding.Upheld,
        };

    /// <summary>Notes of calls, until the case has the rows wanted of it.</summary>
    private void AddNotes(Story story, Chance chance, int rows)
    {
        while (story.Case.Version < rows)
        {
            var on = teller.Workday(story.Day, 1);
            story.Noted(on > teller.Until ? story.Day : on, chance.One(Texts.All.Notes));
        }
    }
}
