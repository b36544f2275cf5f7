using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>What page and API ask to write to somebody for authority. The words of the letter are the product's own.</summary>
public sealed class AskForAuthorityForm : ILetterForm
{
    /// <summary>Who of those who may not act; needed where there are several.</summary>
    [Display(Name = "ask_authority.person")]
    public string? Person { get; set; }

    [Display(Name = "letter.leaves")]
    [Required(ErrorMessage = "write.leaves.missing")]
    public Leaves? Leaves { get; set; }

    DateOnly? ILetterForm.SentOn => null;

    Channel? ILetterForm.Channel => null;

    public Decision<CannotAskForAuthority> Decide(CaseView view, LetterTexts letters, DateOnly today) =>
        Representation.Ask(view.Case, Person, this.By(), letters.AuthorityRequest(view.Case), today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAskForAuthority refusal) =>
        refusal == CannotAskForAuthority.Waits ? "" : nameof(Person);
}
