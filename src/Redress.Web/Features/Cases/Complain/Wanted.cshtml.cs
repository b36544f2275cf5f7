using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Complain;

public sealed class WantedModel(Drafts drafts) : ComplainPage(drafts)
{
    [BindProperty]
    [Display(Name = "complain.wanted.question")]
    [Words]
    public string? OutcomeSought { get; set; }

    public void OnGet() => OutcomeSought = Draft.OutcomeSought;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        KeepAsync(draft => draft.OutcomeSought = OutcomeSought, "/complain/who", cancel);
}
