using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SaveViews;

/// <summary>The views that somebody saved of the work list, to be renamed, shared and deleted, and where one is saved.</summary>
[Needs(Act.SeeCase)]
public sealed class SaveViewsModel(
    SavedViews views,
    StaffDirectory staff,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public ViewForm Form { get; set; } = new();

    public IReadOnlyList<SavedViewRow> Own { get; private set; } = [];

    /// <summary>What others share.</summary>
    public IReadOnlyList<SavedViewRow> Others { get; private set; } = [];

    public bool MayShare => person.May(Act.ShareViews);

    public bool MayDelete(SavedViewRow view) => views.MayDelete(view);

    public string NameOf(string id) => staff.NameOf(id);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var seen = await views.ReadAsync(cancel);
        Own = [.. seen.Where(view => view.OwnerId == person.Id)];
        Others = [.. seen.Where(view => view.OwnerId != person.Id)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var filters = Form.Query().Filters(person);
        if (
            ModelState.IsValid
            && await views.SaveAsync(Form.Name, filters, Form.Shared, Form.Was, cancel) is { } refusal
        )
        {
            ModelState.AddModelError($"Form.{ViewForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
        }

        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return Page();
        }

        TempData["Done"] = text["views.done"].Value;
        return Redirect(Form.Was is null ? $"/cases{filters}" : "/cases/views");
    }

    public async Task<IActionResult> OnPostDeleteAsync(string owner, string name, CancellationToken cancel)
    {
        await views.DeleteAsync(owner, name, cancel);
        TempData["Done"] = text["views.deleted"].Value;
        return Redirect("/cases/views");
    }

    /// <summary>What a view shows, in words; and what it asks for that the list does not know.</summary>
    public (string Words, IReadOnlyList<string> Unknown) Of(SavedViewRow view)
    {
        var (query, unknown) = WorklistQuery.Parse(view.Filters);
        var whose = query.WhoseFor(person) switch
        {
            Whose.Mine => "worklist.mine",
            Whose.All => "worklist.all",
            _ => "worklist.unassigned",
        };
        string?[] words =
        [
            text[whose],
            query.Kind is { } kind ? text.Word(kind) : null,
            query.Due is { } due ? text.Word(due) : null,
            query.Stage is { } stage ? (stage > 0 ? text["case.stage", stage] : text["figures.no_stage"]).Value : null,
            query.Status is { } status ? text.Word(status) : null,
        ];
        return (string.Join(", ", words.OfType<string>()), unknown);
    }
}
