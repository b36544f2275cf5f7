using Redress.Web.Data;
using Redress.Web.Features.Cases.Files;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>A photo of a complaint in the making, for whoever is making it.</summary>
internal static class DraftFiles
{
    public const string Address = "/complain/files";

    public static void MapDraftFiles(this IEndpointRouteBuilder app) =>
        app.MapGet(
                $"{Address}/{{hash}}",
                async (string hash, HttpContext http, Drafts drafts, FileStore store, CancellationToken cancel) =>
                    (await drafts.FindAsync(http, cancel))?.Files.FirstOrDefault(file => file.Hash == hash) is { } file
                    && store.Open(hash) is { } content
                        ? new FileAnswer(content, file.Type, file.Name)
                        : Results.NotFound()
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
