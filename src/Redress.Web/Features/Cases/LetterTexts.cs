using System.Text;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Restrict;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>
/// What a letter's box holds before anybody writes in it: a plain skeleton with what the case already knows. The only
/// place that composes letters; the words are in <c>Letters.resx</c>.
/// </summary>
public sealed class LetterTexts(LandlordStore landlord, IStringLocalizer<Text> text)
{
    /// <summary>What we understood, what is wanted, who has it and when the answer will come.</summary>
    public string Acknowledgement(CaseView view)
    {
        var c = view.Case;
        var letter = Begin(view);
        letter.Paragraph(
            c.Stage > 1
                ? text["template.acknowledge.stage", c.Stage, Dates.Long(c.CurrentStage.StartedOn)]
                : text["template.acknowledge", Dates.Long(c.ReceivedOn)]
        );
        Understood(letter, view);
        if (c.Points.Count > 0)
        {
            letter.Heading(text[c.Stage > 1 ? "template.outstanding" : "template.points"]);
            foreach (var point in c.Points)
            {
                letter.Line($"{point.Number}. {view.Text(point.Text)}");
            }

            letter.Break();
        }

        letter.Paragraph(
            AnswerBy(view) is { } due
                ? text["template.acknowledge.answer_by", Handler(view), Dates.Long(due)]
                : text["template.acknowledge.handler", Handler(view)]
        );
        letter.Paragraph(text["template.acknowledge.misunderstood"]);
        return End(letter, view);
    }

    /// <summary>Each point with what was found and why, what is promised, and how to go further.</summary>
    public string Answer(CaseView view)
    {
        var c = view.Case;
        var letter = Begin(view);
        letter.Paragraph(c.Stage > 0 ? text["template.answer.stage", c.Stage] : text["template.answer"]);
        Understood(letter, view);
        foreach (var point in c.Points)
        {
            letter.Line($"{point.Number}. {view.Text(point.Text)}");
            letter.Line(point.Finding is { } finding ? $"{text.Word(finding)}. {view.Text(point.Reason)}" : null);
            letter.Line(view.Text(point.Remedy) is { } remedy ? text["template.answer.remedy", remedy].Value : null);
            letter.Break();
        }

        var promises = c
            .Commitments.Where(promise => promise.KeptOn is null)
            .OrderBy(promise => promise.DueOn)
            .ToList();
        if (promises.Count > 0)
        {
            letter.Heading(text["template.promises"]);
            foreach (var promise in promises)
            {
                var (what, due) = (view.Text(promise.What) ?? "", Dates.Long(promise.DueOn));
                letter.Line(
                    promise.Amount is { } amount
                        ? text["template.promise.amount", what, Pounds.Of(amount), due]
                        : text["template.promise", what, due]
                );
            }

            letter.Break();
        }

        NextStage(letter, view);
        Ombudsman(letter, view, "template.ombudsman");
        return End(letter, view);
    }

    /// <summary>Why it takes longer and until when, as far as that is known, with the Ombudsman's details.</summary>
    public string MoreTime(CaseView view, string? reason = null, DateOnly? until = null)
    {
        var letter = Begin(view);
        letter.Paragraph($"{text["template.more_time"].Value}{reason?.Trim()}");
        letter.Paragraph($"{text["template.more_time.until"].Value}{(until is { } day ? Dates.Long(day) : "")}");
        Ombudsman(letter, view, "template.ombudsman.now");
        return End(letter, view);
    }

    /// <summary>Why it is refused, and the right to go to the Ombudsman.</summary>
    public string Refusal(CaseView view)
    {
        var letter = Begin(view);
        letter.Paragraph(text[view.Case.Stage > 1 ? "template.refusal.stage" : "template.refusal", view.Case.Stage]);
        letter.Paragraph(text["template.refusal.reason"]);
        Ombudsman(letter, view, "template.ombudsman.refused");
        return End(letter, view);
    }

    /// <summary>What was agreed, which whoever records it fills in, and that the complaint is taken up again whenever it is wanted.</summary>
    public string ServiceRequest(CaseView view)
    {
        var letter = Begin(view);
        letter.Paragraph(text["template.service_request", Dates.Long(view.Case.ReceivedOn)]);
        letter.Paragraph(text["template.service_request.agreed"]);
        letter.Paragraph(text["template.service_request.about"]);
        letter.Paragraph(text["template.service_request.right"]);
        Ombudsman(letter, view, "template.ombudsman.now");
        return End(letter, view);
    }

    /// <summary>That there is a hearing; when and where is for whoever arranges it.</summary>
    public string HearingNotice(CaseView view)
    {
        var letter = Begin(view);
        letter.Paragraph(text["template.hearing", view.Case.Stage]);
        letter.Paragraph(text["template.hearing.when"]);
        letter.Paragraph(text["template.hearing.where"]);
        letter.Paragraph(text["template.hearing.needs"]);
        return End(letter, view);
    }

    /// <summary>Which answer had a mistake in it; which mistake, and what is right, is for whoever corrects it.</summary>
    public string AnswerCorrection(CaseView view)
    {
        var letter = Begin(view);
        if (AnswerArrival.StageOf(view.Case) is { RespondedOn: { } answeredOn } stage)
        {
            letter.Paragraph(
                stage.Number > 0
                    ? text["template.correction.stage", Dates.Long(answeredOn), stage.Number]
                    : text["template.correction", Dates.Long(answeredOn)]
            );
        }

        letter.Paragraph(text["template.correction.wrong"]);
        letter.Paragraph(text["template.correction.right"]);
        letter.Paragraph(text["template.correction.rest"]);
        return End(letter, view);
    }

    /// <summary>Tells a resident who may act for them, in what, until when, and that they can end it.</summary>
    /// <param name="view">The case.</param>
    /// <param name="resident">Whom it is to.</param>
    /// <param name="given">What was given, its words not stored yet.</param>
    /// <param name="also">The references of their other cases that it serves.</param>
    public string AuthorityNotice(
        CaseView view,
        CasePersonRow resident,
        AuthorityRecorded given,
        IReadOnlyCollection<string> also
    )
    {
        var name = view.NameIn(given.Person, text);
        var letter = new Sheet();
        letter.Paragraph(text["template.dear", Recipient.Of(resident).Greeting ?? text["template.resident"].Value]);
        letter.Paragraph(text["template.reference", view.Case.Reference]);
        letter.Paragraph(
            given.Until is { } until
                ? text["template.authority.until", name, Dates.Long(given.On), Dates.Long(until)]
                : text["template.authority", name, Dates.Long(given.On)]
        );
        letter.Paragraph(text["template.authority.scope", given.Scope.Text ?? ""]);
        letter.Paragraph(text[given.Letters ? "template.authority.letters" : "template.authority.no_letters"]);
        if (also.Count > 0)
        {
            letter.Paragraph(text["template.authority.also", string.Join(", ", also)]);
        }

        letter.Paragraph(text["template.authority.end"]);
        return End(letter, view);
    }

    /// <summary>
    /// Asks somebody to show that they may act for somebody: it names no resident and no handler, and says nothing of the case.
    /// </summary>
    public string AuthorityRequest(Case about)
    {
        var letter = new Sheet();
        letter.Paragraph(text["template.reference", about.Reference]);
        letter.Paragraph(text["template.authority_request"]);
        letter.Paragraph(text["template.authority_request.why"]);
        letter.Line(text["template.authority_request.send"]);
        letter.Line(text["template.authority_request.note"]);
        letter.Line(text["template.authority_request.power"]);
        letter.Break();
        letter.Paragraph(text["template.authority_request.until"]);
        letter.Paragraph(text["template.yours"]);
        letter.Line(landlord.Current.Name);
        letter.Line(landlord.Current.Phone);
        letter.Line(landlord.Current.Email);
        return letter.ToString();
    }

    /// <summary>How somebody may reach us about the complaint until when, why, and what they can do against it.</summary>
    public string Restriction(CaseView view, RestrictionProposed proposed)
    {
        var letter = new Sheet();
        var resident = view.People.FirstOrDefault(one => one.Id == proposed.Person);
        letter.Paragraph(
            text[
                "template.dear",
                (resident is null ? null : Recipient.Of(resident).Greeting) ?? text["template.resident"]
            ]
        );
        letter.Paragraph(text["template.reference", view.Case.Reference]);
        letter.Paragraph(text["template.restriction", Dates.Long(proposed.Until)]);
        foreach (var way in RestrictionWords.LeftOpen(proposed.Closed, text))
        {
            letter.Line($"- {way}");
        }

        letter.Break();
        letter.Paragraph(view.Text(proposed.Conditions));
        letter.Paragraph(text["template.restriction.why"]);
        letter.Paragraph(text["template.restriction.complaint"]);
        letter.Paragraph(text["template.restriction.needs"]);
        Ombudsman(letter, view, "template.ombudsman.now");
        return End(letter, view);
    }

    /// <summary>Whom it is to and who signs it, and nothing between.</summary>
    public string Message(CaseView view) => End(Begin(view), view);

    private Sheet Begin(CaseView view)
    {
        var letter = new Sheet();
        var name = view.Recipients is [var only] ? only.Greeting : null;
        letter.Paragraph(text["template.dear", name ?? text["template.resident"].Value]);
        letter.Paragraph(text["template.reference", view.Case.Reference]);
        return letter;
    }

    private void Understood(Sheet letter, CaseView view)
    {
        letter.Heading(text["template.understood"]);
        letter.Paragraph(view.Text(view.Case.Definition) ?? view.Text(view.Case.Summary));
        if (view.Text(view.Case.OutcomeSought) is { } sought)
        {
            letter.Heading(text["template.sought"]);
            letter.Paragraph(sought);
        }
    }

    private void NextStage(Sheet letter, CaseView view)
    {
        var c = view.Case;
        var rules = view.Rules.Find(c.CurrentStage.ProcedureId)?.For(c.Kind);
        if (rules?.Stage(c.Stage + 1) is null)
        {
            letter.Paragraph(text["template.final"]);
            return;
        }

        var window = rules.Stage(c.Stage)?.Duties.FirstOrDefault(duty => duty.Duty == DutyName.RequestNextStage);
        letter.Heading(text["template.not_happy"]);
        letter.Paragraph(
            window is null
                ? text["template.next_stage", c.Stage + 1]
                : text["template.next_stage.within", c.Stage + 1, window.Within]
        );
    }

    private void Ombudsman(Sheet letter, CaseView view, string lead)
    {
        foreach (var (name, phone, website) in Ombudsmen.Of(view.Case.Ombudsman, landlord.Current))
        {
            letter.Line(text[lead, name]);
            letter.Line(string.Join(", ", new[] { phone, website }.OfType<string>()));
            letter.Break();
        }
    }

    private string End(Sheet letter, CaseView view)
    {
        letter.Paragraph(text["template.yours"]);
        letter.Line(Handler(view));
        letter.Line(landlord.Current.Name);
        letter.Line(landlord.Current.Phone);
        letter.Line(landlord.Current.Email);
        return letter.ToString();
    }

    private string Handler(CaseView view) =>
        (view.Case.CurrentStage.Handler ?? view.Case.Owner) is { } handler
            ? view.NameOf(handler)
            : text["template.team"].Value;

    /// <summary>When the answer is due once the acknowledgement has left today.</summary>
    private static DateOnly? AnswerBy(CaseView view)
    {
        var c = view.Case;
        var sent = new RecordedEvent(c.Version + 1, new Acknowledged(view.Today, c.Stage), DateTime.UnixEpoch, "");
        var then = Case.Fold(c.Id, [.. c.History, sent]);
        return AnswerClock.Of(then, CaseClocks.Of(then, view.Rules, view.Today))?.Clock.Due;
    }

    private sealed class Sheet
    {
        private readonly StringBuilder written = new();

        public void Heading(string heading) => Line(heading);

        public void Paragraph(string? words)
        {
            Line(words);
            Break();
        }

        public void Line(string? words)
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                written.Append(words.Trim()).Append('\n');
            }
        }

        public void Break()
        {
            if (written.Length > 1 && written[^2] != '\n')
            {
                written.Append('\n');
            }
        }

        public override string ToString() => written.ToString().Trim();
    }
}
