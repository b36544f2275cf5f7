using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>After the password, the code that the authenticator app shows.</summary>
[AllowAnonymous]
public sealed class EnterCodeModel(StaffSignIn door, IStringLocalizer<Text> text) : SecondStepPage(door, text)
{
    public const string Address = "/sign-in/code";

    [BindProperty]
    [Display(Name = "second_step.code")]
    [Required(ErrorMessage = "second_step.code.missing")]
    [Line]
    public string? Code { get; set; }

    protected override Proof Proof => Proof.Code;

    protected override string? Typed => Code;
}
