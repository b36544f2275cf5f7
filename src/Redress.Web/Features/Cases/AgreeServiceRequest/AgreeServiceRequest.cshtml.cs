using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Representatives;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.AgreeServiceRequest;

/// <summary>Where it is recorded that the resident agreed to a service request, and the letter that tells them so is written.</summary>
[Needs(Act.AgreeServiceRequest)]
public sealed class AgreeServiceRequestModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public AgreeServiceRequestForm Form { get; set; } = new();

    /// <summary>Who can have agreed: those who complain, and those who act for them.</summary>
    public IReadOnlyList<SelectListItem> People =>
        [
            .. ComplainantList.Of(View, L),
            .. RepresentativeList.Of(View, Case.Representatives.Where(one => one.Authority is not null), L),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            AgreedOn = Desk.Today,
            Service = Case.Service,
            SentOn = Desk.Today,
            Leaves = Way.First,
            Letter = letters.ServiceRequest(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = ServiceRequestAgreement.Decide(Case, Form.Request(), Desk.Today);
        return await RecordAsync(
            decision,
            AgreeServiceRequestForm.FieldOf,
            DoneWords(Form, "agree_service_request.done"),
            cancel
        );
    }
}
