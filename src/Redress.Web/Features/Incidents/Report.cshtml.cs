using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Follow;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>
/// Anybody says that somebody sees another person's data (row M59 of the matrix): staff, a resident on their own pages,
/// or nobody we know.
/// </summary>
[AllowAnonymous]
public sealed class ReportModel(
    IncidentStore incidents,
    LandlordStore landlord,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>By which the same form sent twice is known.</summary>
    [BindProperty]
    public Guid Key { get; set; } = Guid.NewGuid();

    public LandlordSettings Landlord => landlord.Current;

    public void OnGet(string? from) =>
        Form = new() { Where = ReportForm.PathOf(from), SeenOn = LondonTime.Today(time) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.SeenOn > LondonTime.Today(time))
        {
            ModelState.AddModelError("Form.SeenOn", text["leak.seen_on.future"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = await ReporterAsync(HttpContext, IdentityConstants.ApplicationScheme, FollowServices.Scheme);
        var id = $"{Key:N}";
        if (!await incidents.ReportAsync(id, Form.Seen(), person, cancel))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", text["leak.too_often"]);
            return Page();
        }

        // Whoever answers for it goes straight to what is hidden and who saw what.
        return Redirect(person.May(Act.SeeIncidents) ? IncidentLinks.To(id) : IncidentLinks.Reported);
    }

    /// <summary>
    /// Who presses, by the first of the schemes that knows them. Somebody who complained without being known is nobody here
    /// too: that they pressed would tell when they were about.
    /// </summary>
    internal static async Task<CurrentPerson> ReporterAsync(HttpContext http, params string[] schemes)
    {
        foreach (var scheme in schemes)
        {
            var person = CurrentPerson.Of((await http.AuthenticateAsync(scheme)).Principal);
            if (person.IsSignedIn || person is { FollowsBy: not null, FollowsAs: not null })
            {
                return person;
            }
        }

        return CurrentPerson.Nobody;
    }
}
