using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Procedures.ShowProcedure;

/// <summary>One procedure in plain words, every figure with its paragraph, held against an edition of the Code.</summary>
[Needs(Act.SeeRules)]
public sealed class ShowProcedureModel(RulesStore rules, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The edition to hold it against; the newest unless said.</summary>
    [BindProperty(SupportsGet = true, Name = "against")]
    public string? Chosen { get; set; }

    public Procedure Procedure { get; private set; } = null!;

    public IReadOnlyList<CodeEdition> Codes { get; } =
    [.. ShippedCodes.All.OrderByDescending(code => code.InForceFrom)];

    public CodeEdition Code { get; private set; } = null!;

    /// <summary>By provision, in order of number.</summary>
    public IReadOnlyList<CodeFinding> Findings { get; private set; } = [];

    internal ProcedureSentences Sentences { get; } = new(text);

    public IActionResult OnGet(string procedure)
    {
        var found = rules.Current.Find(procedure);
        var code = Codes.FirstOrDefault(code => Chosen is null || code.Id == Chosen);
        if (found is null || code is null)
        {
            return NotFound();
        }

        (Procedure, Code) = (found, code);
        Findings = ProcedureCheck.Against(found, code);
        return Page();
    }

    public int Count(FindingKind kind) => Findings.Count(finding => finding.Kind == kind);
}
