using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Demo;

/// <summary>
/// The cases a demonstration needs, told one by one. Days are working days from today: -5 is a working week ago, 0 is
/// today or, at a weekend, the next working day.
/// </summary>
internal sealed partial class DemoCases(StoryTeller teller, DateOnly today, int seed)
{
    private int number;

    public IEnumerable<Story> Tell() => [.. Waiting(), .. Difficult(), .. OfOtherKinds(), .. FromTheOldSystem()];

    private DateOnly Day(int workingDays) => teller.Workday(today, workingDays);

    private Chance NextChance() => new(seed, ++number);

    /// <summary>A complaint as taken down; everything the demonstration does not care about is left to chance.</summary>
    private Story Complaint(
        int receivedOn,
        string handler,
        string summary,
        string category,
        string service = "Repairs",
        string? resident = null,
        int? loggedOn = null,
        Func<LoggingRequest, LoggingRequest>? with = null
    )
    {
        var chance = NextChance();
        var person = Resident.Of(chance, resident);
        var request = new LoggingRequest(
            CaseKind.Complaint,
            chance.Reference(),
            Day(receivedOn),
            Channel.Phone,
            summary,
            handler
        )
        {
            Service = service,
            Category = category,
            Tenure = Tenure.GeneralNeeds,
            ComplainantId = person.Id,
        };
        return Open(chance, with?.Invoke(request) ?? request, person, loggedOn);
    }

    private Story Open(Chance chance, LoggingRequest request, Resident person, int? loggedOn = null)
    {
        var by = request.Channel == Channel.Phone ? chance.One(DemoStaff.Cast.FrontLine) : request.Handler;
        var story = Story.Received(teller, chance, request, loggedOn is { } day ? Day(day) : null, by);
        if (!request.Anonymous)
        {
            story.People.Add(person.In(story.Case));
        }

        return story;
    }

    /// <summary>Defined and acknowledged on one day, the usual way.</summary>
    private Story Acknowledged(Story story, int on, string definition, string outcome) =>
        story
            .Defined(Day(on), definition, outcome)
            .Acknowledged(
                Day(on),
                Letters.Acknowledgement(NameOf(story), story.Case.Stage, definition, outcome, Day(on + 10))
            );

    private Story Answered(
        Story story,
        int on,
        Finding finding,
        string reason,
        string remedy,
        string? promise = null
    ) =>
        story.Answered(
            Day(on),
            Letters.Answer(
                NameOf(story),
                story.Case.Stage,
                "what we set out when we acknowledged it.",
                finding,
                reason,
                remedy,
                promise
            ),
            finding
        );

    private static string NameOf(Story story) => story.People is [var person, ..] ? person.Name : "neighbour";
}
