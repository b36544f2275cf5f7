using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Security;

namespace Redress.Web.Features.Api;

/// <summary>
/// A request to do something, as it was sent: its body, and the key by which the same request sent again is known.
/// </summary>
internal sealed class ApiRequest
{
    public const string KeyHeader = "Idempotency-Key";

    private const int MostBytes = 4 * 1024 * 1024;
    private const int LongestKey = 255;

    private ApiRequest(ReadOnlyMemory<byte> body, string? key, IResult? fault, string fingerprint) =>
        (Body, Key, Fault, Fingerprint) = (body, key, fault, fingerprint);

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>None where the client sent none: then a request sent twice is done twice.</summary>
    public string? Key { get; }

    /// <summary>What is wrong with the request as such; none where it can be read.</summary>
    public IResult? Fault { get; }

    /// <summary>Tells whether another request with the same key asks for the same.</summary>
    public string Fingerprint { get; }

    public static async ValueTask<ApiRequest?> BindAsync(HttpContext context, ParameterInfo _)
    {
        var request = context.Request;
        var key = request.Headers.TryGetValue(KeyHeader, out var sent) ? sent.ToString() : null;
        var files = context.Features.Get<Uploads>();
        if (files is null && !request.HasJsonContentType())
        {
            return Refused(Problems.NotJson());
        }

        if (key is not null && !IsKey(key))
        {
            return Refused(Problems.BadKey());
        }

        if (await (files is null ? ReadAsync(context) : MessageAsync(request)) is not { } body)
        {
            return Refused(Problems.TooLarge());
        }

        var hashes = string.Concat(files?.All.Select(file => file.Hash) ?? []);
        var asked = SHA256.HashData([
            .. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n{hashes}"),
            .. body.Span,
        ]);
        return new ApiRequest(body, OwnKey(context, key), fault: null, Convert.ToHexStringLower(asked));
    }

    /// <summary>History has one name for all residents, but the key that one of them chose is theirs.</summary>
    private static string? OwnKey(HttpContext context, string? key) =>
        key is not null && CurrentPerson.Of(context.User) is { Follows: { } followed } resident
            ? $"{followed} {resident.FollowsAs} {key}"
            : key;

    /// <summary>Where files come with it, the JSON is a field of the form that brings them.</summary>
    private static async Task<ReadOnlyMemory<byte>?> MessageAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Encoding.UTF8.GetBytes(form["message"].ToString());
    }

    private static ApiRequest Refused(IResult fault) => new(default, key: null, fault, fingerprint: "");

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and < (char)0x7F);

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(context.Request.ContentLength ?? 4096));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MostBytes)
            {
                return null;
            }

            await buffer.WriteAsync(chunk.AsMemory(0, read), context.RequestAborted);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
