using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.RecordNeeds;

/// <summary>What page and API ask about how to reach somebody and write to them. What is left out is needed no more.</summary>
public sealed class RecordNeedsForm
{
    /// <summary>Who of those in the case; needed where there are several.</summary>
    [Display(Name = "needs.person")]
    public string? Person { get; set; }

    [Display(Name = "needs.never")]
    public bool NoPhone { get; set; }

    [Display(Name = "needs.never")]
    public bool NoVoicemail { get; set; }

    [Display(Name = "needs.never")]
    public bool NoEmail { get; set; }

    [Display(Name = "needs.never")]
    public bool NoPost { get; set; }

    [Display(Name = "needs.never")]
    public bool NoVisit { get; set; }

    [Display(Name = "needs.format")]
    public LetterFormat? Format { get; set; }

    [Display(Name = "needs.language")]
    [Line]
    public string? Language { get; set; }

    [Display(Name = "needs.what")]
    [Words]
    public string? What { get; set; }

    /// <summary>As it stands of somebody, to be changed.</summary>
    public static RecordNeedsForm Of(CaseView view, Core.Cases.ContactNeeds? needs) =>
        new()
        {
            NoPhone = needs?.Never.Phone ?? false,
            NoVoicemail = needs?.Never.Voicemail ?? false,
            NoEmail = needs?.Never.Email ?? false,
            NoPost = needs?.Never.Post ?? false,
            NoVisit = needs?.Never.Visit ?? false,
            Format = needs?.Format ?? LetterFormat.Standard,
            Language = view.Text(needs?.Language),
            What = view.Text(needs?.What),
        };

    public Decision<CannotRecordNeeds> Decide(Case of, bool mayAllow, DateOnly today) =>
        RecordingNeeds.Decide(
            of,
            new(
                Person,
                Format ?? LetterFormat.Standard,
                new Never(NoPhone, NoVoicemail, NoEmail, NoPost, NoVisit),
                Language,
                What
            ),
            mayAllow,
            today
        );

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotRecordNeeds refusal) =>
        refusal switch
        {
            CannotRecordNeeds.NothingSaid => nameof(What),
            CannotRecordNeeds.AllowsAgain => nameof(NoPhone),
            _ => nameof(Person),
        };
}
