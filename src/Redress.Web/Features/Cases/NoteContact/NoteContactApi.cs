using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.NoteContact;

internal static class NoteContactApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<NoteContactForm, CannotNoteContact>(
                "contacts",
                Act.NoteContact,
                (contacted, form, desk) => form.Decide(contacted, desk.Today),
                NoteContactForm.FieldOf
            )
            .WithSummary("Note an attempt to reach the resident, or that they want none.");
}
