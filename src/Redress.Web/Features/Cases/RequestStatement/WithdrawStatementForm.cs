using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>What page and API ask about a statement that is no longer asked for.</summary>
public sealed class WithdrawStatementForm
{
    [Display(Name = "withdraw_statement.statement")]
    [Required(ErrorMessage = "withdraw_statement.statement.missing")]
    public int? Statement { get; set; }

    [Display(Name = "withdraw_statement.reason")]
    [Words]
    public string? Reason { get; set; }

    public Decision<CannotAnswerStatement> Decide(Case about, DateOnly today) =>
        Statements.Withdraw(about, Statement!.Value, Reason, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAnswerStatement refusal) =>
        refusal switch
        {
            CannotAnswerStatement.NothingSaid => nameof(Reason),
            CannotAnswerStatement.NoSuchRequest => nameof(Statement),
            _ => "",
        };
}
