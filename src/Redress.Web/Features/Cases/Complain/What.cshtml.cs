using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Complain;

public sealed class WhatModel(Drafts drafts) : ComplainPage(drafts)
{
    [BindProperty]
    [Display(Name = "complain.what")]
    [Required(ErrorMessage = "complain.what.missing")]
    [Words]
    public string? Summary { get; set; }

    protected override string? Missing => null;

    public void OnGet() => Summary = Draft.Summary;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        KeepAsync(draft => draft.Summary = Summary, PhotosModel.Address, cancel);
}
