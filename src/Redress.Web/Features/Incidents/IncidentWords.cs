using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>How incidents are told on pages and in files.</summary>
internal static class IncidentWords
{
    public static string At(this IStringLocalizer<Text> text, DateTime instant) =>
        text["incidents.at", $"{LondonTime.TimeOfDay(instant):HH:mm}", Dates.Long(LondonTime.Day(instant))];

    /// <summary>Where it was seen.</summary>
    public static string Place(this IStringLocalizer<Text> text, Incident incident) =>
        incident.Report.Part is { } part ? text.Word(part) : text["incidents.place.unknown"];

    public static string Reporter(this IStringLocalizer<Text> text, StaffDirectory staff, string who) =>
        who switch
        {
            "" => text["incidents.by.nobody"],
            CurrentPerson.Resident => text["incidents.by.resident"],
            _ => staff.NameOf(who),
        };

    /// <summary>How the 72 hours stand.</summary>
    public static string Commissioner(this IStringLocalizer<Text> text, Incident incident, DateTime now) =>
        incident.Commissioner switch
        {
            { ToldOn: { } on } => text["incidents.commissioner.told", Dates.Long(on)],
            { } => text["incidents.commissioner.not_needed"],
            null => text[
                now > incident.TellBy ? "incidents.commissioner.late" : "incidents.commissioner.by",
                text.At(incident.TellBy)
            ],
        };

    public static string Looker(this IStringLocalizer<Text> text, StaffDirectory staff, Reading reading) =>
        reading.As is null ? staff.NameOf(reading.Who) : text["readers.resident"];

    /// <summary>What is not merely looking has a page of its own, and its name says little to anybody.</summary>
    public static string Purpose(this IStringLocalizer<Text> text, Reading reading) =>
        text[$"readers.for.{reading.For}"] is { ResourceNotFound: false } known ? known : text["readers.for.act"];
}
