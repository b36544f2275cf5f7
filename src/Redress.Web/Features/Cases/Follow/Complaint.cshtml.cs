using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>Where a complaint stands, who has it, and every date and promise, on one page.</summary>
public sealed class ComplaintModel(
    CaseViews views,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    IStringLocalizer<Text> text
) : FollowPage(views, person, codes, landlord, text)
{
    public IEnumerable<ResidentDate> Dates => ResidentDate.AllOf(View);

    public bool MayEscalate => View.MayEscalate;

    /// <summary>Whether the last stage there is was answered, so that the answer is our last word.</summary>
    public bool IsFinal => View.IsFinal;

    protected override Purpose Purpose => Purpose.Show;

    public void OnGet() { }
}
