using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Redress.Bench.Run;

/// <summary>The little of a browser that is needed before measuring: waiting, signing in, looking at an answer.</summary>
internal static partial class Http
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task UntilAnsweringAsync(Child server, int port)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            if (server.HasExited)
            {
                throw await server.FailureAsync();
            }

            if (await AnswersAsync(port))
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException($"Nothing answers on port {port}.");
            }

            await Task.Delay(2);
        }
    }

    /// <summary>Signs in as a person would, with password and code, and returns the cookies that makes.</summary>
    public static async Task<string> SignInAsync(Uri server, string account, string password, string secret)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server };
        await FillInAsync(client, "/sign-in", type => type == "password" ? password : account);
        await FillInAsync(client, "/sign-in/code", _ => AuthenticatorApp.CodeOf(secret));
        return cookies.GetCookieHeader(server);
    }

    private static async Task FillInAsync(HttpClient client, string path, Func<string, string> typed)
    {
        var page = await client.GetStringAsync(path);
        var fields = Input()
            .Matches(page)
            .Select(input =>
                (Type: Attribute(input.Value, "type"), Name: Attribute(input.Value, "name"), Tag: input.Value)
            )
            .Where(field => field.Name.Length > 0)
            .ToDictionary(
                field => field.Name,
                field =>
                    field.Type switch
                    {
                        "hidden" => WebUtility.HtmlDecode(Attribute(field.Tag, "value")),
                        "checkbox" => "false",
                        _ => typed(field.Type),
                    },
                StringComparer.Ordinal
            );
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(path, form);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"The form at {path} was answered with {answer.StatusCode}.");
        }
    }

    /// <summary>Only an answer tells: a port may be taken before whoever took it listens to anybody.</summary>
    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            return await socket.ReceiveAsync(new byte[1]) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Attribute(string tag, string name) =>
        Attribute().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value == name)?.Groups["value"].Value
        ?? "";

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Input();

    [GeneratedRegex("\\s(?<name>[a-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();
}
