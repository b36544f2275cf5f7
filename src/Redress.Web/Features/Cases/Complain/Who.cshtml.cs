using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Redress.Web.Features.Cases.Complain;

public sealed class WhoModel(Drafts drafts) : ComplainPage(drafts)
{
    [BindProperty]
    [Display(Name = "complain.who")]
    [Required(ErrorMessage = "complain.who.missing")]
    public bool? Anonymous { get; set; }

    public void OnGet() => Anonymous = Draft.Anonymous;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        KeepAsync(Answer, Anonymous is true ? Check : "/complain/reach", cancel);

    /// <summary>Whoever would not be known after all leaves nothing of who they are behind.</summary>
    private void Answer(Draft draft)
    {
        draft.Anonymous = Anonymous;
        if (Anonymous is true)
        {
            draft.Name = draft.Phone = draft.Email = draft.Address = draft.Postcode = null;
        }
    }
}
