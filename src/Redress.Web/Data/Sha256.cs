using System.Security.Cryptography;
using System.Text;

namespace Redress.Web.Data;

/// <summary>What <c>sha256sum</c> says of the same text in a file: 64 lower-case hexadecimal digits.</summary>
internal static class Sha256
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static async Task<string> OfFileAsync(string file, CancellationToken cancel)
    {
        await using var opened = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(opened, cancel));
    }
}
