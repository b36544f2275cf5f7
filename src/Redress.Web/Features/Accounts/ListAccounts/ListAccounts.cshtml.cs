using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Accounts.ListAccounts;

/// <summary>Who has an account, with the roles they hold today and what they sign in with. Two queries.</summary>
[Needs(Act.SeeAccounts)]
public sealed class ListAccountsModel(StaffAccounts accounts, CurrentPerson person, IStringLocalizer<Text> text)
    : PageModel
{
    public IReadOnlyList<StaffAccount> Accounts { get; private set; } = [];

    /// <summary>Whether accounts can be disabled by whoever looks.</summary>
    public bool MayManage => person.May(Act.ManageAccounts);

    /// <summary>Whether whoever looks may say when a colleague is away.</summary>
    public bool MayMark => person.May(Act.MarkAbsence);

    /// <summary>Whether whoever looks may see how the landlord is made up.</summary>
    public bool MaySeeOrganisation => person.May(Act.SeeOrganisation);

    public bool IsOwn(StaffAccount account) => account.Id == person.Id;

    public string RolesOf(StaffAccount account) =>
        account.Roles.Count == 0
            ? text["account.roles.none"]
            : string.Join(", ", account.Roles.Select(role => text[$"role.{WireName.Of(role)}"].Value));

    public string SignsInWith(StaffAccount account) =>
        text[
            account switch
            {
                { HasPassword: false, Held.Any: false } => "accounts.invited",
                { Held: { AuthenticatorSince: not null, Passkeys: > 0 } } => "second_factor.both",
                { Held.AuthenticatorSince: not null } => "second_factor.app",
                { Held.Passkeys: > 0 } => "second_factor.passkey",
                _ => "accounts.password_alone",
            }
        ];

    public async Task OnGetAsync(CancellationToken cancel) => Accounts = await accounts.AllAsync(cancel);

    public async Task<IActionResult> OnPostDisableAsync(string id, CancellationToken cancel)
    {
        if (!MayManage || id == person.Id)
        {
            return Forbid();
        }

        await accounts.DisableAsync(id, person.Id, cancel);
        return Done("accounts.disabled.done");
    }

    public async Task<IActionResult> OnPostEnableAsync(string id, CancellationToken cancel)
    {
        if (!MayManage)
        {
            return Forbid();
        }

        await accounts.EnableAsync(id, person.Id, cancel);
        return Done("accounts.enabled.done");
    }

    private RedirectResult Done(string what)
    {
        TempData["Done"] = text[what].Value;
        return Redirect("/accounts");
    }
}
