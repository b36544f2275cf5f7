using System.Text.Json;
using Redress.Core;

namespace Redress.Web.Features.Cases;

/// <summary>How a refusal is named outside Core: for programs by a code, for people by words under a key.</summary>
internal static class Refusals
{
    /// <summary>Stable: programs rely on it.</summary>
    public static string CodeOf<T>(T refusal)
        where T : struct, Enum => WireName.Of(refusal);

    /// <summary>As in <c>cannot_acknowledge.not_defined</c>.</summary>
    public static string KeyOf<T>(T refusal)
        where T : struct, Enum => $"{Area<T>.Name}.{WireName.Of(refusal)}";

    private static class Area<T>
    {
        public static readonly string Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name);
    }
}
