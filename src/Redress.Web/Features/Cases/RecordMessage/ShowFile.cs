using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordMessage;

/// <summary>A file of a case, for whoever may see the case.</summary>
internal static class ShowFile
{
    public static void MapCaseFiles(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/cases/{reference}/files/{hash}",
                async (string reference, string hash, CaseViews views, FileStore store, CancellationToken cancel) =>
                    await views.FindAsync(reference, Purpose.Show, cancel) is { } view
                        ? FileAnswer.Of(view, Messages.Of(view.Case), hash, store) ?? Results.NotFound()
                        : Results.NotFound()
            )
            .RequireAuthorization()
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .ExcludeFromDescription();
}
