using System.Globalization;

namespace Redress.Web.Layout;

/// <summary>The landlord's colours as a style sheet, with the shades that the pages need worked out from the one.</summary>
internal static class LandlordStyle
{
    public static string Of(LandlordSettings landlord)
    {
        var brand = Parse(landlord.BrandColour);
        return $$"""
            :root {
              --govuk-brand-colour: {{Write(brand)}};
              --app-on-brand: {{OnTop(brand)}};
              --app-brand-dark: {{Write(Mix(brand, (0, 0, 0), 0.3))}};
              --app-on-brand-dark: {{OnTop(Mix(brand, (0, 0, 0), 0.3))}};
              --app-brand-tint: {{Write(Mix(brand, (255, 255, 255), 0.94))}};
            }

            """;
    }

    /// <summary>The contrast of a colour, as <c>#rrggbb</c>, with white: from 1 to 21 (WCAG 2.2).</summary>
    public static double ContrastWithWhite(string colour) => ContrastWithWhite(Parse(colour));

    /// <summary>Black or white, whichever has the greater contrast.</summary>
    private static string OnTop((int R, int G, int B) colour) =>
        ContrastWithWhite(colour) >= 21 / ContrastWithWhite(colour) ? "#ffffff" : "#000000";

    private static double ContrastWithWhite((int R, int G, int B) colour) =>
        1.05 / ((0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B)) + 0.05);

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static (int R, int G, int B) Mix((int R, int G, int B) one, (int R, int G, int B) other, double share)
    {
        return (Blend(one.R, other.R), Blend(one.G, other.G), Blend(one.B, other.B));

        int Blend(int a, int b) => (int)Math.Round(a + ((b - a) * share));
    }

    private static (int R, int G, int B) Parse(string hex)
    {
        return (At(1), At(3), At(5));

        int At(int start) => int.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string Write((int R, int G, int B) colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";
}
