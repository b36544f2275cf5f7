using System.Text;
using QRCoder;

namespace Redress.Web.Features.Account.Authenticator;

/// <summary>A picture for the camera of a phone, as one path of a drawing.</summary>
/// <param name="Side">How many squares it has on each side, with the empty ones around it.</param>
/// <param name="Path">The dark squares, a run of them at a time.</param>
public sealed record QrPicture(int Side, string Path)
{
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                var from = column;
                while (column < rows.Count && rows[row][column])
                {
                    column++;
                }

                if (column > from)
                {
                    path.Append($"M{from} {row}h{column - from}v1h{from - column}z");
                }
            }
        }

        return new(rows.Count, path.ToString());
    }
}
