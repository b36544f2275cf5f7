using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class MessageReceiptTests
{
    private static readonly ReceivedFile Photo = new(FileType.Jpeg, 9, Words.Of("ab12"), Words.Of("damp.jpg"));

    private static readonly MessageRequest Letter = new(Tue15Apr, Channel.Letter, "It is worse", [Photo]);

    private static readonly MessageRequest Sent = new(Tue15Apr, Channel.WebForm, "It is worse", []);

    [Fact]
    public void What_came_in_is_recorded_with_its_files()
    {
        var message = Only<MessageReceived, CannotReceiveMessage>(MessageReceipt.Decide(Logged(), Letter, Wed16Apr));

        Assert.Equal((Tue15Apr, Channel.Letter, "It is worse"), (message.On, message.Channel, message.Text!.Text));
        Assert.Equal([Photo], message.Files!);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("It is worse", 0)]
    public void Words_without_files_and_files_without_words_are_messages(string text, int files)
    {
        var request = Letter with { Text = text, Files = [.. Enumerable.Repeat(Photo, files)] };

        var message = Only<MessageReceived, CannotReceiveMessage>(MessageReceipt.Decide(Logged(), request, Tue15Apr));

        Assert.Equal((text.Length == 0, files == 0), (message.Text is null, message.Files is null));
    }

    [Fact]
    public void Nothing_is_no_message() =>
        Refused(
            CannotReceiveMessage.NothingInIt,
            MessageReceipt.Decide(Logged(), Letter with { Text = " ", Files = [] }, Tue15Apr)
        );

    [Fact]
    public void A_message_comes_between_receipt_and_today()
    {
        Refused(CannotReceiveMessage.InTheFuture, MessageReceipt.Decide(Logged(), Letter, Mon14Apr));
        Refused(
            CannotReceiveMessage.BeforeReceipt,
            MessageReceipt.Decide(Logged(), Letter with { On = Fri11Apr }, Tue15Apr)
        );
    }

    [Fact]
    public void A_message_brings_ten_files_and_no_more()
    {
        var ten = Letter with { Files = [.. Enumerable.Repeat(Photo, 10)] };

        Assert.Null(MessageReceipt.Decide(Logged(), ten, Tue15Apr).Refusal);
        Refused(
            CannotReceiveMessage.TooManyFiles,
            MessageReceipt.Decide(Logged(), ten with { Files = [.. ten.Files, Photo] }, Tue15Apr)
        );
    }

    [Fact]
    public void A_resident_sends_twenty_messages_in_a_day_and_goes_on_the_day_after()
    {
        var busy = Logged();
        for (var i = 0; i < MessageReceipt.MostMessagesADay; i++)
        {
            busy.Then("resident", MessageReceipt.Decide(busy, Sent, Tue15Apr).Events);
        }

        Refused(CannotReceiveMessage.TooMuchToday, MessageReceipt.Decide(busy, Sent, Tue15Apr));
        Assert.Null(MessageReceipt.Decide(busy, Sent with { On = Wed16Apr }, Wed16Apr).Refusal);
        Assert.Null(MessageReceipt.Decide(busy, Letter, Tue15Apr).Refusal);
    }

    [Fact]
    public void A_resident_sends_fifty_files_in_a_day()
    {
        var busy = Logged();
        var ten = Sent with { Files = [.. Enumerable.Repeat(Photo, 10)] };
        for (var i = 0; i < 5; i++)
        {
            busy.Then("resident", MessageReceipt.Decide(busy, ten, Tue15Apr).Events);
        }

        Refused(
            CannotReceiveMessage.TooMuchToday,
            MessageReceipt.Decide(busy, Sent with { Files = [Photo] }, Tue15Apr)
        );
        Assert.Null(MessageReceipt.Decide(busy, Sent, Tue15Apr).Refusal);
    }

    [Fact]
    public void A_message_is_new_until_staff_have_read_it()
    {
        var told = Logged().Then("resident", MessageReceipt.Decide(Logged(), Sent, Tue15Apr).Events);
        Assert.Equal([4], told.NewMessages);

        told.Then(MessageReceipt.Read(told, Tue15Apr).Events);
        Assert.Empty(told.NewMessages);
        Refused(CannotMarkRead.NothingNew, MessageReceipt.Read(told, Tue15Apr));
    }

    [Fact]
    public void What_came_before_is_read_with_the_last_and_what_came_after_is_new()
    {
        var told = Logged();
        told.Then("resident", MessageReceipt.Decide(told, Sent, Tue15Apr).Events);
        told.Then("frank", MessageReceipt.Decide(told, Letter, Tue15Apr).Events);
        var read = MessageReceipt.Read(told, Tue15Apr).Events;
        told.Then("resident", MessageReceipt.Decide(told, Sent, Tue15Apr).Events);

        told.Then(read);

        Assert.Equal([6], told.NewMessages);
    }

    [Fact]
    public void What_whoever_has_the_case_recorded_is_not_new_to_them()
    {
        Assert.Empty(Logged().Then("amira", MessageReceipt.Decide(Logged(), Letter, Tue15Apr).Events).NewMessages);
        Assert.Single(Logged().Then("frank", MessageReceipt.Decide(Logged(), Letter, Tue15Apr).Events).NewMessages);
    }

    [Fact]
    public void What_came_with_the_complaint_is_not_new_besides() =>
        Assert.Empty(
            CaseOf(Received(Mon14Apr))
                .Then("resident", new MessageReceived(Mon14Apr, Channel.WebForm, Files: [Photo]))
                .NewMessages
        );

    [Fact]
    public void A_message_is_recorded_whatever_became_of_the_case() =>
        Assert.Null(MessageReceipt.Decide(Withdrawn(), Letter, Tue15Apr).Refusal);
}
