using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>The course of one complaint after it came in. Days are counted from the acknowledgement, as the Code does.</summary>
internal sealed class ComplaintPlot(
    StoryTeller teller,
    Cast cast,
    Chance chance,
    Story story,
    ComplaintText text,
    Gaps gaps,
    string resident
)
{
    private readonly string definition = gaps.Fill(text.Definition);
    private int spare;

    /// <summary>Tells it to its end, or as far as it has come.</summary>
    /// <param name="spare">How many events there may be beyond those every complaint has.</param>
    public void Tell(int spare)
    {
        this.spare = spare;
        var acknowledgedOn = Acknowledge();
        if (chance.OneIn(25))
        {
            Withdraw(teller.Workday(acknowledgedOn, chance.Between(1, 11)));
            return;
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
        var points = text.Points.TakeWhile(_ => Spend(2, wish: true)).Select(gaps.Fill).ToList();
        points.ForEach(point => story.PointRaised(story.Day, point));

        var answeredOn = teller.Workday(acknowledgedOn, extended ? Extend(acknowledgedOn) : AnswerDay());
        Answer(answeredOn, points.Count, promised ? gaps.Fill(text.Promise) : null);
        if (goesFurther)
        {
            GoFurther();
        }

        Close(answeredOn, promised, kept);
    }

    /// <summary>Takes so many events from those to spare, if that is wished and there are as many.</summary>
    private bool Spend(int events, bool wish)
    {
        var spent = wish && spare >= events;
        spare -= spent ? events : 0;
        return spent;
    }

    /// <summary>One in fourteen is late.</summary>
    private DateOnly Acknowledge()
    {
        var on = teller.Workday(story.Day, chance.OneIn(14) ? chance.Between(6, 8) : chance.Between(0, 4));
        var letter = Letters.Acknowledgement(resident, 1, definition, text.Outcome, teller.Workday(on, 10));
        story.Defined(on, definition, text.Outcome).Acknowledged(on, letter);
        return on;
    }

    private void Withdraw(DateOnly on)
    {
        var how = chance.One(Enum.GetValues<WithdrawalMethod>());
        story.Withdrawn(on, how, chance.One(Texts.All.Withdrawals)).Closed(on);
    }

    /// <summary>One in ten is late.</summary>
    private int AnswerDay() => chance.OneIn(10) ? chance.Between(11, 17) : chance.Between(5, 10);

    /// <summary>One in six is told the day after the answer was due, which is a day too late.</summary>
    /// <returns>The day of the answer.</returns>
    private int Extend(DateOnly acknowledgedOn)
    {
        var told = chance.OneIn(6) ? 11 : chance.Between(7, 10);
        var longer = chance.Between(13, 20);
        story.Extended(
            teller.Workday(acknowledgedOn, told),
            teller.Workday(acknowledgedOn, longer),
            gaps.Fill(chance.One(Texts.All.Extensions))
        );
        return chance.Between(told, longer);
    }

    private void Answer(DateOnly on, int points, string? promise)
    {
        var (finding, reason, remedy) = Found();
        for (var point = 1; point <= points; point++)
        {
            story.PointDecided(on, point, finding, reason, finding == Finding.NotUpheld ? null : remedy);
        }

        if (promise is not null)
        {
            story.Promised(on, promise, teller.Workday(on, 20), story.Case.Owner!);
        }

        story.Answered(on, Letters.Answer(resident, 1, definition, finding, reason, remedy, promise), finding);
    }

    private void GoFurther()
    {
        var askedOn = teller.Workday(story.Day, chance.Between(1, 14));
        var acknowledgedOn = teller.Workday(askedOn, chance.OneIn(12) ? 6 : chance.Between(1, 5));
        var answer = chance.OneIn(8) ? chance.Between(21, 28) : chance.Between(12, 20);
        var answerBy = teller.Workday(acknowledgedOn, 20);
        var (finding, reason, remedy) = Found();
        story
            .NextStageAskedFor(askedOn, chance.One(Texts.All.Escalations))
            .Assigned(askedOn, chance.One(cast.Reviewers))
            .Acknowledged(acknowledgedOn, Letters.Acknowledgement(resident, 2, definition, text.Outcome, answerBy))
            .Answered(
                teller.Workday(acknowledgedOn, answer),
                Letters.Answer(resident, 2, definition, finding, reason, remedy, promise: null),
                finding
            );
    }

    /// <summary>Most are closed with the answer; one in three waits until stage 2 can no longer be asked for.</summary>
    private void Close(DateOnly answeredOn, bool promised, bool kept)
    {
        var waits = !promised && chance.OneIn(3);
        story.Closed(teller.Workday(story.Day, waits ? 21 : chance.Between(0, 3)));
        if (kept)
        {
            var on = teller.Workday(answeredOn, chance.Between(5, 24));
            story.Kept(on < story.Day ? story.Day : on, 1, "Photographs and the job sheet are on file.");
        }
    }

    private (Finding Finding, string Reason, string Remedy) Found() =>
        chance.Below(10) switch
        {
            0 => (Finding.NotUpheld, chance.One(Texts.All.NotUpheld), "an explanation of what we can do."),
            < 4 => (Finding.PartlyUpheld, gaps.Fill(text.Reason), gaps.Fill(text.Remedy)),
            _ => (Finding.Upheld, gaps.Fill(text.Reason), gaps.Fill(text.Remedy)),
        };
}
