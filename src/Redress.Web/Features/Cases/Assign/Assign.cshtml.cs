using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Assign;

/// <summary>Somebody who could have the case.</summary>
/// <param name="Who">Who.</param>
/// <param name="Grade">How senior they are, where that is said.</param>
/// <param name="Cases">How many open cases they have.</param>
/// <param name="Against">What speaks against them, what bars them first.</param>
public sealed record Candidate(StaffMember Who, Grade? Grade, int Cases, IReadOnlyList<Closeness> Against);

[Needs(Act.AssignCase)]
public sealed class AssignModel(
    CaseDesk desk,
    CaseViews views,
    StaffDirectory staff,
    RedressContext context,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    [BindProperty]
    public AssignForm Form { get; set; } = new();

    private IReadOnlyList<Candidate> everybody = [];

    /// <summary>
    /// Who can be chosen, and by what the choice is guided: first whoever nothing speaks against, of these whoever has the
    /// fewest open cases.
    /// </summary>
    public IReadOnlyList<SelectListItem> People =>
        [
            new(L["assign.handler.choose"], ""),
            .. everybody
                .Where(one => !IsBarred(one))
                .OrderBy(one => one.Against.Count)
                .ThenBy(one => one.Cases)
                .ThenBy(one => one.Who.Name, StringComparer.OrdinalIgnoreCase)
                .Select(Pick),
        ];

    /// <summary>Who works on cases and is not offered, because they decided an earlier stage.</summary>
    public IReadOnlyList<string> NotOffered =>
        [.. everybody.Where(one => Decided.Contains(one.Who.Id)).Select(one => one.Who.Name)];

    /// <summary>Who is not offered because of where they stand in the organisation, and why.</summary>
    public IReadOnlyList<string> TooNear =>
        [
            .. everybody
                .Where(one => !Decided.Contains(one.Who.Id) && !Case.IsAbout(one.Who.Id) && IsTooNear(one))
                .GroupBy(one => one.Against[0], one => one.Who.Name)
                .Select(near => $"{L.Word(near.Key)}: {string.Join(", ", near)}"),
        ];

    /// <summary>Whether nobody who works on cases here may have it.</summary>
    public bool NobodyIsLeft => everybody.All(IsBarred);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Handler = Case.CurrentStage.Handler, Team = Case.CurrentStage.Team };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Assignment.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, AssignForm.FieldOf, done: "assign.done", cancel);
    }

    protected override async Task FoundAsync(CancellationToken cancel)
    {
        var cases = await context.OpenCasesAsync(cancel);
        var (stage, house) = (Case.CurrentStage, Desk.Rules.Organisation);
        everybody =
        [
            .. (await staff.ColleaguesAsync(cancel)).Select(one => new Candidate(
                one,
                house.GradeOf(one.Id, Desk.Today),
                cases.GetValueOrDefault(one.Id),
                Independence.Against(Case, stage.Number, stage.ProcedureId, one.Id, Desk.Rules, Desk.Today)
            )),
        ];
    }

    private IReadOnlySet<string> Decided => Deciders.BarredFrom(Case);

    private bool IsBarred(Candidate one) => Case.IsAbout(one.Who.Id) || Decided.Contains(one.Who.Id) || IsTooNear(one);

    private bool IsTooNear(Candidate one) => one.Against.Any(against => against.Bars(Case.Stage));

    private SelectListItem Pick(Candidate one)
    {
        var pick = AwayWords.Pick(L, staff, one.Who);
        if (pick.Disabled)
        {
            return pick;
        }

        string?[] facts =
        [
            one.Grade is { } grade ? L.Word(grade) : null,
            L[one.Cases == 1 ? "assign.cases.one" : "assign.cases", one.Cases],
            one.Against.Count > 0 ? L["assign.needs_reason", L.Word(one.Against[0])].Value : null,
        ];
        pick.Text = L["away.pick", pick.Text, string.Join(", ", facts.OfType<string>())];
        return pick;
    }
}
