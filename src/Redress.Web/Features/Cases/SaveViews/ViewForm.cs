using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.SaveViews;

/// <summary>What page and API ask about a view of the work list to be saved.</summary>
public sealed class ViewForm
{
    [Display(Name = "views.name")]
    [Line]
    public string? Name { get; set; }

    /// <summary>What it was called before, where it takes the place of one.</summary>
    [Display(Name = "views.was")]
    [Line]
    public string? Was { get; set; }

    [Display(Name = "views.shared")]
    public bool Shared { get; set; }

    [Display(Name = "worklist.whose")]
    public Whose? Whose { get; set; }

    [Display(Name = "worklist.kind")]
    public CaseKind? Kind { get; set; }

    [Display(Name = "worklist.due_when")]
    public DueWhen? Due { get; set; }

    [Display(Name = "worklist.stage")]
    public int? Stage { get; set; }

    [Display(Name = "worklist.status")]
    public CaseStatus? Status { get; set; }

    [Display(Name = "figures.show")]
    public bool Figures { get; set; }

    public WorklistQuery Query() =>
        new()
        {
            Whose = Whose,
            Kind = Kind,
            Due = Due,
            Stage = Stage,
            Status = Status,
            Figures = Figures,
        };

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotSaveView refusal) =>
        refusal switch
        {
            CannotSaveView.NoName or CannotSaveView.NameTaken => nameof(Name),
            CannotSaveView.MayNotShare => nameof(Shared),
            _ => nameof(Was),
        };
}
