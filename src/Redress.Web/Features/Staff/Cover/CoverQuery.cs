using System.Globalization;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Worklist;

namespace Redress.Web.Features.Staff.Cover;

/// <summary>What the address of the list says, for page and API.</summary>
public sealed record CoverQuery
{
    /// <summary>How far ahead the page looks, if it is asked to.</summary>
    public const int Soon = 7;

    /// <summary>The furthest that can be asked for.</summary>
    public const int MostDays = 31;

    /// <summary>Besides those who are away today, those who are within so many days.</summary>
    public int Days { get; set; }

    /// <summary>The place of the last row of the page before, as the work list has it.</summary>
    public string? After { get; set; }

    public WorklistPlace? Place => WorklistQuery.Read(After);

    public DateOnly LastFrom(DateOnly today) => today.AddDays(Math.Clamp(Days, 0, MostDays));

    /// <summary>The address that says it.</summary>
    public string Address() =>
        "/cover"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["days"] = Days > 0 ? Days.ToString(CultureInfo.InvariantCulture) : null,
                ["after"] = After,
            }.Where(part => part.Value is not null)
        );
}
