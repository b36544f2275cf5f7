using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>To whom a resident would be known.</summary>
public enum Known
{
    /// <summary>To everybody who works on the complaint.</summary>
    Named,

    /// <summary>To the complaints team alone.</summary>
    Confidential,

    /// <summary>To nobody.</summary>
    Anonymous,
}

public sealed class WhoModel(Drafts drafts) : ComplainPage(drafts)
{
    [BindProperty]
    [Display(Name = "complain.who")]
    [Required(ErrorMessage = "complain.who.missing")]
    public Known? Known { get; set; }

    public void OnGet() => Known = Draft.Known;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        KeepAsync(Answer, Known is Complain.Known.Anonymous ? Check : "/complain/reach", cancel);

    /// <summary>Whoever would not be known after all leaves nothing of who they are behind.</summary>
    private void Answer(Draft draft)
    {
        draft.Anonymous = Known is Complain.Known.Anonymous;
        draft.Confidential = Known is Complain.Known.Confidential;
        if (draft.Anonymous is true)
        {
            draft.Name = draft.Phone = draft.Email = draft.Address = draft.Postcode = null;
        }
    }
}
