using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Subjects;

/// <summary>What a second person says to whom a complaint is said to be about.</summary>
public enum SubjectAnswer
{
    Confirm,
    Clear,
}

/// <summary>What the page asks the second person.</summary>
public sealed class DecideSubjectForm
{
    [Display(Name = "decide_subject.person")]
    [Required(ErrorMessage = "decide_subject.person.missing")]
    public string? Person { get; set; }

    [Display(Name = "decide_subject.answer")]
    [Required(ErrorMessage = "decide_subject.answer.missing")]
    public SubjectAnswer? Answer { get; set; }

    [Display(Name = "decide_subject.reason")]
    [Words]
    public string? Reason { get; set; }

    public Decision<CannotDecideSubject> Decide(Case about, string by, DateOnly today) =>
        Answer == SubjectAnswer.Confirm
            ? Core.Cases.Subjects.Confirm(about, Person, by, today)
            : Core.Cases.Subjects.Clear(about, Person, Reason, today);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotDecideSubject refusal) =>
        refusal switch
        {
            CannotDecideSubject.NotNamed => nameof(Person),
            CannotDecideSubject.NoReason => nameof(Reason),
            _ => nameof(Answer),
        };
}
