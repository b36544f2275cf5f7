using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class MessagesTests
{
    [Fact]
    public void Everything_written_both_ways_is_there_once_in_the_order_it_was_recorded()
    {
        var written = CaseOf(
            Received(Mon14Apr) with
            {
                Summary = Said,
            },
            new Contacted(Mon14Apr, 1, ContactMethod.Phone, ContactResult.Spoke),
            new LetterWritten(Tue15Apr, Channel.Email, Said, new Acknowledged(Tue15Apr, 1)),
            new Acknowledged(Wed16Apr, 1, Channel.Email, Said),
            new LetterSent(Wed16Apr, 3, Made: 4),
            new HoldingLetterSent(Thu17Apr, 1, Thu1May, Said),
            new Extended(Thu17Apr, 1, Thu1May, ToldOn: Wed16Apr, Reason: Said),
            new Extended(Thu17Apr, 1, Thu1May),
            new LetterWritten(Wed23Apr, Channel.Letter, Said),
            new Responded(Wed30Apr, 1, Finding.Upheld, Channel.Letter, Said),
            new EscalationRequested(Thu1May, 1, "two-stages", Said),
            new RefusalProposed(Thu1May, 2, "legal_proceedings", Said, Said),
            new EscalationRefused(Fri2May, 1, Channel: Channel.Email, Proposal: 12),
            new LetterCancelled(Fri2May, 9, Said),
            new Withdrawn(Fri2May)
        );

        Assert.Equal(
            [
                (1, Direction.In, MessageKind.Received, MessageState.Received, Mon14Apr, null),
                (3, Direction.Out, MessageKind.Acknowledgement, MessageState.Sent, Tue15Apr, Wed16Apr),
                (6, Direction.Out, MessageKind.HoldingLetter, MessageState.Sent, Thu17Apr, Thu17Apr),
                (7, Direction.Out, MessageKind.Extension, MessageState.Sent, Thu17Apr, Wed16Apr),
                (9, Direction.Out, MessageKind.Message, MessageState.Cancelled, Wed23Apr, null),
                (10, Direction.Out, MessageKind.Response, MessageState.Sent, Wed30Apr, Wed30Apr),
                (11, Direction.In, MessageKind.NextStageRequested, MessageState.Received, Thu1May, null),
                (13, Direction.Out, MessageKind.Refusal, MessageState.Sent, Fri2May, Fri2May),
                (15, Direction.In, MessageKind.Withdrawn, MessageState.Received, Fri2May, (DateOnly?)null),
            ],
            Messages.Of(written).Select(m => (m.Number, m.Direction, m.Kind, m.State, m.On, m.SentOn))
        );
        Assert.Equal(Said, Messages.Of(written).Single(message => message.Kind == MessageKind.Refusal).Text);
    }

    [Fact]
    public void What_could_not_leave_says_why_until_it_goes_another_way()
    {
        var failed = Logged()
            .Then(new LetterWritten(Tue15Apr, Channel.Email, Said))
            .Then(new LetterFailed(Tue15Apr, 4, LetterFailure.AddressRefused));
        var message = Messages.Of(failed).Single(message => message.Number == 4);
        Assert.Equal((MessageState.Failed, LetterFailure.AddressRefused), (message.State, message.Failure));

        message = Messages.Of(failed.Then(new LetterRerouted(Tue15Apr, 4, Channel.Letter))).Single(m => m.Number == 4);
        Assert.Equal((MessageState.Waiting, Channel.Letter, null), (message.State, message.Channel, message.Failure));
    }

    [Fact]
    public void What_could_not_leave_and_was_posted_after_all_is_sent_and_nothing_is_in_its_way()
    {
        var posted = Logged()
            .Then(new LetterWritten(Tue15Apr, Channel.Email, Said))
            .Then(new LetterFailed(Tue15Apr, 4, LetterFailure.AddressRefused), new LetterSent(Wed16Apr, 4));

        var message = Messages.Of(posted).Single(message => message.Number == 4);

        Assert.Equal((MessageState.Sent, null), (message.State, message.Failure));
    }
}
