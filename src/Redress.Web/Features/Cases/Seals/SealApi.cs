using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Seals;

internal static class SealApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapAct<SealForm, CannotSeal>(
                "seal",
                Act.SealCase,
                (about, form, desk) => form.Decide(about, desk.Person.Id, desk.Today),
                SealForm.FieldOf
            )
            .WithSummary("Seal a case: it exists for you, the second person you name and whoever has it alone.");
        cases
            .MapAct<NoForm, CannotDecideSeal>(
                "seal-agreement",
                Act.SealCase,
                (about, _, desk) => Sealing.Agree(about, desk.Person.Id, desk.Today),
                _ => ""
            )
            .WithSummary("Agree that a case is sealed. Whoever sealed it cannot.");
        cases
            .MapAct<LiftForm, CannotDecideSeal>(
                "seal-lifting",
                Act.SealCase,
                (about, form, desk) => Sealing.Lift(about, form.Why, desk.Person.Id, desk.Today),
                refusal => refusal == CannotDecideSeal.NoReason ? nameof(LiftForm.Why) : ""
            )
            .WithSummary(
                "Have a sealed case be for everybody again: the first who wants it asks, the second lifts it."
            );
        cases
            .MapAct<AdmitForm, CannotChangeReaders>(
                "readers",
                Act.SealCase,
                (about, form, desk) => Sealing.Admit(about, form.Person, form.Why, form.Until, desk.Today),
                AdmitForm.FieldOf
            )
            .WithSummary("Let somebody see a sealed case, for good or until a day.");
        cases
            .MapAct<RemoveReaderForm, CannotChangeReaders>(
                "removed-readers",
                Act.SealCase,
                (about, form, desk) => Sealing.Remove(about, form.Person, form.Why, desk.Today),
                AdmitForm.FieldOf
            )
            .WithSummary("Let somebody see a sealed case no more.");
    }

    /// <summary>Nothing is asked but who agrees.</summary>
    internal sealed class NoForm;

    /// <summary>What the API asks of whoever wants it for everybody again.</summary>
    internal sealed class LiftForm
    {
        [Display(Name = "decide_seal.why")]
        [Words]
        public string? Why { get; set; }
    }
}
