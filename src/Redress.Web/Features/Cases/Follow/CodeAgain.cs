using System.ComponentModel.DataAnnotations;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Layout;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// What a resident is asked who sent a form when the code they came in with opened nothing any more. All they filled in goes
/// with the question and comes back with the answer, so that nothing of it is lost, or kept here.
/// </summary>
public sealed class CodeAgain
{
    /// <summary>Names the field by which a form is known to answer.</summary>
    public const string Field = nameof(Code);

    [Display(Name = "follow.reference")]
    public string? Reference { get; init; }

    [Display(Name = "follow.code")]
    public string? Code { get; init; }

    [Display(Name = "follow.message.files")]
    public Uploads Files { get; init; } = new([]);

    /// <summary>The key of the words that say why.</summary>
    public required string Why { get; init; }

    /// <summary>The address that the form was sent to.</summary>
    public required string At { get; init; }

    /// <summary>What the page is called.</summary>
    public required string Title { get; init; }

    /// <summary>What they wrote, to be shown to them.</summary>
    public required string? Written { get; init; }

    /// <summary>Whether the form may bring files.</summary>
    public required bool TakesFiles { get; init; }

    /// <summary>Whether it brought some, which must be chosen again.</summary>
    public required bool LostFiles { get; init; }

    /// <summary>All that was filled in.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Filled { get; init; }

    public required LandlordSettings Landlord { get; init; }

    /// <summary>What a form was filled in with, but for its token and what answers this question.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FilledIn(IFormCollection form) =>
        [
            .. form.Where(field => field.Key is not ("__RequestVerificationToken" or nameof(Reference) or nameof(Code)))
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))),
        ];
}
