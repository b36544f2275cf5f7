using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Redress.Web.Tests.Hosting;

/// <summary>Where a conversation with a mail server has got to.</summary>
public enum SmtpStep
{
    Greeting,
    Hello,
    From,
    To,
    Data,

    /// <summary>The mail is complete, and the server says whether it takes it.</summary>
    Body,
}

/// <summary>A mail as the server took it.</summary>
internal sealed record TakenMail(string From, string To, string Raw)
{
    public string MessageId => Header("Message-ID");

    public string Subject => Decoded(Header("Subject"));

    public string ToHeader => Decoded(Header("To"));

    public string Text
    {
        get
        {
            var body = Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            return Encoding.UTF8.GetString(Convert.FromBase64String(body)).ReplaceLineEndings("\n").TrimEnd('\n');
        }
    }

    public string Header(string name)
    {
        var head = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)]
            .Replace("\r\n ", " ", StringComparison.Ordinal);
        return head.Split("\r\n")
            .Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..]
            .Trim();
    }

    private static string Decoded(string header) =>
        Regex.Replace(
            header,
            @"=\?utf-8\?Q\?(?<word>[^?]*)\?=",
            word => Uri.UnescapeDataString(word.Groups["word"].Value.Replace('=', '%').Replace('_', ' ')),
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
}

/// <summary>
/// A mail server on this machine that really speaks SMTP, and at every step does what a test wants: say yes, say another
/// thing, or hang up.
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    /// <summary>What it says at a step; nothing to hang up; none to say yes.</summary>
    public Func<SmtpStep, string?> Says { get; set; } = _ => null;

    /// <summary>Takes the mail and hangs up before it says so.</summary>
    public bool HangsUpOnceTaken { get; set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await TalkAsync(reader, writer);
        }
        catch (IOException)
        {
            // The other side hung up.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", "");
        if (!await AnswerAsync(SmtpStep.Greeting, "220 test server"))
        {
            return;
        }

        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            var goesOn = word switch
            {
                "EHLO" or "HELO" => await AnswerAsync(SmtpStep.Hello, "250 test server"),
                "MAIL" => await AnswerAsync(SmtpStep.From, "250 yes", () => from = Address(line)),
                "RCPT" => await AnswerAsync(SmtpStep.To, "250 yes", () => to = Address(line)),
                "DATA" when Says(SmtpStep.Data) is null => await AnswerAsync(SmtpStep.Data, "354 go on")
                    && await TakeAsync(reader, writer, from, to),
                "DATA" => await AnswerAsync(SmtpStep.Data, ""),
                _ => await AnswerAsync(SmtpStep.Hello, "250 yes"),
            };
            if (!goesOn)
            {
                return;
            }
        }

        async Task<bool> AnswerAsync(SmtpStep step, string yes, Action? done = null)
        {
            done?.Invoke();
            var answer = Says(step) ?? yes;
            if (answer.Length > 0)
            {
                await writer.WriteLineAsync(answer);
            }

            return answer.Length > 0;
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer, string from, string to)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var answer = Says(SmtpStep.Body) ?? "250 taken";
        if (answer.StartsWith("250", StringComparison.Ordinal))
        {
            Taken.Enqueue(new TakenMail(from, to, raw.ToString()));
        }

        if (answer.Length == 0 || HangsUpOnceTaken)
        {
            return false;
        }

        await writer.WriteLineAsync(answer);
        return true;
    }

    private static string Address(string line) => line.Split('<', '>')[1];
}
