using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Demo;

public sealed class DemoLandlordTests(TestDatabases databases)
{
    private static readonly DateOnly Wed12Nov = new(2025, 11, 12);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_is_built_once_and_proves_itself(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var told = 0;

        var built = await BuildAsync(installation, (done, _) => told = done);
        var again = await BuildAsync(installation, (_, _) => { });

        Assert.True(built);
        Assert.False(again);
        Assert.True(told >= 300);
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
        Assert.Equal(new Rebuilt(told, Changed: 0), await installation.Get<Rebuilder>().CompareAsync(Cancel));
        Assert.True(await DemoLandlord.IsInAsync(installation.Services, Cancel));
        Assert.Empty(await PhotosThatAreNotThereAsync(installation));
    }

    [Fact]
    public async Task A_build_that_was_cut_short_is_done_again()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            BuildAsync(installation, (done, all) => _ = done < all ? 0 : throw new TimeoutException())
        );

        Assert.True(await BuildAsync(installation, (_, _) => { }));
        await using var context = installation.Database.NewContext();
        Assert.Equal(DemoStaff.All.Count, await context.Users.CountAsync(Cancel));
    }

    [Fact]
    public async Task It_is_not_added_to_data_of_somebodys_own()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await installation.LoggedAsync();

        Assert.False(await BuildAsync(installation, (_, _) => { }));
        Assert.False(await DemoLandlord.IsInAsync(installation.Services, Cancel));
    }

    /// <summary>Weekends, bank holidays, the first days of a year and the changes of the clocks are among the days.</summary>
    [Fact]
    public void It_can_be_built_on_any_day_and_is_alive()
    {
        for (var today = new DateOnly(2025, 3, 20); today < new DateOnly(2027, 3, 1); today = today.AddDays(11))
        {
            var stories = DemoLandlord.Stories(FernhillRules.All, today);

            Assert.All(stories, story => Assert.True(story.Day < today));
            Assert.All(
                stories.Where(story => !story.Case.IsOver && story.Case.Subjects.Count == 0),
                story => Assert.NotNull(story.Case.Owner)
            );
            var due = DaysDue(stories);
            Assert.True(due.Count(day => day < today) >= 5, $"{today}: hardly anything is overdue");
            Assert.True(due.Count(day => day >= today && day <= today.AddDays(7)) >= 8, $"{today}: a quiet week");
        }
    }

    [Fact]
    public void Several_cases_are_due_today_and_tomorrow()
    {
        var due = DaysDue(DemoLandlord.Stories(FernhillRules.All, Wed12Nov));

        Assert.True(due.Count(day => day == Wed12Nov) >= 4);
        Assert.True(due.Count(day => day == Wed12Nov.AddDays(1)) >= 3);
    }

    [Fact]
    public void The_same_day_makes_the_same_landlord()
    {
        var one = DemoLandlord.Stories(FernhillRules.All, Wed12Nov).Select(story => story.File.Head);
        var other = DemoLandlord.Stories(FernhillRules.All, Wed12Nov).Select(story => story.File.Head);

        Assert.Equal(one, other);
    }

    public static TheoryData<string> States => [.. Checks.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void It_contains(string state) =>
        Assert.Contains(DemoLandlord.Stories(FernhillRules.All, Wed12Nov), story => Checks[state](story.Case));

    private static readonly Dictionary<string, Func<Case, bool>> Checks = new(StringComparer.Ordinal)
    {
        ["a new complaint"] = c => c is { Status: CaseStatus.Open, Version: 3 },
        ["a late acknowledgement with an answer in time"] = c =>
            Is(c, DutyName.Acknowledge, Verdict.Late) && Is(c, DutyName.Respond, Verdict.InTime),
        ["an answer in time by a valid extension"] = c => Is(c, DutyName.Respond, Verdict.InTimeExtended),
        ["an extension told a day late, and the answer late"] = c =>
            Is(c, DutyName.Respond, Verdict.Late) && Has<Extended>(c),
        ["an extension told a day late, and the answer overdue"] = c =>
            Is(c, DutyName.Respond, Verdict.Overdue) && Has<Extended>(c),
        ["an open case extended in time"] = c =>
            c.Status == CaseStatus.Open && Clocks(c).Any(duty => duty.Moves.Any(move => move.Valid)),
        ["a visit where the resident had an advocate with them"] = c =>
            c.History.Any(row => row.Event is Contacted { How: ContactMethod.Visit, Companion: Companion.Advocate }),
        ["contact that is limited, with a way open"] = c =>
            c.Restrictions is [{ Proposed.Closed: { Phone: true, Post: false } }],
        ["an old enquiry whose years are over"] = c =>
            c is { Kind: CaseKind.GeneralEnquiry, ClosedOn.Year: 2023, PendingErasure: null, Holds.Count: 0 },
        ["an old enquiry that waits to be erased"] = c => c.PendingErasure is not null,
        ["an old enquiry that is held for a claim"] = c => c.Holds is [{ Placed.Ground: HoldGround.LegalClaim }],
        ["a limit to contact that waits for a second person"] = c => c.PendingRestriction is not null,
        ["more promised in money than an officer settles alone"] = c =>
            c is { Status: CaseStatus.Open, Commitments: [{ Amount: 186.40m }, { Amount: 220m }] },
        ["a review of a decision, with somebody who had no part in it"] = c =>
            c is { Stage: 2, DecisionComplainedOf.MadeBy: "petra", CurrentStage.Handler: "gwen" },
        ["a complaint about a colleague that waits for a second person and for somebody to have it"] = c =>
            c is { Status: CaseStatus.Open, Owner: null, Subjects: [{ ConfirmedOn: null }] },
        ["a colleague who is asked for a statement and has not answered yet"] = c =>
            c.Statements is [{ State: StatementState.Awaited, Extracts.Count: 2 }],
        ["somebody who acts for a resident and gets their letters"] = c =>
            c.Representatives is [{ Authority.Letters: true, ToldOn: not null }],
        ["somebody who acts for a resident whose letters stay theirs"] = c =>
            c.Representatives is [{ Authority: { Letters: false, How: AuthorityMethod.Phone } }],
        ["somebody who says that they act for a resident, with nothing that says they may"] = c =>
            c.Representatives is [{ Authority: null }],
        ["somebody written to in large print and in another language"] = c =>
            c.Needs is [{ Format: LetterFormat.LargePrint, Language: not null }],
        ["somebody who must not be rung"] = c => c.Needs is [{ Never.Phone: true }],
        ["a late answer without extension"] = c => Is(c, DutyName.Respond, Verdict.Late) && !Has<Extended>(c),
        ["two answers to one stage"] = c => c.History.Count(row => row.Event is Responded { Stage: 1 }) == 2,
        ["an email not logged for two months"] = c =>
            c.Channel == Channel.Email && c.LoggedOn?.DayNumber - c.ReceivedOn.DayNumber > 55,
        ["a withdrawal before the answer was due"] = c =>
            c.WithdrawnOn is not null && Is(c, DutyName.Respond, Verdict.NotRequired),
        ["a withdrawal after the answer was due"] = c =>
            c.WithdrawnOn is not null && Is(c, DutyName.Respond, Verdict.Overdue),
        ["an answer that a colleague owes, and one a service owes late"] = c =>
            c.Status == CaseStatus.Open
            && c.Asks.Any(ask => ask is { SettledOn: null, Of: not null })
            && c.Asks.Any(ask => ask is { SettledOn: null, Service: not null } && ask.AnswerBy < Wed12Nov),
        ["points with findings"] = c => c.Points.Count > 1 && c.Points.All(point => point.Finding is not null),
        ["points not decided yet"] = c => c.Status == CaseStatus.Open && c.Points.Any(point => point.Finding is null),
        ["a promise open on a closed case"] = c =>
            c.Status == CaseStatus.Closed && c.Commitments.Any(made => made.KeptOn is null && made.DueOn > Wed12Nov),
        ["a promise broken on a closed case"] = c =>
            c.Status == CaseStatus.Closed && c.Commitments.Any(made => made.KeptOn is null && made.DueOn < Wed12Nov),
        ["a received date corrected by a second person"] = c =>
            c.History.Any(row => row.Event is Corrected { Fact: CorrectableFact.ReceivedOn }),
        ["a correction that waits"] = c => c.PendingCorrection is not null,
        ["stage 2 asked for, with somebody else"] = c => c is { Status: CaseStatus.Open, Stage: 2 } && TwoHandlers(c),
        ["stage 2 answered by somebody else"] = c => c.FindStage(2)?.RespondedOn is not null && TwoHandlers(c),
        ["a refused escalation"] = Has<EscalationRefused>,
        ["a complaint refused by two people"] = c =>
            c.Status == CaseStatus.Refused && c.History.TakeLast(2).DistinctBy(row => row.Who).Count() == 2,
        ["a refusal that waits, of a matter too old"] = c =>
            c.PendingRefusal is not null && Grounds.IsTooOld(c, FernhillRules.All),
        ["a complaint that became a service request, as its resident agreed"] = c =>
            c.Status == CaseStatus.ServiceRequest,
        ["a service request whose resident wanted the complaint after all"] = c =>
            c.Status == CaseStatus.Open && c.History.Any(row => row.Event is ServiceRequestAgreed),
        ["a complaint accepted after all"] = Has<Reinstated>,
        ["a case opened again that was closed by mistake"] = Has<Reopened>,
        ["an answer corrected by a letter"] = Has<AnswerCorrected>,
        ["something new that came up in another complaint"] = c =>
            c.Links.Any(link => link.Relation == CaseRelation.Follows),
        ["an old matter accepted all the same"] = Has<LateMatterAccepted>,
        ["a compliment late at day 4"] = c => Is(c, DutyName.Relay, Verdict.Late),
        ["an enquiry of an MP"] = c => c is { Kind: CaseKind.FormalEnquiry, Channel: Channel.Mp },
        ["an MP's letter that is a complaint"] = c => c is { Kind: CaseKind.Complaint, Channel: Channel.Mp },
        ["somebody who would not be known"] = c => c.Anonymous,
        ["fourteen neighbours and one lift"] = c => c.Complainants.Count == 14,
        ["somebody whom only the complaints team knows"] = c => c.IsConfidential(c.ComplainantId),
        ["messages from residents that nobody has read"] = c =>
            c.NewMessages.Count > 0 && c.History.Any(row => row.Event is MessageReceived { Files: null }),
        ["a photo that a resident sent"] = c =>
            c.History.Any(row => row.Event is MessageReceived { Files: [{ Type: FileType.Jpeg }] }),
        ["somebody whose number was put right"] = Has<ContactCorrected>,
        ["somebody who lost their code"] = Has<AccessCodeGiven>,
        ["stages under two procedures"] = c => c.Stages.DistinctBy(stage => stage.ProcedureId).Count() == 2,
        ["a letter that waits to be posted"] = c => c.Letters is [{ Failure: null, Channel: Channel.Letter }],
        ["a letter that could not be mailed"] = c => c.Letters is [{ Failure: LetterFailure.AddressRefused }],
        ["an extension taken as given"] = c => Clocks(c).Any(duty => duty.Assumed),
    };

    /// <summary>Of the files that history tells of, those that the store has not.</summary>
    private static async Task<IReadOnlyList<string>> PhotosThatAreNotThereAsync(TestInstallation installation)
    {
        await using var context = installation.Database.NewContext();
        var hashes = await context.FileUses.Select(use => use.Hash).Distinct().ToListAsync(Cancel);
        Assert.Equal(3, hashes.Count);
        var store = installation.Get<FileStore>();
        return [.. hashes.Where(hash => !File.Exists(store.PlaceOf(hash)))];
    }

    private static bool TwoHandlers(Case c) => c.FindStage(1)!.Handler != c.FindStage(2)!.Handler;

    private static bool Has<T>(Case c) => c.History.Any(row => row.Event is T);

    private static bool Is(Case c, DutyName duty, Verdict verdict) =>
        Clocks(c).Any(clock => clock.Duty == duty && clock.Verdict == verdict);

    private static IReadOnlyList<DutyClock> Clocks(Case c) => CaseClocks.Of(c, FernhillRules.All, Wed12Nov);

    /// <summary>The days on which the next duty of a case is due, as the worklist has them.</summary>
    private static List<DateOnly> DaysDue(IEnumerable<Story> stories)
    {
        var recording = new Recording();
        foreach (var story in stories.Where(story => story.Case.Confidential.Count == 0))
        {
            story.SaveTo(recording);
        }

        return [.. recording.Inserted.OfType<CaseRow>().Select(row => row.NextDueOn).OfType<DateOnly>()];
    }

    private static Task<bool> BuildAsync(TestInstallation installation, Action<int, int> progress) =>
        DemoLandlord.BuildAsync(installation.Services, progress, Wed12Nov, Cancel);
}
