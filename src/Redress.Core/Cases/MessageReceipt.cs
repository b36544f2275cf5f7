namespace Redress.Core.Cases;

/// <summary>Something that came in.</summary>
/// <param name="On">The day it came.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Text">What it says.</param>
/// <param name="Files">What came with it.</param>
/// <param name="From">Who it is from.</param>
/// <param name="Person">Which of several complainants sends it here themselves, if known.</param>
public sealed record MessageRequest(
    DateOnly On,
    Channel Channel,
    string? Text,
    IReadOnlyList<ReceivedFile> Files,
    MessageSender From = MessageSender.Resident,
    string? Person = null
);

/// <summary>Why a message cannot be recorded.</summary>
public enum CannotReceiveMessage
{
    /// <summary>It says nothing and brings nothing.</summary>
    NothingInIt,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the case was received.</summary>
    BeforeReceipt,

    /// <summary>More files than one message may bring.</summary>
    TooManyFiles,

    /// <summary>The resident has sent as many messages or files today as a case takes in a day.</summary>
    TooMuchToday,
}

/// <summary>Why messages cannot be marked as read.</summary>
public enum CannotMarkRead
{
    /// <summary>All are read already.</summary>
    NothingNew,
}

/// <summary>What comes in about a case: recorded whatever became of the case, and marked until staff have read it.</summary>
public static class MessageReceipt
{
    /// <summary>How many files one message may bring.</summary>
    public const int MostFiles = 10;

    /// <summary>How many messages a resident may send about one case in a day.</summary>
    public const int MostMessagesADay = 20;

    /// <summary>How many files a resident may send about one case in a day.</summary>
    public const int MostFilesADay = 50;

    /// <summary>The limit of a day holds for what residents send themselves, not for what staff record.</summary>
    public static Decision<CannotReceiveMessage> Decide(Case about, MessageRequest request, DateOnly today)
    {
        var text = Words.From(request.Text);
        if (text is null && request.Files.Count == 0)
        {
            return CannotReceiveMessage.NothingInIt;
        }

        if (request.On > today)
        {
            return CannotReceiveMessage.InTheFuture;
        }

        if (request.On < about.ReceivedOn)
        {
            return CannotReceiveMessage.BeforeReceipt;
        }

        if (request.Files.Count > MostFiles)
        {
            return CannotReceiveMessage.TooManyFiles;
        }

        if (request.Channel == Channel.WebForm && IsTooMuch(about, request))
        {
            return CannotReceiveMessage.TooMuchToday;
        }

        var files = request.Files.Count == 0 ? null : request.Files;
        return new MessageReceived(request.On, request.Channel, text, files, request.From, request.Person);
    }

    /// <summary>Somebody on the staff has read all that has come so far.</summary>
    public static Decision<CannotMarkRead> Read(Case about, DateOnly today) =>
        about.NewMessages.Count == 0 ? CannotMarkRead.NothingNew : new MessagesRead(today, about.NewMessages[^1]);

    private static bool IsTooMuch(Case about, MessageRequest request)
    {
        var sent = about
            .History.Select(recorded => recorded.Event)
            .OfType<MessageReceived>()
            .Where(message => message.Channel == Channel.WebForm && message.On == request.On)
            .ToList();
        return sent.Count >= MostMessagesADay
            || sent.Sum(message => message.Files?.Count ?? 0) + request.Files.Count > MostFilesADay;
    }
}
