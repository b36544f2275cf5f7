using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Define;

/// <summary>What page and API ask to set down what a complaint is.</summary>
public sealed class DefineForm
{
    [Display(Name = "define.definition")]
    [Words]
    public string? Definition { get; set; }

    [Display(Name = "define.outcome_sought")]
    [Words]
    public string? OutcomeSought { get; set; }

    public DefinitionRequest Request() => new(Definition, OutcomeSought);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotDefine refusal) =>
        refusal switch
        {
            CannotDefine.NoDefinition => nameof(Definition),
            CannotDefine.NoOutcomeSought => nameof(OutcomeSought),
            _ => "",
        };
}
