using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.ShowAccount;

/// <summary>How somebody signs in themself, and where they are signed in now.</summary>
[Needs(Act.KeepOwnAccount)]
public sealed class ShowAccountModel(
    Sessions sessions,
    RedressContext context,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    public CurrentPerson Person => person;

    public string? Email => staff.EmailOf(person.Id);

    public string SecondFactor { get; private set; } = "";

    public string Away =>
        staff.AwayToday(person.Id) is { } away ? AwayWords.Of(text, staff, away) : text["account.at_work"];

    public string Roles =>
        person.Roles.Count == 0
            ? text["account.roles.none"]
            : string.Join(", ", person.Roles.Order().Select(role => text[$"role.{WireName.Of(role)}"].Value));

    /// <summary>Where they are signed in, the last used first.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>The one they look with.</summary>
    public string Current => User.FindFirstValue(Security.Sessions.IdClaim)!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var held = await SecondFactors.OfAsync(context, person.Id, cancel);
        SecondFactor = text[
            held switch
            {
                { AuthenticatorSince: not null, Passkeys: > 0 } => "second_factor.both",
                { AuthenticatorSince: not null } => "second_factor.app",
                { Passkeys: > 0 } => "second_factor.passkey",
                _ => "second_factor.none",
            }
        ];
        Sessions = await Security.Sessions.OfAsync(context, person.Id, time.GetUtcNow().UtcDateTime, cancel);
    }

    /// <summary>Ends one, wherever it is.</summary>
    public async Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancel)
    {
        await sessions.EndAsync(person.Id, id, cancel);
        return Done("account.session.ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndOthersAsync(person.Id, Current, cancel);
        return Done("account.sessions.ended");
    }

    private RedirectResult Done(string what)
    {
        TempData["Done"] = text[what].Value;
        return Redirect("/account");
    }
}
