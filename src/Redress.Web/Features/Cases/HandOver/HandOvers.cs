using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.HandOver;

/// <summary>A case to be handed over, and who complained; nobody who can be written to where they would not be known.</summary>
/// <param name="File">The case.</param>
/// <param name="Complainant">Who complained.</param>
/// <param name="WrittenToBy">How they are written to; none where they cannot be.</param>
public sealed record CaseInHand(CaseFile File, CasePersonRow? Complainant, Channel? WrittenToBy)
{
    public Case Case => File.Case;
}

/// <summary>Many cases given to colleagues in one act, and each resident told, if they are to be.</summary>
public sealed class HandOvers(
    CaseDesk desk,
    StaffDirectory staff,
    RedressContext context,
    Outbox outbox,
    LandlordStore landlord,
    IStringLocalizer<Text> text
)
{
    /// <summary>The cases that fit, the most urgent first. Five queries, however many there are.</summary>
    public async Task<IReadOnlyList<CaseInHand>> FindAsync(
        Expression<Func<CaseRow, bool>> fit,
        CancellationToken cancel
    )
    {
        await staff.ReadyAsync(cancel);
        var files = await desk.FindAllAsync(fit, Purpose.Act, cancel);
        string[] ids = [.. files.Select(file => file.Case.ComplainantId).OfType<string>()];
        var people = await context
            .CasePeople.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        return
        [
            .. files
                .Select(file => (file, from: file.Case.ComplainantId is { } id ? people.GetValueOrDefault(id) : null))
                .Select(one => new CaseInHand(one.file, one.from, ChannelTo(one.file.Case, one.from))),
        ];
    }

    /// <summary>Gives them, all that can be or none.</summary>
    /// <inheritdoc cref="CaseDesk.RecordAsync(IReadOnlyList{CaseAct}, Once?, IEnumerable{object}?, CancellationToken)"/>
    public async Task<IReadOnlyList<HandedOver>> GiveAsync(
        IReadOnlyList<CaseInHand> cases,
        HandOverForm form,
        Once? once,
        CancellationToken cancel
    )
    {
        var handed = Handover.Decide(cases.Select(one => one.Case), form.To!, desk.Rules, desk.Today);
        await desk.RecordAsync(
            [
                .. handed
                    .Zip(cases)
                    .Where(pair => pair.First.To is not null)
                    .Select(pair => new CaseAct(
                        pair.Second.File,
                        [.. pair.First.Events, .. form.Tell ? Told(pair.Second, pair.First.To!) : []]
                    )),
            ],
            once,
            with: null,
            cancel
        );
        return handed;
    }

    /// <summary>What a resident is written.</summary>
    public string LetterTo(CasePersonRow resident, Case about, string colleague)
    {
        string?[] ways = [staff.EmailOf(colleague), landlord.Current.Phone];
        return text[
            "hand_over.letter",
            (about.Complainants.Count > 1 ? null : Recipient.Of(resident).Greeting) ?? text["template.resident"].Value,
            about.Reference,
            staff.NameOf(colleague),
            string.Join(text["hand_over.letter.or"].Value, ways.Where(way => !string.IsNullOrWhiteSpace(way))),
            landlord.Current.Name
        ];
    }

    private IReadOnlyList<CaseEvent> Told(CaseInHand given, string colleague) =>
        given.WrittenToBy is { } channel
            ? Writing.Decide(channel, LetterTo(given.Complainant!, given.Case, colleague), desk.Today).Events
            : [];

    private Channel? ChannelTo(Case about, CasePersonRow? resident) =>
        resident is null
            ? null
            : RecordingNeeds.WayTo(about, resident.Id, Recipient.Of(resident).CanBeMailed && outbox.CanMail);
}
