using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>What page and API ask about what somebody may do for a resident.</summary>
public sealed class RecordAuthorityForm
{
    /// <summary>Who of those who act for a resident; needed where there are several.</summary>
    [Display(Name = "authority.person")]
    public string? Person { get; set; }

    [Display(Name = "authority.how")]
    [Required(ErrorMessage = "authority.how.missing")]
    public AuthorityMethod? How { get; set; }

    [Display(Name = "authority.scope")]
    [Words]
    public string? Scope { get; set; }

    [Display(Name = "authority.letters")]
    [Required(ErrorMessage = "authority.letters.missing")]
    public bool? Letters { get; set; }

    /// <summary>The first day on which it holds.</summary>
    [Display(Name = "authority.from")]
    [Required(ErrorMessage = "authority.from.missing")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, included; left out where it holds until it is ended.</summary>
    [Display(Name = "authority.until")]
    public DateOnly? Until { get; set; }

    /// <summary>The references of the resident's other cases that it serves too.</summary>
    [Display(Name = "authority.also")]
    public string[] Also { get; set; } = [];

    public AuthorityRequest Request(string? person) =>
        new(person, How!.Value, Scope, Letters!.Value, From!.Value, Until);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotRecordAuthority refusal) =>
        refusal switch
        {
            CannotRecordAuthority.NoScope => nameof(Scope),
            CannotRecordAuthority.InTheFuture => nameof(From),
            CannotRecordAuthority.HasEnded => nameof(Until),
            CannotRecordAuthority.OnlyForMembers => nameof(How),
            CannotRecordAuthority.NotTheirCase => nameof(Also),
            _ => nameof(Person),
        };
}
