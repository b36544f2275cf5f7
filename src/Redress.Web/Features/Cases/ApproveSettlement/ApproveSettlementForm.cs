using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.ApproveSettlement;

/// <summary>What page and API ask of whoever approves what a case is to pay.</summary>
public sealed class ApproveSettlementForm
{
    [Display(Name = "approve_settlement.note")]
    [Words]
    public string? Note { get; set; }

    /// <summary>Every refusal is about the case.</summary>
    public static string FieldOf(CannotApproveSettlement refusal) => "";
}
