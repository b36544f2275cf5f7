using Microsoft.AspNetCore.Authorization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A file of a resident's own case, of a message that they may read.</summary>
internal static class FollowFiles
{
    public const string Address = "/follow/files";

    public static void MapFollowFiles(this IEndpointRouteBuilder app) =>
        app.MapGet(
                $"{Address}/{{hash}}",
                async (string hash, CaseViews views, CurrentPerson person, FileStore store, CancellationToken cancel) =>
                    await views.FollowedAsync(person, Purpose.Show, cancel) is { } view
                        ? FileAnswer.Of(view, Messages.ForResident(view.Case, person.FollowsAs), hash, store)
                            ?? Results.NotFound()
                        : Results.NotFound()
            )
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = FollowServices.Scheme })
            .WithMetadata(new NeedsAttribute(Act.FollowCase))
            .ExcludeFromDescription();
}
