using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>What staff may try: every decision with arbitrary, often foolish, requests.</summary>
internal static class AnyCourse
{
    /// <summary>Tries to do something to a case on a day; what is refused changes nothing.</summary>
    public delegate IReadOnlyList<CaseEvent> Attempt(Case tried, DateOnly today);

    private static readonly Gen<int> Days = Gen.Choose(-9, 30);
    private static readonly Gen<string> Text = Gen.Elements("", "A leaking roof");
    private static readonly Gen<int> Number = Gen.Choose(0, 2);
    private static readonly Gen<string> Staff = Gen.Elements("", "amira", "ben");
    private static readonly Gen<Channel> Sent = Gen.Elements(Channel.Phone, Channel.Email);

    public static readonly Gen<Attempt> Attempts = Gen.OneOf<Attempt>(
        from a in Text
        from b in Text
        select new Attempt((c, today) => Definition.Decide(c, new(a, b), today).Events),
        from staff in Staff
        select new Attempt((c, today) => Assignment.Decide(c, new(staff), Landlord.Rules, today).Events),
        from day in Days
        from channel in Sent
        from text in Text
        from names in Gen.Elements(true, false)
        select new Attempt(
            (c, today) =>
                Acknowledgement.Decide(c, new(today.AddDays(day), channel, text, names), Landlord.Rules, today).Events
        ),
        from day in Days
        from result in Gen.Elements(Enum.GetValues<ContactResult>())
        select new Attempt(
            (c, today) => ContactNote.Decide(c, new(today.AddDays(day), ContactMethod.Phone, result), today).Events
        ),
        from day in Days
        select new Attempt((c, today) => ContactNote.Decline(c, today.AddDays(day), today).Events),
        from day in Days
        from told in Days
        from text in Text
        select new Attempt(
            (c, today) =>
                Extension
                    .Decide(c, new(today.AddDays(day), text) { ToldOn = today.AddDays(told) }, Landlord.Rules, today)
                    .Events
        ),
        from day in Days
        from until in Days
        from text in Text
        select new Attempt(
            (c, today) => HoldingLetter.Decide(c, new(today.AddDays(day), today.AddDays(until), text), today).Events
        ),
        from text in Text
        select new Attempt((c, today) => Points.Raise(c, text, today).Events),
        from point in Number
        from text in Text
        select new Attempt((c, today) => Points.Decide(c, new(point, Finding.Upheld, text, text), today).Events),
        from day in Days
        from point in Gen.OneOf(Gen.Constant<int?>(null), Number.Select(number => (int?)number))
        from text in Text
        from staff in Staff
        select new Attempt(
            (c, today) => Commitments.Make(c, new(text, today.AddDays(day), staff, point), today).Events
        ),
        from day in Days
        from number in Number
        from text in Text
        select new Attempt((c, today) => Commitments.Keep(c, new(number, today.AddDays(day), text), today).Events),
        from day in Days
        from channel in Sent
        from text in Text
        select new Attempt(
            (c, today) => Response.Decide(c, new(today.AddDays(day), channel, text, Finding.Upheld), today).Events
        ),
        from day in Days
        from text in Text
        select new Attempt(
            (c, today) => Withdrawal.Decide(c, new(today.AddDays(day), WithdrawalMethod.Phone, text), today).Events
        ),
        from text in Text
        select new Attempt((c, today) => Classification.Decide(new(Category: Words.From(text)?.Text), today).Events),
        from day in Days
        select new Attempt((c, today) => Closure.Decide(c, today.AddDays(day), today).Events),
        from day in Days
        from fact in Gen.Elements(Enum.GetValues<CorrectableFact>())
        from stage in Number
        from text in Text
        select new Attempt(
            (c, today) =>
                Correction.Propose(c, new(fact, today.AddDays(day), text, text, stage), Landlord.Rules, today).Events
        ),
        from staff in Staff
        select new Attempt((c, today) => Correction.Agree(c, staff, today).Events),
        from text in Text
        select new Attempt((c, today) => Correction.Reject(c, text, today).Events),
        from day in Days
        select new Attempt((c, today) => Escalation.Decide(c, new(today.AddDays(day)), Landlord.Rules, today).Events),
        Gen.Constant(new Attempt((c, today) => CalendarAdoption.Decide(c, Landlord.Rules, today).Events))
    );

    /// <summary>A case after any number of attempts, a day apart or less, with the words stored as recording would.</summary>
    public static Case Run(CaseKind kind, IEnumerable<Attempt> attempts)
    {
        var logged = Logging.Decide(
            new(kind, "R-1", Mon14Apr, Channel.Phone, "The roof leaks", "amira"),
            Landlord.Rules,
            Mon14Apr
        );
        var course = new Case("c1").Then(Stored(logged.Events));
        foreach (var (index, attempt) in attempts.Index())
        {
            course.Then("amira", Stored(attempt(course, Mon14Apr.AddDays(index / 2))));
        }

        return course;
    }

    private static IEnumerable<CaseEvent> Stored(IEnumerable<CaseEvent> events) =>
        events.Select(happened => happened.WithWords(words => words.Store("w1", [1])));
}
