using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.History;

/// <summary>
/// Events in words, the newest first, in the Ministry of Justice's timeline: without those of whom the complaint is about, for
/// a reader who is not to know.
/// </summary>
internal sealed record Timeline(
    IStringLocalizer<Text> L,
    CaseView View,
    IReadOnlyList<RecordedEvent> Events,
    CurrentPerson Reader
) : Component
{
    /// <summary>History shows at once what is short, and of the rest the beginning.</summary>
    private const int Whole = 280;

    internal override void Write(Markup markup)
    {
        var sentences = new EventSentences(L, View);
        var mayKnowOfSubjects = Reader.May(Act.SeeSubject);
        markup.Raw("<ol class=\"moj-timeline app-timeline\" reversed>");
        for (var at = Events.Count - 1; at >= 0; at--)
        {
            if (mayKnowOfSubjects || !IsAboutSubjects(Events[at].Event))
            {
                Write(markup, Events[at], sentences.Of(Events[at]));
            }
        }

        markup.Raw("</ol>");
    }

    private static bool IsAboutSubjects(CaseEvent happened) =>
        happened
            is SubjectNamed
                or SubjectConfirmed
                or SubjectCleared
                or StatementRequested
                or StatementGiven
                or StatementWaived
                or StatementPassed
                or StatementWithdrawn;

    private void Write(Markup markup, RecordedEvent recorded, Told told)
    {
        markup.Raw("<li class=\"moj-timeline__item\" id=\"event-");
        markup.Text(recorded.Sequence.ToString());
        markup.Raw("\"><div class=\"moj-timeline__header\"><h3 class=\"moj-timeline__title\">");
        markup.Text(told.Sentence);
        markup.Raw("</h3> <p class=\"moj-timeline__byline\">");
        markup.Text(L["history.who", View.NameOf(recorded.Who)]);
        markup.Raw("</p></div><p class=\"moj-timeline__date\">");
        WriteDates(markup, recorded);
        markup.Raw("</p>");
        foreach (var change in ClockChanges.By(recorded, View.Case, View.Rules))
        {
            markup.Raw("<p class=\"moj-timeline__description\">");
            markup.Text(Sentence(change));
            markup.Raw("</p>");
        }

        foreach (var (heading, words) in told.Said)
        {
            WriteWords(markup, heading, words);
        }

        markup.Raw("</li>");
    }

    /// <summary>The day it was true and, where it was recorded on a later one, that day too.</summary>
    private void WriteDates(Markup markup, RecordedEvent recorded)
    {
        var on = recorded.Event.On;
        var recordedOn = LondonTime.Day(recorded.RecordedAt);
        markup.Raw("<time datetime=\"");
        markup.Text(on.ToString("yyyy-MM-dd"));
        markup.Raw("\">");
        markup.Text(Dates.Long(on));
        markup.Raw("</time>");
        if (recordedOn != on)
        {
            markup.Text(L["history.recorded_on", Dates.Long(recordedOn)]);
        }
    }

    private void WriteWords(Markup markup, string heading, Words? words)
    {
        if (words is null)
        {
            return;
        }

        if (View.Text(words) is not { } said)
        {
            markup.Raw("<p class=\"moj-timeline__description\">");
            markup.Text(L["history.erased", heading]);
            markup.Raw("</p>");
            return;
        }

        markup.Raw("<p class=\"app-said__heading\">");
        markup.Text(heading);
        markup.Raw("</p>");
        new Said(L, said, Whole).Write(markup);
    }

    private string Sentence(ClockChange change) =>
        L["history.clock_changed", L.Word(change.After.Duty), Standing(change.Before), Standing(change.After)];

    private string Standing(Core.Clocks.DutyClock clock) =>
        clock.Due is { } due ? L["history.standing", Dates.Short(due), L.Word(clock.Verdict)] : L.Word(clock.Verdict);
}
