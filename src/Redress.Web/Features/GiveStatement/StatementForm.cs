using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.GiveStatement;

/// <summary>What page and API ask of whoever gives a statement.</summary>
public sealed class StatementForm
{
    [Display(Name = "give_statement.text")]
    [Words]
    public string? Text { get; set; }

    /// <summary>The field a refusal is about; none where it is about the request.</summary>
    public static string FieldOf(CannotAnswerStatement refusal) =>
        refusal == CannotAnswerStatement.NothingSaid ? nameof(Text) : "";
}
