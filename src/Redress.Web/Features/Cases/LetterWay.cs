using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>What a form for a letter says of where it goes.</summary>
/// <param name="To">Whom it goes to.</param>
/// <param name="HasServer">Whether a mail server is set up.</param>
/// <param name="All">Everybody it goes to: that one, or each of several who complain.</param>
/// <param name="AsksChannel">Whether the form asks how a letter that was sent already was sent.</param>
internal sealed record LetterWay(Recipient To, bool HasServer, IReadOnlyList<Recipient> All, bool AsksChannel = true)
{
    /// <summary>Whether the letter may have been sent already.</summary>
    public bool OffersSent { get; init; } = true;

    /// <summary>Whether it goes to one of those only, whom the form chooses.</summary>
    public bool ToOneOf { get; init; }

    /// <summary>Who act for a resident and may not, so that they are not written to: the letter goes to the resident.</summary>
    public IReadOnlyList<string> WithoutAuthority { get; init; } = [];

    public const string Key = "LetterWay";

    public bool CanMail => HasServer && All.Any(one => one.CanBeMailed);

    public string MailTo(IStringLocalizer<Text> text) =>
        ToOneOf && All.Count != 1 ? text["letter.leaves.email.chosen"]
        : All.Count == 1 ? text["letter.leaves.email", To.Email ?? text["letter.hidden"].Value]
        : All.All(one => one.CanBeMailed) ? text["letter.leaves.email.all", All.Count]
        : text["letter.leaves.email.several", All.Count, All.Count(one => one.CanBeMailed)];

    /// <summary>What is chosen before anybody chooses.</summary>
    public Leaves First =>
        CanMail ? Leaves.Email
        : OffersSent ? Leaves.Sent
        : Leaves.Post;

    public string PostHint(IStringLocalizer<Text> text) =>
        ToOneOf && All.Count != 1 ? text["letter.leaves.post.chosen"]
        : All.Count > 1 ? text["letter.leaves.post.several", All.Count]
        : To is { Confidential: true, CanBePosted: true } ? text["letter.leaves.post.hidden"]
        : To.CanBePosted
            ? text[
                "letter.leaves.post.to",
                string.Join(", ", new[] { To.Name, To.Address, To.Postcode }.OfType<string>())
            ]
        : text["letter.leaves.post.no_address"];
}
