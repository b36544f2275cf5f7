using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SettleLetter;

/// <summary>One letter of a case, and what becomes of it while it has not left.</summary>
[Needs(Act.SendLetters)]
public sealed class SettleLetterModel(CaseDesk desk, CaseViews views, Outbox outbox, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public SettleLetterForm Form { get; set; } = new();

    /// <summary>Its number within the case.</summary>
    [BindProperty(SupportsGet = true)]
    public int Letter { get; set; }

    public Message Message => Messages.Of(Case).First(message => message.Number == Letter);

    public bool Waits => Waiting is not null;

    /// <summary>Whether it may have gone by post: what goes only by mail is not posted.</summary>
    public bool MayBePosted => Sending.Posted(Case, Letter, Desk.Rules, Desk.Today, Desk.Today).Refusal is null;

    /// <summary>Whether what it says is still so, so that it may be printed and go.</summary>
    public bool MayGo => Sending.Reroute(Case, Letter, Channel.Letter, Desk.Rules, Desk.Today).Refusal is null;

    public bool CanMail => MayGo && outbox.CanMail && To.Any(one => one.CanBeMailed);

    protected override string MailField => nameof(SettleLetterForm.Fate);

    /// <summary>Whose copies have not left, and how they are to; none where it goes to whoever the case's letters go to.</summary>
    public IReadOnlyList<WaitingCopy> Copies => Waiting?.Copies ?? [];

    /// <summary>Whether it goes to several, so that it is said who has not got it yet.</summary>
    public bool IsToSeveral => Waiting is { IsToOne: false };

    /// <summary>Whom it has not left for.</summary>
    public IReadOnlyList<Recipient> To =>
        Copies.Count > 0
            ? [.. Copies.Select(copy => Recipient.OfCopy(copy.Person, Message.Kind, Case, View.People, Desk.Today))]
            : [View.Recipient];

    private WaitingLetter? Waiting => Case.Letters.FirstOrDefault(letter => letter.Number == Letter);

    /// <summary>Its name among all letters.</summary>
    public string Key => $"{Case.Id}.{Letter}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Form = new() { PostedOn = Desk.Today };
        return await IsThereAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await IsThereAsync(reference, cancel))
        {
            return NotFound();
        }

        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Form.Decide(Case, Letter, Desk.Rules, Desk.Today);
        var done = LeftForNothing(decision) ? "posted.untrue" : WireName.Of(Form.Fate!.Value);
        return await RecordAsync(decision, SettleLetterForm.FieldOf, $"settle_letter.done.{done}", cancel);
    }

    /// <summary>Whether it is recorded as gone, and what it says was no longer so when it went.</summary>
    private bool LeftForNothing(Decision<CannotSend> decision) =>
        decision is { Refusal: null, Events: [LetterSent { Made: null }] } && Waiting is { Written.Means: not null };

    private async Task<bool> IsThereAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel)
        && Messages.Of(Case).Any(message => message.Number == Letter && message.Direction == Direction.Out);
}
