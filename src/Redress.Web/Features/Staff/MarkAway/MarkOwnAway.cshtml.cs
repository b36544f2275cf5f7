using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.MarkAway;

/// <summary>Somebody who works on cases is away, as they say themself.</summary>
[Needs(Act.MarkOwnAbsence)]
public sealed class MarkOwnAwayModel(
    Absences absences,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : AwayPage(absences, staff, time, text)
{
    public override string Who => person.Id;

    public override string Here => "/account/absences";
}
