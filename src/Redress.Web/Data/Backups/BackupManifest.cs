using System.Reflection;
using System.Text.Json;

namespace Redress.Web.Data;

/// <summary>
/// What a backup says of itself in <c>manifest.json</c>: enough to refuse it before anything is written, and to tell
/// afterwards that all of it came back.
/// </summary>
public sealed record BackupManifest
{
    private const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    /// <summary>The release that made it.</summary>
    public required string Release { get; init; }

    /// <summary>The kind of database: <c>sqlite</c> or <c>postgresql</c>.</summary>
    public required string Database { get; init; }

    /// <summary>When it was begun. What was answered before is in it.</summary>
    public required DateTime TakenAt { get; init; }
    public required DatabaseContents Contents { get; init; }

    /// <summary>The SHA-256 of every file beside the manifest, by its path from there.</summary>
    public required SortedDictionary<string, string> Files { get; init; }

    /// <summary>The release that is running.</summary>
    public static string ThisRelease { get; } =
        typeof(BackupManifest)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    /// <summary>The hash of each file in a folder.</summary>
    public static async Task<SortedDictionary<string, string>> HashesAsync(string folder, CancellationToken cancel)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            hashes.Add(path, await Sha256.OfFileAsync(file, cancel));
        }

        return hashes;
    }

    public void Write(string folder)
    {
        using var file = File.Create(Path.Combine(folder, FileName));
        JsonSerializer.Serialize(file, this, Form);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">There is none, or what is there is not one.</exception>
    public static BackupManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new InvalidDataException(
                $"{folder}: there is no {FileName} in it, so it is no backup, or half of one."
            );
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(file), Form);
            return manifest ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException(
                $"{file}, line {(wrong.LineNumber ?? 0) + 1}, {wrong.Path ?? "$"}: this is not what a backup says of itself.",
                wrong
            );
        }
    }

    /// <summary>Holds every file to its hash.</summary>
    /// <exception cref="InvalidDataException">One is altered or missing, or lies outside the folder; it is named.</exception>
    public async Task CheckFilesAsync(string folder, CancellationToken cancel)
    {
        foreach (var (path, hash) in Files)
        {
            var file = Path.GetFullPath(path, folder);
            if (
                Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/') != path
                || path.StartsWith("../", StringComparison.Ordinal)
            )
            {
                throw new InvalidDataException(
                    $"{Path.Combine(folder, FileName)}: '{path}' is not a file of this backup."
                );
            }

            if (!File.Exists(file))
            {
                throw new InvalidDataException($"{file}: it is missing from the backup.");
            }

            if (await Sha256.OfFileAsync(file, cancel) != hash)
            {
                throw new InvalidDataException($"{file}: it was altered after the backup was made.");
            }
        }
    }
}
