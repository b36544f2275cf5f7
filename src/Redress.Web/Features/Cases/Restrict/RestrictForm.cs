using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>What page and API ask of whoever proposes to limit how somebody reaches the landlord.</summary>
public sealed class RestrictForm
{
    /// <summary>Who of those who complain; needed where there are several.</summary>
    [Display(Name = "restrict.person")]
    public string? Person { get; set; }

    [Display(Name = "restrict.closed")]
    public bool NoPhone { get; set; }

    [Display(Name = "restrict.closed")]
    public bool NoEmail { get; set; }

    [Display(Name = "restrict.closed")]
    public bool NoPost { get; set; }

    [Display(Name = "restrict.closed")]
    public bool NotInPerson { get; set; }

    [Display(Name = "restrict.conditions")]
    [Words]
    public string? Conditions { get; set; }

    [Display(Name = "restrict.why")]
    [Words]
    public string? Why { get; set; }

    [Display(Name = "restrict.tried")]
    [Words]
    public string? Tried { get; set; }

    [Display(Name = "restrict.equality")]
    [Words]
    public string? Equality { get; set; }

    [Display(Name = "restrict.until")]
    public DateOnly? Until { get; set; }

    public Decision<CannotProposeRestriction> Decide(Case of, DateOnly today) =>
        Restrictions.Propose(
            of,
            new(Person, new(NoPhone, NoEmail, NoPost, NotInPerson), Conditions, Why, Tried, Equality, Until),
            today
        );

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotProposeRestriction refusal) =>
        refusal switch
        {
            CannotProposeRestriction.AnotherIsWaiting => "",
            CannotProposeRestriction.NobodyChosen or CannotProposeRestriction.NotInTheCase => nameof(Person),
            CannotProposeRestriction.NoReason => nameof(Why),
            CannotProposeRestriction.NothingTried => nameof(Tried),
            CannotProposeRestriction.NoEqualityNote => nameof(Equality),
            CannotProposeRestriction.NoReviewDay or CannotProposeRestriction.ReviewTooLate => nameof(Until),
            _ => nameof(NoPhone),
        };
}
