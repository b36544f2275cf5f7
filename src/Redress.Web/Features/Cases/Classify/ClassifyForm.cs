using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Classify;

/// <summary>What page and API ask to sort a case for reporting. What is left out stays as it was.</summary>
public sealed class ClassifyForm
{
    [Display(Name = "classify.service")]
    [Line]
    public string? Service { get; set; }

    [Display(Name = "classify.category")]
    [Line]
    public string? Category { get; set; }

    [Display(Name = "classify.tenure")]
    public Tenure? Tenure { get; set; }

    [Display(Name = "classify.ombudsman")]
    public Ombudsman? Ombudsman { get; set; }

    /// <summary>What is as it was is not chosen again.</summary>
    public ClassificationRequest Request(Case now) =>
        new(
            Changed(Service, now.Service),
            Changed(Category, now.Category),
            Tenure == now.Tenure ? null : Tenure,
            Ombudsman == now.Ombudsman ? null : Ombudsman
        );

    private static string? Changed(string? chosen, string? now) =>
        string.IsNullOrWhiteSpace(chosen) || chosen.Trim() == now ? null : chosen.Trim();
}
