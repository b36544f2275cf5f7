using System.Globalization;
using Redress.Core.Cases;
using Redress.Core.Staff;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class SettlementTests
{
    private static readonly DateOnly Ever = new(2020, 1, 1);

    private static readonly Organisation House = new(
        [
            new("amira", "repairs", Ever, null, Grade.Officer),
            new("ben", "repairs", Ever, null, Grade.SeniorOfficer),
            new("gwen", "heads", Ever, null, Grade.Manager),
            new("petra", "heads", Ever, null, Grade.Director),
            new("dan", "repairs", Ever),
        ],
        [],
        []
    );

    private static readonly Rules Limited = new([Landlord.TwoStages], [Landlord.TwoStages.Id], [Landlord.Calendar])
    {
        Organisation = House,
        SettlementLimits =
        [
            new(Grade.Officer, 100, Ever),
            new(Grade.Officer, 250, Tue15Apr),
            new(Grade.Manager, 1_000, Ever),
            new(Grade.Director, 5_000, Wed16Apr),
        ],
    };

    [Theory]
    [InlineData("amira", 250)]
    [InlineData("ben", 250)]
    [InlineData("gwen", 1_000)]
    [InlineData("petra", 1_000)]
    [InlineData("dan", 0)]
    [InlineData("nobody", 0)]
    public void The_limit_is_that_of_the_highest_grade_reached_as_last_said_for_the_day(string who, int pounds) =>
        Assert.Equal(pounds, Settlement.LimitOf(who, Limited, Tue15Apr));

    [Fact]
    public void A_limit_holds_from_its_first_day_and_without_any_nothing_is_asked()
    {
        Assert.Equal(100, Settlement.LimitOf("amira", Limited, Mon14Apr));
        Assert.Equal(5_000, Settlement.LimitOf("petra", Limited, Wed16Apr));
        Assert.Null(Settlement.LimitOf("amira", Landlord.Rules, Tue15Apr));
        Assert.Null(Settlement.LimitOf("amira", Limited, Ever.AddDays(-1)));
        Assert.False(Settlement.NeedsApproval(Promising(999_999m), "amira", Landlord.Rules, Wed16Apr));
    }

    /// <summary>F042: an officer settles alone up to the limit, its last penny included.</summary>
    [Fact]
    public void Up_to_the_limit_the_answer_goes_and_a_penny_above_it_waits_for_somebody_whose_limit_covers_it()
    {
        Assert.Null(Answer(Promising(150m, 100m)).Refusal);
        var waits = Promising(150m, 100.01m);
        Refused(CannotRespond.NeedsApproval, Answer(waits));
        Refused(CannotRespond.NeedsApproval, Answer(waits, by: "dan"));
        Assert.Null(Answer(waits, by: "gwen").Refusal);

        Refused(CannotApproveSettlement.TheirOwnAnswer, Approve(waits, "amira"));
        Refused(CannotApproveSettlement.AboveTheirLimit, Approve(waits, "ben"));
        var approved = Only<SettlementApproved, CannotApproveSettlement>(Approve(waits, "gwen"));
        Assert.Equal((1, 250.01m), (approved.Stage, approved.Amount));
        waits.Then(approved);
        Assert.Null(Answer(waits).Refusal);
        Refused(CannotApproveSettlement.NothingToApprove, Approve(waits, "petra"));

        waits.Then(Promise(3, 1m));
        Refused(CannotRespond.NeedsApproval, Answer(waits));
    }

    [Fact]
    public void What_was_answered_or_promises_no_money_is_not_approved_nor_by_whoever_decided_before()
    {
        Refused(CannotApproveSettlement.NothingToApprove, Approve(Acknowledged(), "gwen"));
        Refused(
            CannotApproveSettlement.NothingToAnswer,
            Approve(Promising(300m).Then(new Responded(Wed16Apr, 1)), "gwen")
        );
        Refused(CannotApproveSettlement.NothingToAnswer, Approve(Withdrawn(), "gwen"));
        var second = Escalated().Then(Promise(1, 300m), new Assigned(Thu17Apr, 2, "ben"));
        Refused(CannotApproveSettlement.DecidedAnEarlierStage, Approve(second, "amira"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9.999")]
    [InlineData("1000000.01")]
    public void A_sum_is_at_least_a_penny_in_whole_pennies_and_at_most_a_million(string amount) =>
        Refused(
            CannotCommit.NotAnAmount,
            Commitments.Make(
                Logged(),
                new("Pay", Fri2May, "amira", Amount: decimal.Parse(amount, CultureInfo.InvariantCulture)),
                Wed16Apr
            )
        );

    private static Case Promising(params decimal[] amounts) =>
        Acknowledged().Then([.. amounts.Select((amount, i) => Promise(i + 1, amount))]);

    private static CommitmentMade Promise(int number, decimal amount) =>
        new CommitmentMade(Wed16Apr, number, Said, Fri2May, "amira", Amount: amount);

    private static Decision<CannotRespond> Answer(Case answered, string by = "amira") =>
        Response.Decide(answered, new(Wed16Apr, Channel.Letter, "We will pay.", Finding.Upheld), by, Limited, Wed16Apr);

    private static Decision<CannotApproveSettlement> Approve(Case of, string by) =>
        Settlement.Approve(of, null, by, Limited, Wed16Apr);
}
