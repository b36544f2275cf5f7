using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>By which it says who it is, where a talk can be secured with it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Who may send, where anybody must sign in.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>Each word that was said to it, and whether nobody else could hear it.</summary>
    public ConcurrentQueue<(string Word, bool Secured)> Heard { get; } = [];

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
            var plain = client.GetStream();
            if (await TalkAsync(plain, secured: false))
            {
                await using var secure = new SslStream(plain);
                await secure.AuthenticateAsServerAsync(Certificate!);
                await TalkAsync(secure, secured: true);
            }
        }
        catch (Exception hungUp) when (hungUp is IOException or AuthenticationException)
        {
            // The other side hung up, or does not know who we are.
        }
    }

    /// <summary>Talks until one of both has enough; true where the talk is to go on secured.</summary>
    private async Task<bool> TalkAsync(Stream stream, bool secured)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true)
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        var (from, to, signedIn) = ("", "", Login is null);
        if (!secured && !await AnswerAsync(SmtpStep.Greeting, "220 test server"))
        {
            return false;
        }

        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            Heard.Enqueue((word, secured));
            switch (word)
            {
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return false;
                case "STARTTLS" when Certificate is not null:
                    await writer.WriteLineAsync("220 go on");
                    return true;
                case "AUTH":
                    signedIn = await SignsInAsync(line);
                    await writer.WriteLineAsync(signedIn ? "235 welcome" : "535 wrong user or password");
                    continue;
                case "MAIL" when !signedIn:
                    await writer.WriteLineAsync("530 sign in first");
                    continue;
            }

            var goesOn = word switch
            {
                "EHLO" or "HELO" => await AnswerAsync(SmtpStep.Hello, Hello(secured)),
                "MAIL" => await AnswerAsync(SmtpStep.From, "250 yes", () => from = Address(line)),
                "RCPT" => await AnswerAsync(SmtpStep.To, "250 yes", () => to = Address(line)),
                "DATA" when Says(SmtpStep.Data) is null => await AnswerAsync(SmtpStep.Data, "354 go on")
                    && await TakeAsync(reader, writer, from, to),
                "DATA" => await AnswerAsync(SmtpStep.Data, ""),
                _ => await AnswerAsync(SmtpStep.Hello, "250 yes"),
            };
            if (!goesOn)
            {
                return false;
            }
        }

        return false;

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

        async Task<bool> SignsInAsync(string line)
        {
            var user = line.Split(' ') is [_, _, var told] ? told : await AskAsync("VXNlcm5hbWU6");
            var password = await AskAsync("UGFzc3dvcmQ6");
            return (Decoded(user), Decoded(password)) == Login;
        }

        async Task<string?> AskAsync(string question)
        {
            await writer.WriteLineAsync($"334 {question}");
            return await reader.ReadLineAsync();
        }

        static string Decoded(string? sent) => Encoding.UTF8.GetString(Convert.FromBase64String(sent ?? ""));
    }

    /// <summary>What it can do. Who may sign in is asked only once nobody else can listen.</summary>
    private string Hello(bool secured) =>
        (Certificate, Login, secured) switch
        {
            ({ }, _, false) => "250-test server\r\n250 STARTTLS",
            (_, { }, true) => "250-test server\r\n250 AUTH LOGIN",
            _ => "250 test server",
        };

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
