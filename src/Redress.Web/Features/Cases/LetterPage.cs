using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>A page on which a letter is written that leaves from here, or is recorded as sent.</summary>
public abstract class LetterPage(CaseDesk desk, CaseViews views, Outbox outbox, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    /// <summary>Whether the form asks how a letter that was sent already was sent.</summary>
    protected virtual bool AsksChannel => true;

    private protected virtual LetterWay Way =>
        new(View.Recipient, outbox.CanMail, View.Recipients, AsksChannel)
        {
            WithoutAuthority =
            [
                .. Case.Representatives.Where(one => !one.MayAct(Desk.Today)).Select(one => View.NameIn(one.Person, L)),
            ],
        };

    protected override Task FoundAsync(CancellationToken cancel)
    {
        ViewData[LetterWay.Key] = Way;
        return Task.CompletedTask;
    }

    /// <summary>Says what became of the letter: that it was recorded, or that it waits to leave.</summary>
    /// <param name="form">The form.</param>
    /// <param name="recorded">The key of the words for a letter that was sent already.</param>
    private protected static string DoneWords(ILetterForm form, string recorded) =>
        form.Leaves switch
        {
            Leaves.Email => "letter.done.email",
            Leaves.Post => "letter.done.post",
            _ => recorded,
        };
}
