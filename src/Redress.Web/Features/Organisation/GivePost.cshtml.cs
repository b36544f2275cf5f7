using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>Somebody's place in a team, from a day on: how senior it makes them, and who manages them.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class GivePostModel(
    OrganisationStore store,
    RulesStore rules,
    StaffDirectory staff,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    private IReadOnlyList<TeamRow> teams = [];
    private IReadOnlyList<StaffMember> everybody = [];

    [BindProperty]
    public PostForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Colleague { get; set; } = "";

    public string Name => staff.NameOf(Colleague);

    /// <summary>The posts they held, hold and will hold.</summary>
    public IReadOnlyList<Post> Held => [.. rules.Current.Organisation.AllPostsOf(Colleague)];

    public IReadOnlyList<SelectListItem> Teams =>
        [new(text["organisation.team.choose"], ""), .. teams.Select(team => new SelectListItem(team.Name, team.Id))];

    public IReadOnlyList<SelectListItem> Grades =>
        [new(text["organisation.grade.none"], ""), .. Choose.From<Grade>(text)];

    public IReadOnlyList<SelectListItem> People =>
        [
            new(text["organisation.manager.none"], ""),
            .. everybody.Where(one => one.Id != Colleague).Select(one => new SelectListItem(one.Name, one.Id)),
        ];

    public static string AddressOf(string colleague) => $"/staff/{Uri.EscapeDataString(colleague)}/post";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await PrepareAsync(cancel))
        {
            return NotFound();
        }

        var today = LondonTime.Today(time);
        var now = rules.Current.Organisation.PostsOf(Colleague, today).FirstOrDefault();
        Form = new()
        {
            Team = now?.Team,
            Grade = now?.Grade,
            Manager = now?.Manager,
            From = today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PrepareAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await store.GivePostAsync(Form.Post(Colleague), cancel) is { } refusal)
        {
            ModelState.AddModelError($"Form.{PostForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        TempData["Done"] = text["organisation.saved"].Value;
        return Redirect("/organisation");
    }

    public string Words(Post post)
    {
        var team = teams.FirstOrDefault(one => one.Id == post.Team)?.Name ?? post.Team;
        var what = post.Grade is { } grade ? $"{team}, {text.Word(grade)}" : team;
        return post.Until is { } until
            ? text["organisation.post.held", what, Dates.Short(post.From), Dates.Short(until)]
            : text["organisation.post.holds", what, Dates.Short(post.From)];
    }

    private async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        everybody = await staff.EverybodyAsync(cancel);
        teams = await store.TeamsAsync(cancel);
        return staff.Knows(Colleague);
    }
}
