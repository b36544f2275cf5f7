using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Subjects;

/// <summary>What page and API ask to name whom a complaint is about.</summary>
public sealed class NameSubjectForm
{
    [Display(Name = "subject.person")]
    [KnownStaff]
    public string? Person { get; set; }

    [Display(Name = "subject.why")]
    [Words]
    public string? Why { get; set; }

    public Decision<CannotNameSubject> Decide(Case about, DateOnly today) =>
        Core.Cases.Subjects.Name(about, Person, Why, today);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotNameSubject refusal) =>
        refusal == CannotNameSubject.NoReason ? nameof(Why) : nameof(Person);
}
