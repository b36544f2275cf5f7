using System.ComponentModel.DataAnnotations;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>What page and API ask of whoever says that somebody sees another person's data.</summary>
public sealed class ReportForm
{
    [Display(Name = "leak.what")]
    [Required(ErrorMessage = "leak.what.missing")]
    [Words(10_000)]
    public string? What { get; set; }

    /// <summary>An address of ours, or in their words.</summary>
    [Display(Name = "leak.where")]
    [Line]
    public string? Where { get; set; }

    [Display(Name = "leak.seen_on")]
    [Required(ErrorMessage = "leak.seen_on.missing")]
    public DateOnly? SeenOn { get; set; }

    [Display(Name = "leak.contact")]
    [Line]
    public string? Contact { get; set; }

    public SeenData Seen() => new(What!.Trim(), Where, SeenOn!.Value, Contact);

    /// <summary>The address somebody came from, without what was asked for in it.</summary>
    public static string? PathOf(string? from) =>
        from?.Split('?', '#')[0] is { Length: <= LineAttribute.Longest } path && ProductParts.Of(path) is not null
            ? path
            : null;
}
