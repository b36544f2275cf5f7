using System.Globalization;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Demo;

/// <summary>A case of the test world.</summary>
/// <param name="State">What it shows, in the words programs read.</param>
/// <param name="Story">How it came to that.</param>
/// <param name="Canaries">By what was written: a word that stands there and nowhere else, so that wherever it turns up it is known whose it is.</param>
/// <param name="Code">What opens it for whoever complains.</param>
internal sealed record HarnessCase(
    string State,
    Story Story,
    IReadOnlyDictionary<string, string> Canaries,
    string Code
);

/// <summary>A case in each state, the same references, words and codes whenever they are told.</summary>
internal sealed class HarnessCases(StoryTeller teller, DateOnly today)
{
    private const int Seed = 1988;

    private int number;

    /// <summary>The colleague whom one case is about, and who is asked for a statement.</summary>
    public const string Subject = "joel";

    /// <summary>Who sees the sealed case for good.</summary>
    public static readonly IReadOnlyList<string> Readers = ["moira", DemoStaff.Lead, "amira"];

    public IReadOnlyList<HarnessCase> Tell() =>
        [
            Told("open", Open),
            Told("acknowledged", (story, word) => Acknowledged(story, word)),
            Told("answered", (story, word) => Answered(story, word)),
            Told("next_stage", NextStage),
            Told("withdrawn", (story, word) => story.Withdrawn(Day(-5), WithdrawalMethod.Phone, word("reason"))),
            Told("refused", Refused),
            Told("closed", (story, word) => Answered(story, word).Closed(Day(-1))),
            Told(
                "anonymous",
                (story, word) => Acknowledged(story, word),
                request => request with { Anonymous = true, ComplainantId = null }
            ),
            Told(
                "confidential",
                (story, word) => Acknowledged(story, word),
                request => request with { Confidential = true }
            ),
            Told("sealed", (story, word) => story.Sealed(Day(-5), Readers[0], Readers[1], word("reason"))),
            Told("about_a_colleague", AboutAColleague),
            Told("represented", Represented),
        ];

    private HarnessCase Told(
        string state,
        Action<Story, Func<string, string>> tell,
        Func<LoggingRequest, LoggingRequest>? with = null
    )
    {
        var canaries = new Dictionary<string, string>(StringComparer.Ordinal);
        var chance = new Chance(Seed, ++number);
        Span<byte> random = stackalloc byte[AccessCode.Bytes];
        chance.Salt(random);
        var person = new Resident(chance.Id(), Word("name"), Word("address"), number, Phone());
        var request = new LoggingRequest(
            CaseKind.Complaint,
            chance.Reference(),
            Day(-9),
            Channel.Phone,
            $"It drips, {Word("summary")}.",
            "amira"
        )
        {
            ComplainantId = person.Id,
            Service = "Repairs",
            Category = "Damp and mould",
            Tenure = Tenure.GeneralNeeds,
        };
        request = with?.Invoke(request) ?? request;
        var story = Story.Received(teller, chance, request, by: DemoStaff.Cast.FrontLine[0]);
        if (!request.Anonymous)
        {
            story.People.Add(person.In(story.Case));
        }

        tell(story, Word);
        return new(state, story, canaries, AccessCode.Of(random));

        string Word(string of) =>
            canaries[of] =
                $"canary{state.Replace("_", "", StringComparison.Ordinal)}{of.Replace("_", "", StringComparison.Ordinal)}";

        string Phone() => canaries["phone"] = string.Create(CultureInfo.InvariantCulture, $"07700 90{9100 + number}");
    }

    private DateOnly Day(int workingDays) => teller.Workday(today, workingDays);

    private void Open(Story story, Func<string, string> word) =>
        Acknowledged(story, word)
            .Needs(Day(-7), new(null, LetterFormat.LargePrint, new Never(Voicemail: true), What: word("needs")))
            .Contacted(Day(-7), ContactMethod.Phone, ContactResult.Spoke, word("contact"))
            .Wrote(Day(-6), word("message"))
            .AskedOf("ben", Day(-6), word("ask"), Day(2))
            .PromisedToPay(Day(-6), 99.5m, word("promise"), Day(9))
            .MessageWritten(Day(-5), word("waiting_letter"), Channel.Letter);

    private Story Acknowledged(Story story, Func<string, string> word) =>
        story
            .Defined(Day(-8), word("definition"), word("outcome_sought"))
            .Acknowledged(Day(-8), word("acknowledgement"));

    private Story Answered(Story story, Func<string, string> word) =>
        Acknowledged(story, word)
            .PointRaised(Day(-7), word("point"))
            .PointDecided(Day(-6), 1, Finding.Upheld, word("finding"), word("remedy"))
            .Answered(Day(-5), word("answer"), Finding.Upheld);

    private void NextStage(Story story, Func<string, string> word) =>
        Answered(story, word)
            .NextStageAskedFor(Day(-4), word("request"))
            .Assigned(Day(-3), DemoStaff.Cast.Reviewers[0]);

    private void Refused(Story story, Func<string, string> word) =>
        story.Refused(
            Day(-5),
            new("legal_proceedings", word("reason"), word("refusal")) { GivesReasons = true, GivesOmbudsman = true },
            DemoStaff.Lead
        );

    private void AboutAColleague(Story story, Func<string, string> word) =>
        Acknowledged(story, word)
            .IsAbout(Subject, Day(-7), word("whom"), by: "amira")
            .AgreedToBeAbout(Subject, Day(-6), DemoStaff.Lead)
            .StatementAskedOf(Subject, Day(-5), word("questions"), word("support"), word("released"));

    private void Represented(Story story, Func<string, string> word)
    {
        var chance = new Chance(Seed, -number);
        var acting = new Resident(chance.Id(), word("representative"), "Acting Row", number, "07700 909199");
        Acknowledged(story, word)
            .ActedForBy(
                Day(-6),
                acting,
                RepresentativeKind.Advocate,
                AuthorityMethod.SignedForm,
                word("scope"),
                letters: true
            );
    }
}
