using System.Text.Json.Serialization;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>
/// A complaint as far as it is written. Its reference and code are chosen when it is begun, so that however often it is
/// sent it is one case with one code.
/// </summary>
public sealed class Draft
{
    public string Key { get; init; } = $"{Guid.NewGuid():N}";

    public string Reference { get; set; } = Ids.NewReference();

    public string Code { get; init; } = Ids.NewAccessCode();

    public string? Summary { get; set; }

    public string? OutcomeSought { get; set; }

    public bool? Anonymous { get; set; }

    /// <summary>Whether only the complaints team is to know who they are.</summary>
    public bool Confidential { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    /// <summary>What they need so that they can deal with us.</summary>
    public string? Needs { get; set; }

    /// <summary>Photos and papers, at most as many as one message may bring.</summary>
    public IReadOnlyList<DraftFile> Files { get; set; } = [];

    /// <summary>Once sent: the names of files that could not go with it.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    public bool IsSent { get; init; }

    /// <summary>Once sent: the last day of our acknowledgement, where the procedure has one.</summary>
    public DateOnly? AcknowledgeBy { get; init; }

    /// <summary>To whom they would be known, once they said so.</summary>
    [JsonIgnore]
    public Known? Known =>
        Anonymous switch
        {
            null => null,
            true => Complain.Known.Anonymous,
            false => Confidential ? Complain.Known.Confidential : Complain.Known.Named,
        };

    /// <summary>Whether all that must be answered is.</summary>
    public bool IsWhole => Summary is not null && (Anonymous is true || (Anonymous is false && Name is not null));

    /// <summary>What is left of it once it is sent: how to follow it, and not a word of what it says.</summary>
    public Draft Sent(DateOnly? acknowledgeBy, IReadOnlyList<string> lost) =>
        new()
        {
            Key = Key,
            Reference = Reference,
            Code = Code,
            Anonymous = Anonymous,
            Confidential = Confidential,
            IsSent = true,
            AcknowledgeBy = acknowledgeBy,
            Lost = lost,
        };
}
