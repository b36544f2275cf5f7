using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>What staff may try: every decision with arbitrary, often foolish, requests.</summary>
internal static class AnyCourse
{
    /// <summary>Tries to do something to a case on a day; what is refused changes nothing.</summary>
    public delegate IReadOnlyList<CaseEvent> Attempt(Case tried, string who, DateOnly today);

    /// <summary>The rules once another holiday was added to the calendar.</summary>
    public static readonly Rules NewRules = Landlord.RulesWith(
        Landlord.Calendar,
        Landlord.Calendar.WithHoliday(new(Thu1May, "A day of mourning"))
    );

    private static readonly Gen<int> Days = Gen.Choose(-9, 30);
    private static readonly Gen<string> Text = Gen.Elements("", "A leaking roof");
    private static readonly Gen<int> Number = Gen.Choose(0, 2);
    private static readonly Gen<string> Staff = Gen.Elements("", "amira", "ben");
    private static readonly Gen<Channel> Sent = Gen.Elements(Channel.Phone, Channel.Email);

    private static readonly ReceivedFile Photo = new(FileType.Jpeg, 9, Words.Of("ab12"), Words.Of("damp.jpg"));

    private static readonly ContactDetails Before = new("Mrs Shaw", null, "old@vale.example", null, null);
    private static readonly ContactDetails After = Before with { Email = "new@vale.example" };

    private static readonly Gen<AgreedServiceRequest> Agreements =
        from person in Gen.Elements("", "p1", "p2", "una")
        from text in Gen.Frequency((1, Text), (3, Gen.Constant("Just mend it")))
        from keeps in Gen.Frequency((1, Gen.Constant(false)), (5, Gen.Constant(true)))
        from channel in Sent
        select new AgreedServiceRequest(person, default, Channel.Phone, text, text, text)
        {
            Channel = channel,
            Letter = text,
            KeepsTheRight = keeps,
            GivesOmbudsman = true,
        };

    private static readonly Gen<RefusalRequest> Refusals =
        from ground in Gen.Elements("legal_proceedings", Grounds.TimeBar, Grounds.LateRequest, "no such ground")
        from text in Gen.Frequency((1, Text), (3, Gen.Constant("It is before the court")))
        from gives in Gen.Frequency((1, Gen.Constant(false)), (5, Gen.Constant(true)))
        select new RefusalRequest(ground, text, text) { GivesReasons = true, GivesOmbudsman = gives };

    /// <summary>What may be tried about letters. Together they come as often as any other attempt, to leave room for those.</summary>
    private static readonly Gen<Attempt>[] Correspondence =
    [
        from channel in Sent
        from text in Text
        from letter in Gen.Choose(0, 5)
        select new Attempt((c, who, today) => Written(c, who, letter, channel, text, today)),
        from day in Gen.Frequency((1, Days), (5, Gen.Constant(0)))
        from copy in Gen.Elements(true, false)
        select new Attempt(
            (c, _, today) =>
                Sending.Left(c, LastLetter(c), NewRules, today.AddDays(day), today, copy ? LastCopy(c) : null).Events
        ),
        from why in Gen.Elements(Enum.GetValues<LetterFailure>())
        from text in Text
        select new Attempt((c, _, today) => Sending.Fail(c, LastLetter(c), why, text, today, LastCopy(c)).Events),
        from channel in Sent
        select new Attempt(
            (c, _, today) => ToEach(c, Sending.Reroute(c, LastLetter(c), channel, NewRules, today).Events)
        ),
        from text in Text
        select new Attempt((c, _, today) => Sending.Cancel(c, LastLetter(c), text, today).Events),
    ];

    /// <summary>What residents send, and that it is read: one attempt of all, so that the others are not crowded out.</summary>
    private static readonly Gen<Attempt> FromResidents = Gen.OneOf<Attempt>(
        from day in Days
        from channel in Gen.Elements(Channel.WebForm, Channel.Letter)
        from text in Text
        from files in Gen.Choose(0, 2)
        select new Attempt(
            (c, _, today) =>
                MessageReceipt
                    .Decide(c, new(today.AddDays(day), channel, text, [.. Enumerable.Repeat(Photo, files)]), today)
                    .Events
        ),
        Gen.Constant(new Attempt((c, _, today) => MessageReceipt.Read(c, today).Events)),
        from text in Text
        select new Attempt((c, _, today) => DefinitionAnswer.Dispute(c, text, today).Events),
        Gen.Constant(new Attempt((c, _, today) => DefinitionAnswer.Agree(c, today).Events))
    );

    /// <summary>What may be tried about who complains: one attempt of all, too.</summary>
    private static readonly Gen<Attempt> AboutPeople = Gen.OneOf<Attempt>(
        Gen.Constant(new Attempt((c, _, today) => Confidentiality.Begin(c, c.ComplainantId, today).Events)),
        Gen.Constant(new Attempt((c, _, today) => Confidentiality.Open(c, c.ComplainantId, null, today).Events)),
        from day in Gen.Choose(-1, 1)
        from text in Text
        select new Attempt(
            (c, _, today) => Confidentiality.End(c, c.ComplainantId, today.AddDays(day), text, today).Events
        ),
        from person in Gen.Elements("p2", "p3")
        from day in Gen.Choose(-1, 1)
        select new Attempt(
            (c, _, today) =>
                c.Complainants.Contains(person)
                    ? []
                    : Complainants.Join(c, person, today.AddDays(day), confidential: false, today).Events
        ),
        from person in Gen.Elements("p1", "p2")
        from text in Text
        select new Attempt(
            (c, _, today) => Complainants.Leave(c, person, today, WithdrawalMethod.Phone, text, today).Events
        ),
        from person in Gen.Elements("amira", "ben")
        from text in Text
        select new Attempt((c, _, today) => Subjects.Clear(c, person, text, today).Events),
        from person in Gen.Elements("p1", "p2")
        select new Attempt((c, _, today) => Complainants.Lead(c, person, today).Events),
        from person in Gen.Elements("p1", "p2")
        from text in Text
        select new Attempt(
            (c, _, today) =>
                ContactCorrection
                    .Decide(c, new(person, NobodyChosen: false), Before, After, text, copy => copy == person, today)
                    .Events
        ),
        from person in Gen.Elements("p1", "p2")
        select new Attempt((c, _, today) => CodeRenewal.Decide(c, person, today).Events)
    );

    /// <summary>What may be tried about who sees it at all: one attempt of all.</summary>
    private static readonly Gen<Attempt> Seals = Gen.OneOf<Attempt>(
        from text in Text
        select new Attempt((c, who, today) => Sealing.Begin(c, "ben", text, who, today).Events),
        Gen.Constant(new Attempt((c, who, today) => Sealing.Agree(c, who, today).Events)),
        from text in Text
        select new Attempt((c, who, today) => Sealing.Lift(c, text, who, today).Events),
        from person in Gen.Elements("amira", "ben", "dora")
        from until in Gen.Elements((int?)null, 3)
        from text in Text
        select new Attempt(
            (c, _, today) =>
                Sealing.Admit(c, person, text, until is { } days ? today.AddDays(days) : null, today).Events
        ),
        from person in Gen.Elements("amira", "ben", "dora")
        from text in Text
        select new Attempt((c, _, today) => Sealing.Remove(c, person, text, today).Events)
    );

    /// <summary>
    /// How those it is about are heard: one attempt of all. Nobody is asked before they are named and agreed on, nor answers
    /// before they are asked, so that the first of these steps that is still to be taken is tried.
    /// </summary>
    private static readonly Gen<Attempt> Hearings =
        from person in Gen.Frequency((4, Gen.Constant("ben")), (1, Gen.Constant("amira")))
        from text in Gen.Frequency((1, Text), (3, Gen.Constant("Were you there?")))
        from answer in Gen.Choose(0, 3)
        select new Attempt(
            (c, _, today) =>
                c.Subjects.FirstOrDefault(one => one.Person == person) is not { } subject
                    ? Subjects.Name(c, person, text, today).Events
                : subject.ConfirmedOn is null ? Subjects.Confirm(c, person, "lena", today).Events
                : c.Statements.FirstOrDefault(one => one.Person == person && Statements.IsOpen(c, one)) is { } asked
                    ? Answer(c, asked, answer, text, today)
                : Statements
                    .Ask(c, new($"s{c.Statements.Count}", person, text, [text, null], text), NewRules, today)
                    .Events
        );

    private static IReadOnlyList<CaseEvent> Answer(Case c, Statement to, int answer, string text, DateOnly today) =>
        answer switch
        {
            0 => Statements.Give(c, to.Request, to.Person, text, today).Events,
            1 => Statements.Waive(c, to.Request, to.Person, today).Events,
            2 => Statements.Withdraw(c, to.Number, text, today).Events,
            _ => [.. Statements.Passed(c, today)],
        };

    /// <summary>What may be tried about whoever acts for those who complain: one attempt of all.</summary>
    private static readonly Gen<Attempt> Representatives = Gen.OneOf<Attempt>(
        from person in Gen.Elements("p1", "p2")
        select new Attempt(
            (c, _, today) =>
                c.FindRepresentative("sol") is null
                    ? Representation.Name(c, "sol", person, RepresentativeKind.Advocate, today).Events
                    : []
        ),
        from day in Gen.Choose(-1, 3)
        from text in Gen.Frequency((1, Text), (3, Gen.Constant("To speak for her")))
        from letters in Gen.Elements(true, false)
        select new Attempt(
            (c, _, today) =>
                Authorised(c, today.AddDays(-day), day > 0 ? null : today.AddDays(day), letters, text, today)
        ),
        from text in Text
        select new Attempt((c, _, today) => Representation.End(c, "una", text, today).Events),
        from text in Text
        select new Attempt((c, _, today) => Representation.EndOwn(c, "p1", "una", today).Events),
        from never in Gen.Elements(new Never(), new Never(Email: true), new Never(Phone: true, Post: true))
        from allow in Gen.Elements(true, false)
        from text in Text
        select new Attempt(
            (c, _, today) =>
                RecordingNeeds.Decide(c, new("p1", LetterFormat.LargePrint, never, What: text), allow, today).Events
        ),
        from channel in Sent
        select new Attempt((c, _, today) => Representation.Ask(c, null, channel, "May you?", today).Events),
        from channel in Sent
        from text in Text
        select new Attempt((c, _, today) => Writing.Decide(c, "una", channel, text, today).Events)
    );

    /// <summary>Authority, and the letter that tells the resident of it.</summary>
    private static IReadOnlyList<CaseEvent> Authorised(
        Case c,
        DateOnly from,
        DateOnly? until,
        bool letters,
        string text,
        DateOnly today
    )
    {
        var given = new AuthorityRequest("una", AuthorityMethod.Phone, text, letters, from, until);
        return Representation.Authorise(c, given, "a1", today).Events is [AuthorityRecorded recorded]
            ?
            [
                recorded,
                Representation.Notice(
                    recorded,
                    c.FindRepresentative("una")!.For,
                    Channel.Letter,
                    "Una may act for you.",
                    today
                ),
            ]
            : [];
    }

    /// <summary>What colleagues and services are asked, and what becomes of it: one attempt of all.</summary>
    private static readonly Gen<Attempt> Asks = Gen.OneOf<Attempt>(
        from day in Days
        from staff in Staff
        from service in Text
        from text in Text
        select new Attempt(
            (c, _, today) => Asking.Decide(c, new(text, today.AddDays(day), staff, service), today).Events
        ),
        from ask in Number
        from text in Text
        select new Attempt((c, _, today) => Asking.Answer(c, ask, text, today).Events),
        from ask in Number
        from text in Text
        select new Attempt((c, _, today) => Asking.GiveUp(c, ask, text, today).Events)
    );

    /// <summary>Contact that is limited, and limited no more: one attempt of all.</summary>
    private static readonly Gen<Attempt> Restricting = Gen.OneOf<Attempt>(
        from phone in Gen.Elements(true, false)
        from text in Text
        select new Attempt(
            (c, _, today) =>
                Restrictions
                    .Propose(
                        c,
                        new(
                            c.ComplainantId,
                            new(phone, Post: true),
                            text,
                            "Shouting",
                            "Asked twice",
                            "No need",
                            today.AddDays(60)
                        ),
                        today
                    )
                    .Events
        ),
        from leaves in Gen.Elements(true, false)
        from staff in Staff
        select new Attempt(
            (c, _, today) =>
                Restrictions
                    .Agree(c, (leaves ? null : today, Channel.Letter), "Please write", staff, Landlord.Rules, today)
                    .Events
        ),
        from text in Text
        select new Attempt((c, _, today) => Restrictions.Reject(c, text, today).Events),
        Gen.Constant(new Attempt((c, _, today) => Restrictions.Lift(c, null, "Calm since", today).Events))
    );

    /// <summary>What ends in nothing being held of it any more, and what stops that: one attempt of all.</summary>
    private static readonly Gen<Attempt> Erasing = Gen.OneOf<Attempt>(
        from ground in Gen.Elements(Enum.GetValues<ErasureGround>())
        select new Attempt((c, _, today) => Erasure.Propose(c, ground, NewRules, today).Events),
        Gen.Constant(new Attempt((c, who, today) => Erasure.Agree(c, who, NewRules, today).Events)),
        from text in Text
        select new Attempt((c, _, today) => Erasure.Reject(c, text, today).Events),
        from ground in Gen.Elements(Enum.GetValues<HoldGround>())
        from text in Text
        select new Attempt((c, _, today) => Erasure.Hold(c, ground, text, today).Events),
        Gen.Constant(new Attempt((c, _, today) => Erasure.Lift(c, null, "Settled", today).Events))
    );

    public static readonly Gen<Attempt> Attempts = Gen.OneOf<Attempt>(
        Restricting,
        Erasing,
        from a in Text
        from b in Text
        select new Attempt((c, _, today) => Definition.Decide(c, new(a, b), today).Events),
        from staff in Staff
        from why in Text
        select new Attempt((c, _, today) => Assignment.Decide(c, new(staff, Why: why), Landlord.Rules, today).Events),
        from staff in Staff
        from kind in Gen.Elements(Enum.GetValues<DecisionKind>())
        from text in Text
        select new Attempt(
            (c, who, today) => NamingDecision.Decide(c, new(kind, staff, text), who, Landlord.Rules, today).Events
        ),
        from staff in Staff
        from text in Text
        select new Attempt((c, _, today) => Settlement.Approve(c, text, staff, NewRules, today).Events),
        from day in Days
        from channel in Sent
        from text in Text
        from names in Gen.Elements(true, false)
        select new Attempt(
            (c, _, today) =>
                Acknowledgement.Decide(c, new(today.AddDays(day), channel, text, names), NewRules, today).Events
        ),
        from day in Days
        from result in Gen.Elements(Enum.GetValues<ContactResult>())
        select new Attempt(
            (c, _, today) => ContactNote.Decide(c, new(today.AddDays(day), ContactMethod.Phone, result), today).Events
        ),
        from day in Days
        select new Attempt((c, _, today) => ContactNote.Decline(c, today.AddDays(day), today).Events),
        from day in Days
        from told in Days
        from text in Text
        select new Attempt(
            (c, _, today) =>
                Extension
                    .Decide(c, new(today.AddDays(day), text) { ToldOn = today.AddDays(told) }, NewRules, today)
                    .Events
        ),
        from day in Days
        from until in Days
        from text in Text
        select new Attempt(
            (c, _, today) => HoldingLetter.Decide(c, new(today.AddDays(day), today.AddDays(until), text), today).Events
        ),
        from day in Days
        from text in Text
        select new Attempt(
            (c, who, today) => Reopening.Decide(c, today.AddDays(day), text, who, NewRules, today).Events
        ),
        from day in Days
        from channel in Sent
        from text in Text
        select new Attempt(
            (c, who, today) =>
                AnswerCorrection
                    .Decide(
                        c,
                        new(day % 3 == 0 ? null : today.AddDays(day), channel, text, text),
                        who,
                        Landlord.Rules,
                        today
                    )
                    .Events
        ),
        from number in Number
        select new Attempt((c, _, today) => [LinkedComplaint.LinkTo("R-2", c, today)]),
        from day in Days
        select new Attempt((c, _, today) => AnswerArrival.Decide(c, today.AddDays(day), today).Events),
        from text in Text
        select new Attempt((c, _, today) => Points.Raise(c, text, today).Events),
        from point in Number
        from text in Text
        select new Attempt(
            (c, who, today) =>
                Points.Decide(c, new(point, Finding.Upheld, text, text), who, Landlord.Rules, today).Events
        ),
        from day in Days
        from point in Gen.OneOf(Gen.Constant<int?>(null), Number.Select(number => (int?)number))
        from text in Text
        from staff in Staff
        from amount in Gen.Elements<decimal?>(null, 99.5m, 250m)
        select new Attempt(
            (c, _, today) => Commitments.Make(c, new(text, today.AddDays(day), staff, point, amount), today).Events
        ),
        from day in Days
        from number in Number
        from text in Text
        select new Attempt((c, _, today) => Commitments.Keep(c, new(number, today.AddDays(day), text), today).Events),
        from day in Days
        from channel in Sent
        from text in Text
        select new Attempt(
            (c, who, today) =>
                Response
                    .Decide(
                        c,
                        new(today.AddDays(day), channel, text, Finding.Upheld) { Unheard = text },
                        who,
                        NewRules,
                        today
                    )
                    .Events
        ),
        from day in Days
        from text in Text
        select new Attempt(
            (c, _, today) => Withdrawal.Decide(c, new(today.AddDays(day), WithdrawalMethod.Phone, text), today).Events
        ),
        from text in Text
        select new Attempt((c, _, today) => Classification.Decide(new(Category: Words.From(text)?.Text), today).Events),
        from day in Days
        select new Attempt((c, _, today) => Closure.Decide(c, today.AddDays(day), today).Events),
        from day in Days
        from fact in Gen.Elements(Enum.GetValues<CorrectableFact>())
        from stage in Number
        from text in Text
        select new Attempt(
            (c, _, today) =>
                Correction.Propose(c, new(fact, today.AddDays(day), text, text, stage), NewRules, today).Events
        ),
        FromResidents,
        AboutPeople,
        Seals,
        Seals,
        Representatives,
        Asks,
        Hearings,
        Hearings,
        Gen.Constant(new Attempt((c, who, today) => Correction.Agree(c, who, today).Events)),
        from text in Text
        select new Attempt((c, _, today) => Correction.Reject(c, text, today).Events),
        from day in Days
        from staff in Staff
        from text in Text
        select new Attempt(
            (c, _, today) =>
                Escalation.Decide(c, new(today.AddDays(day), Handler: staff, Override: text), NewRules, today).Events
        ),
        from request in Refusals
        select new Attempt((c, _, today) => Refusal.Propose(c, request, NewRules, today).Events),
        from request in Refusals
        from day in Days
        from channel in Sent
        select new Attempt(
            (c, _, today) => Refusal.Decide(c, request, new(today.AddDays(day), channel), NewRules, today).Events
        ),
        from day in Days
        from channel in Sent
        select new Attempt(
            (c, who, today) => Refusal.Agree(c, new(today.AddDays(day), channel), who, NewRules, today).Events
        ),
        from text in Text
        select new Attempt((c, _, today) => Refusal.Reject(c, text, today).Events),
        from day in Gen.Frequency((1, Gen.Choose(-1, 1)), (3, Gen.Constant(0)))
        from text in Gen.Frequency((1, Text), (3, Gen.Constant("It was filed elsewhere")))
        select new Attempt((c, _, today) => Reinstatement.Decide(c, today.AddDays(day), text, NewRules, today).Events),
        from request in Agreements
        from day in Gen.Choose(-1, 3)
        from sent in Gen.Elements(true, false)
        select new Attempt(
            (c, _, today) =>
                ServiceRequestAgreement
                    .Decide(c, request with { AgreedOn = today.AddDays(-day), SentOn = sent ? today : null }, today)
                    .Events
        ),
        from years in Gen.Choose(0, 2)
        from text in Text
        select new Attempt(
            (c, _, today) => MatterAge.Decide(c, new(today.AddYears(-years), Discretion: text), NewRules, today).Events
        ),
        from day in Days
        from staff in Staff
        select new Attempt((c, _, today) => Praise.PassOn(c, today.AddDays(day), staff, today).Events),
        from day in Days
        select new Attempt((c, _, today) => Praise.File(c, today.AddDays(day), today).Events),
        Gen.Constant(new Attempt((c, _, today) => CalendarAdoption.Decide(c, NewRules, today).Events)),
        Gen.OneOf(Correspondence)
    );

    private static readonly Gen<string> Day = Gen.Elements("", "2025-04-10", "2025-04-11", "2025-04-14");

    /// <summary>A row of another system's records, with any of its days, brought in on Monday; Amira is given what is open.</summary>
    public static readonly Gen<Case> Imported =
        from answered in Day
        from asked in Day
        from answeredAgain in Day
        from withdrawn in Day
        from closed in Day
        let cells = new Dictionary<string, string>
        {
            ["reference"] = "R-1",
            ["kind"] = "complaint",
            ["received_on"] = "2025-04-10",
            ["category"] = "damp",
            ["stage1_responded_on"] = answered,
            ["escalation_requested_on"] = asked,
            ["stage2_responded_on"] = answeredAgain,
            ["withdrawn_on"] = withdrawn,
            ["closed_on"] = closed,
        }
        let imported = ImportedHistory.Decide(cells, existing: null, "amira", Landlord.Rules, Mon14Apr)
        where imported.Errors.Count == 0
        select new Case("c1").Then("import", Stored(imported.Events));

    /// <summary>A case logged on Monday, and with Amira; a complaint has two who complain, and somebody acts for the first.</summary>
    public static Case Logged(CaseKind kind)
    {
        var logged = Logging.Decide(
            new(kind, "R-1", Mon14Apr, Channel.Phone, "The roof leaks", "amira") { ComplainantId = "p1" },
            Landlord.Rules,
            Mon14Apr
        );
        var course = new Case("c1").Then(Stored(logged.Events));
        return kind == CaseKind.Complaint
            ? course.Then(
                new ComplainantJoined(Mon14Apr, "p2"),
                new RepresentativeNamed(Mon14Apr, "una", "p1", RepresentativeKind.Advocate)
            )
            : course;
    }

    /// <summary>A case after any number of attempts, a day apart or less, with the words stored as recording would.</summary>
    public static Case Run(Case course, IEnumerable<(string Who, Attempt Try)> attempts)
    {
        foreach (var (index, (who, attempt)) in attempts.Index().TakeWhile(_ => course.ErasedOn is null))
        {
            var today = Mon14Apr.AddDays(index / 2);
            var at = LondonTime.Utc(today, new TimeOnly(12, 0));
            var events = attempt(course, who, today);
            var sent = events.OfType<LetterSent>().SingleOrDefault();
            var writer = course.Letters.SingleOrDefault(letter => letter.Number == sent?.Letter)?.WrittenBy;
            foreach (var happened in Stored(events))
            {
                course.Apply(new RecordedEvent(course.Version + 1, happened, at, who, writer));
            }

            foreach (var follows in Sending.MovedOn(course, NewRules, today))
            {
                course.Apply(new RecordedEvent(course.Version + 1, follows, at, who));
            }
        }

        return course;
    }

    /// <summary>A letter of any sort that is to leave from here, to each who complains.</summary>
    private static IReadOnlyList<CaseEvent> Written(
        Case c,
        string who,
        int letter,
        Channel channel,
        string text,
        DateOnly today
    )
    {
        var written = Letter(c, who, letter, channel, text, today);
        return ToEach(c, written);
    }

    /// <summary>Whoever complained first can be mailed, and the others are posted to.</summary>
    private static IReadOnlyList<CaseEvent> ToEach(Case c, IReadOnlyList<CaseEvent> events) =>
        Writing.ToEach(
            c,
            events,
            c.Letters.SelectMany(letter => letter.Copies)
                .Select(copy => copy.Person)
                .Union(c.Complainants)
                .ToDictionary(person => person, person => person == "p1")
        );

    private static IReadOnlyList<CaseEvent> Letter(
        Case c,
        string who,
        int letter,
        Channel channel,
        string text,
        DateOnly today
    ) =>
        letter switch
        {
            0 => Acknowledgement.Decide(c, new(null, channel, text, NamesHandler: true), NewRules, today).Events,
            1 => Extension
                .Decide(
                    c,
                    new(today.AddDays(30), "It is difficult") { LeavesBy = channel, Letter = text },
                    NewRules,
                    today
                )
                .Events,
            2 => HoldingLetter.Decide(c, new(null, today.AddDays(9), text, channel), today).Events,
            3 => Response
                .Decide(c, new(null, channel, text, Finding.Upheld) { WithoutAdvice = true }, who, NewRules, today)
                .Events,
            4 => Refusal.Agree(c, new(null, channel), who, NewRules, today).Events,
            _ => Writing.Decide(channel, text, today).Events,
        };

    private static string? LastCopy(Case c) =>
        c.Letters.Count == 0 || c.Letters[^1].Copies.Count == 0 ? null : c.Letters[^1].Copies[^1].Person;

    private static int LastLetter(Case c) => c.Letters.Count == 0 ? 0 : c.Letters[^1].Number;

    private static IEnumerable<CaseEvent> Stored(IEnumerable<CaseEvent> events) =>
        events.Select(happened => happened.WithWords(words => words.Id is null ? words.Store("w1", [1]) : words));
}
