using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.MarkAway;

/// <summary>A colleague is away, as whoever leads complaints or looks after accounts says.</summary>
[Needs(Act.MarkAbsence)]
public sealed class MarkAwayModel(
    Absences absences,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : AwayPage(absences, staff, time, text)
{
    [BindProperty(SupportsGet = true)]
    public string Colleague { get; set; } = "";

    public override string Who => Colleague;

    public override string Here => AddressOf(Colleague);

    /// <summary>The list that whoever is here can see.</summary>
    public string Back => person.May(Act.AssignCase) ? "/staff" : "/accounts";

    public static string AddressOf(string colleague) => $"/staff/{Uri.EscapeDataString(colleague)}/absences";
}
