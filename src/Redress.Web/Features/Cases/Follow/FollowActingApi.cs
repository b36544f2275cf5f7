using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Representatives;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident's program says that somebody acts for them no more.</summary>
internal static class FollowActingApi
{
    public static void Map(IEndpointRouteBuilder followed) =>
        followed
            .MapPost("/ended-authorities", EndAsync)
            .Describe<EndOwnForm, CannotEndAuthority>(Act.FollowCase)
            .WithSummary("Somebody may act for the resident no more, who need not say why.");

    private static async Task<IResult> EndAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        Authorities authorities,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file
            ? Problems.NotFound()
            : await request.DoAsync<EndOwnForm>(
                http,
                desk,
                async form =>
                {
                    var decision = Representation.EndOwn(file.Case, desk.Person.FollowsAs, form.Person, desk.Today);
                    if (decision.Refusal is { } refusal)
                    {
                        return CaseActs.Refused(refusal, _ => nameof(EndOwnForm.Person), http);
                    }

                    var location = CaseLinks.ResidentsApi(file.Case.Reference);
                    var ended = decision.Events.OfType<AuthorityEnded>().Single();
                    await authorities.EndAsync(file, ended, request.Once(location), cancel);
                    return CaseActs.Made(location);
                },
                cancel
            );
}

/// <summary>Who acts for a resident no more.</summary>
public sealed class EndOwnForm
{
    [Required(ErrorMessage = "follow.acting.missing")]
    public string? Person { get; set; }
}
