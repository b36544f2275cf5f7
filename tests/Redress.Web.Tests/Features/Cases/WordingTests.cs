using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases;
using Redress.Web.Features.Cases.Asks;
using Redress.Web.Features.Cases.History;
using Redress.Web.Features.Cases.NoteContact;
using Redress.Web.Resources;
using Redress.Web.Tests.Layout;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Whatever Core can say, people are told in words.</summary>
public sealed class WordingTests : IClassFixture<EmptyHost>
{
    private readonly EmptyHost host;
    private readonly HashSet<string> known;

    public WordingTests(EmptyHost host)
    {
        this.host = host;
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        known = [.. text.GetAllStrings().Select(one => one.Name)];
    }

    [Fact]
    public void Every_refusal_of_every_endpoint_has_words()
    {
        var refusals = host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<RefusesWith>()?.Refusals)
            .OfType<Type>()
            .Distinct()
            .ToList();

        Assert.Contains(typeof(CannotAcknowledge), refusals);
        Assert.Empty(refusals.Append(typeof(CannotMail)).SelectMany(Keys).Except(known));
    }

    [Fact]
    public void Every_choice_has_words()
    {
        Type[] choices =
        [
            typeof(CaseKind),
            typeof(CaseStatus),
            typeof(DueWhen),
            typeof(Core.Cases.Channel),
            typeof(Tenure),
            typeof(Finding),
            typeof(Ombudsman),
            typeof(Companion),
            typeof(ContactMethod),
            typeof(ContactOutcome),
            typeof(WithdrawalMethod),
            typeof(CorrectableFact),
            typeof(CaseRelation),
            typeof(MessageKind),
            typeof(MessageState),
            typeof(LetterFailure),
            typeof(MessageSender),
            typeof(RepresentativeKind),
            typeof(AuthorityMethod),
            typeof(LetterFormat),
            typeof(ErasureGround),
            typeof(HoldGround),
            typeof(FileType),
            typeof(FileFault),
            typeof(DutyName),
            typeof(Verdict),
            typeof(Step),
            typeof(AskFate),
            typeof(StatementState),
            typeof(DayOfWeek),
            typeof(DecisionKind),
            typeof(Closeness),
            typeof(Core.Staff.Grade),
            typeof(Core.Incidents.Part),
            typeof(Lookers),
        ];

        Assert.Empty(choices.SelectMany(Keys).Except(known));
    }

    [Fact]
    public void Every_ground_of_the_procedures_we_carry_has_words()
    {
        var grounds = ShippedProcedures
            .All.SelectMany(procedure => procedure.Exclusions)
            .Select(exclusion => exclusion.Ground)
            .Concat([Grounds.TimeBar, Grounds.LateRequest]);

        Assert.Empty(grounds.Select(ground => $"ground.{ground}").Except(known));
    }

    /// <summary>The golden histories hold every event there is; Core's tests see to that.</summary>
    [Fact]
    public void Every_event_has_its_sentence()
    {
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        var staff = new StaffDirectory(host.Services.GetRequiredService<Database>(), host.Clock);
        var editions = ShippedCalendars.All.SelectMany(one => new[] { one, one.With(one) });
        var rules = new Rules(ShippedProcedures.All, ["code-2024"], editions);
        var worded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests/Redress.Core.Tests/golden")))
        {
            var golden = JsonNode.Parse(File.ReadAllText(file))!;
            var history = golden["history"]!
                .AsArray()
                .Select(row => (Event: (string)row!["event"]!, At: Recorded(row)));
            var folded = Case.Fold((string)golden["id"]!, history.Select(row => row.At));
            var view = new CaseView(
                folded,
                null,
                new Dictionary<string, string?>(),
                [],
                staff,
                rules,
                host.Clock.Today
            );
            foreach (var (name, recorded) in history)
            {
                var told = new EventSentences(text, view).Of(recorded);
                Assert.DoesNotContain("history.", told.Sentence, StringComparison.Ordinal);
                Assert.NotEmpty(told.Sentence);
                worded.Add(name);
            }
        }

        Assert.Empty(CaseEventJson.Names.Except(worded));
    }

    private static RecordedEvent Recorded(JsonNode row) =>
        new(
            (int)row["sequence"]!,
            CaseEventJson.Read((string)row["event"]!, (int)row["version"]!, (string)row["data"]!),
            row["recorded_at"]!.GetValue<DateTime>(),
            (string)row["who"]!
        );

    private static IEnumerable<string> Keys(Type choices) =>
        Enum.GetNames(choices).Select(name => $"{BodyField.NameOf(choices.Name)}.{BodyField.NameOf(name)}");
}
