using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>What page and API ask to end what somebody may do for a resident.</summary>
public sealed class EndAuthorityForm
{
    /// <summary>Who of those who may act; needed where there are several.</summary>
    [Display(Name = "end_authority.person")]
    public string? Person { get; set; }

    [Display(Name = "end_authority.reason")]
    [Words]
    public string? Reason { get; set; }

    public Decision<CannotEndAuthority> Decide(Case of, DateOnly today) =>
        Representation.End(of, Person, Reason, today);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotEndAuthority refusal) =>
        refusal == CannotEndAuthority.NoReason ? nameof(Reason) : nameof(Person);
}
