using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Write;

internal static class WriteApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<WriteForm, CannotWrite>(
                "letters",
                Act.SendLetters,
                (about, form, desk) => Writing.Decide(about, form.To, form.By(), form.Letter, desk.Today),
                WriteForm.FieldOf
            )
            .WithSummary(
                "Write a message to the resident, or in `to` to somebody who acts for them and may, which is mailed or waits to be "
                    + "posted."
            );
}
