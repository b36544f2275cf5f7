using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>After the password, one of the codes kept for when app and passkeys are lost.</summary>
[AllowAnonymous]
public sealed class EnterRecoveryCodeModel(StaffSignIn door, IStringLocalizer<Text> text) : SecondStepPage(door, text)
{
    public const string Address = "/sign-in/recovery-code";

    [BindProperty]
    [Display(Name = "second_step.recovery")]
    [Required(ErrorMessage = "second_step.recovery.missing")]
    [Line]
    public string? Code { get; set; }

    protected override Proof Proof => Proof.RecoveryCode;

    protected override string? Typed => Code;
}
