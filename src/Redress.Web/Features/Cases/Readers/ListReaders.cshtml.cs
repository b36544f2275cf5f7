using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Readers;

/// <summary>Who looked at a case, the latest first.</summary>
[Needs(Act.SeeRecord)]
public sealed class ListReadersModel(
    CaseDesk desk,
    Readings readings,
    RedressContext context,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : PageModel
{
    public const int Most = 500;

    public Case Case { get; private set; } = null!;

    public CurrentPerson Reader => desk.Person;

    public IReadOnlyList<Reading> Readings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (await desk.ReadAsync(reference, Purpose.Show, cancel) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        await staff.ReadyAsync(cancel);
        Readings = await readings.OfAsync(context, found.Id, Most, cancel);
        return Page();
    }

    public string NameOf(Reading reading) => reading.As is null ? staff.NameOf(reading.Who) : text["readers.resident"];

    /// <summary>What is not merely looking has a page of its own, and its name says little to anybody.</summary>
    public string What(Reading reading) =>
        text[$"readers.for.{reading.For}"] is { ResourceNotFound: false } known ? known : text["readers.for.act"];
}
