namespace Redress.Web.Outside;

/// <summary>One mail.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">Whose it is, if known.</param>
/// <param name="Subject">One line, with nothing in it that somebody typed.</param>
/// <param name="Text">What it says.</param>
/// <param name="MessageId">Its own, the same however often it is tried, so that whoever gets it twice can tell.</param>
public sealed record Mail(string To, string? Name, string Subject, string Text, string MessageId);

/// <summary>What became of a mail that was handed over.</summary>
public enum Handed
{
    /// <summary>The server has taken it: it is sent.</summary>
    Taken,

    /// <summary>The server will never take it for that address.</summary>
    Refused,

    /// <summary>It was not taken now, and may be later.</summary>
    Later,
}

/// <summary>The answer of the mail server.</summary>
/// <param name="Handed">What became of it.</param>
/// <param name="Said">Why it was not taken, in the server's words or the network's.</param>
public sealed record MailAnswer(Handed Handed, string? Said = null);

/// <summary>Whoever takes mail from us.</summary>
public interface IMailer
{
    /// <summary>
    /// Hands a mail over and waits for the answer, a minute at most: once begun it is finished, because a mail given up
    /// half-way may have been taken. It does not throw for what the server says.
    /// </summary>
    Task<MailAnswer> SendAsync(Mail mail);
}
