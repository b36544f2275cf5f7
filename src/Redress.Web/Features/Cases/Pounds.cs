using System.Globalization;

namespace Redress.Web.Features.Cases;

/// <summary>A sum as everybody reads it: £250, or £99.50.</summary>
internal static class Pounds
{
    public static string Of(decimal amount) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"£{(amount == decimal.Truncate(amount) ? $"{amount:N0}" : $"{amount:N2}")}"
        );
}
