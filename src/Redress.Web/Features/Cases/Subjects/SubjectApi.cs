using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Subjects;

internal static class SubjectApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<NameSubjectForm, CannotNameSubject>(
                "subjects",
                Act.NameSubject,
                (about, form, desk) => form.Decide(about, desk.Today),
                NameSubjectForm.FieldOf
            )
            .WithSummary("Say which member of staff the complaint is about. They see nothing of it from then on.");
        cases
            .MapAct<ConfirmForm, CannotDecideSubject>(
                "confirmed-subjects",
                Act.DecideSubject,
                (about, form, desk) => Core.Cases.Subjects.Confirm(about, form.Person, desk.Person.Id, desk.Today),
                _ => nameof(ConfirmForm.Person)
            )
            .WithSummary("Agree whom the complaint is about. Whoever named them cannot.");
        cases
            .MapAct<ClearForm, CannotDecideSubject>(
                "cleared-subjects",
                Act.DecideSubject,
                (about, form, desk) => Core.Cases.Subjects.Clear(about, form.Person, form.Reason, desk.Today),
                refusal => refusal == CannotDecideSubject.NoReason ? nameof(ClearForm.Reason) : nameof(ClearForm.Person)
            )
            .WithSummary("Say that the complaint is not about them after all, with the reason.");
    }

    /// <summary>What the API asks of whoever agrees.</summary>
    internal sealed class ConfirmForm
    {
        [Display(Name = "decide_subject.person")]
        [Required(ErrorMessage = "decide_subject.person.missing")]
        public string? Person { get; set; }
    }

    /// <summary>What the API asks of whoever does not.</summary>
    internal sealed class ClearForm
    {
        [Display(Name = "decide_subject.person")]
        [Required(ErrorMessage = "decide_subject.person.missing")]
        public string? Person { get; set; }

        [Display(Name = "decide_subject.reason")]
        [Words]
        public string? Reason { get; set; }
    }
}
