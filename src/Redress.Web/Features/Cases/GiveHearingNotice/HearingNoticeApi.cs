using Redress.Core.Cases;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.GiveHearingNotice;

internal static class HearingNoticeApi
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapAct<HearingNoticeForm, CannotGiveHearingNotice>(
                "hearing-notices",
                Act.GiveHearingNotice,
                (heard, form, desk) => HearingNotice.Decide(heard, form.Request(), desk.Rules, desk.Today),
                HearingNoticeForm.FieldOf
            )
            .WithSummary("Record that notice of a hearing was sent. Whether it was in time is for the clock to say.");
}
