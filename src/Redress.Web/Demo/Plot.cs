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
        var text = chance.One(Texts.All.Complaints);
        var resident = Resident.Of(chance);
        var gaps = new Gaps(chance, resident.Road);
        var summary = gaps.Fill(text.Summary);
        var request = Request(chance, CaseKind.Complaint, receivedOn, summary, text.Service, text.Category);
        var story = Open(chance, request, resident, rows);
        new ComplaintPlot(teller, cast, chance, story, text, gaps, resident.Name).Tell(spare: rows - Bones);
        return story;
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
