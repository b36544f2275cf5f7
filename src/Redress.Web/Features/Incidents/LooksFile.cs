using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>Who saw what, as a file: every look that was asked for, however many.</summary>
internal static class LooksFile
{
    public static void MapLooksFile(this IEndpointRouteBuilder app) =>
        app.MapGet("/incidents/{incident}/looks", WriteAsync)
            .RequireAuthorization()
            .WithMetadata(new NeedsAttribute(Act.SeeIncidents))
            .ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        string incident,
        IncidentStore incidents,
        IncidentLooks looks,
        StaffDirectory staff,
        IStringLocalizer<Text> text,
        CancellationToken cancel,
        DateOnly? from = null,
        DateOnly? until = null,
        string? @case = null,
        string? by = null
    )
    {
        if (await incidents.FindAsync(incident, cancel) is not { Incident: var one })
        {
            return Results.NotFound();
        }

        await staff.ReadyAsync(cancel);
        var query = new LooksQuery(from, until, @case, WireName.TryParse<Lookers>(by, out var who) ? who : null);
        var (_, asked) = await looks.AskAsync(one, query, cancel);
        if (asked is null)
        {
            return Results.NotFound();
        }

        return Results.Stream(
            async body =>
            {
                await using var writer = new StreamWriter(
                    body,
                    new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
                );
                await writer.WriteAsync(CsvCell.Line(Headings(looks.Names).Select(key => text[key].Value)));
                await foreach (var look in looks.ReadAsync(asked, most: null, cancel))
                {
                    await writer.WriteAsync(CsvCell.Line(Cells(look, looks.Names, staff, text)));
                }
            },
            "text/csv; charset=utf-8",
            $"who-saw-what-{LondonTime.Day(one.ReportedAt):yyyy-MM-dd}.csv"
        );
    }

    private static IEnumerable<string> Headings(bool names) =>
        [
            "readers.at",
            "readers.who",
            .. names ? ["incident.case", "looks.code"] : Array.Empty<string>(),
            "readers.what",
            "readers.by",
        ];

    /// <summary>With the instant to the second, in UTC, by which rows can be told apart and sorted.</summary>
    private static IEnumerable<string?> Cells(
        Look look,
        bool names,
        StaffDirectory staff,
        IStringLocalizer<Text> text
    ) =>
        [
            look.Reading.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            text.Looker(staff, look.Reading),
            .. names ? [look.Reference, look.Reading.As] : Array.Empty<string?>(),
            text.Purpose(look.Reading),
            text[$"readers.by.{WireName.Of(look.Reading.By)}"].Value,
        ];
}
