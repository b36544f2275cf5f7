using System.Security.Cryptography;
using System.Text;
using Redress.Web.Features.Cases.Files;

namespace Redress.Web.Features.Cases;

/// <summary>A form as it was sent.</summary>
internal static class SentForm
{
    private static readonly string[] NotWritten =
    [
        "__RequestVerificationToken",
        "FormKey",
        "Seen",
        "Reference",
        "Code",
    ];

    /// <summary>
    /// Tells a form sent twice from a form gone back to and filled in anew: a hash of the address and all that was filled
    /// in, without what the page put there itself.
    /// </summary>
    public static string Fingerprint(this HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.Path);
        foreach (var (name, values) in request.Form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!NotWritten.Contains(name, StringComparer.Ordinal))
            {
                Append(hash, name);
                Append(hash, values.ToString());
            }
        }

        foreach (var file in Uploads.Of(request.HttpContext).All)
        {
            Append(hash, file.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>With its length before it, so that nothing written in one field can look like the next.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
