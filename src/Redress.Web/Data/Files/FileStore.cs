using System.Buffers;
using System.Security.Cryptography;
using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Keeps the files that came in, each under the SHA-256 of its content, in the folder beside the database. A file is on the
/// disk, and so is its name, before any row tells of it. Of when it came only the day is kept, because it may be from
/// somebody who would not be known.
/// </summary>
public sealed class FileStore(Installation installation, TimeProvider time)
{
    /// <summary>How long one file may be.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    /// <summary>The room that is left to the database: where there is less, files are not taken.</summary>
    internal long RoomLeft { get; init; } = 256L * 1024 * 1024;

    /// <summary>Where files lie while they arrive.</summary>
    internal string WaitingRoom => Path.Combine(installation.Files, "incoming");

    /// <summary>
    /// Reads a file to its end and looks at it. It is read to its end even where it is refused, up to a limit, so that what
    /// follows it in the same form can be read.
    /// </summary>
    /// <param name="content">The file as it arrives.</param>
    /// <param name="name">What its sender calls it.</param>
    /// <param name="most">How much is read at most.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<Upload> ReceiveAsync(Stream content, string? name, long most, CancellationToken cancel)
    {
        Upload? upload = null;
        await using var file = TryCreate();
        try
        {
            var fault = await CopyAsync(content, file, most, cancel);
            return upload = fault is { } refused ? Upload.Refused(name, refused) : Look(file!, name);
        }
        finally
        {
            if (file is not null && upload is not { Fault: null })
            {
                File.Delete(file.Name);
            }
        }
    }

    /// <summary>Brings a file to its place for good. Call it before the row that tells of it is written.</summary>
    /// <returns>False where there is no room, or nothing can be written; then nothing is kept.</returns>
    public bool Keep(Upload upload)
    {
        try
        {
            using (var file = File.OpenHandle(upload.Waiting, access: FileAccess.ReadWrite))
            {
                File.SetLastWriteTimeUtc(file, Today);
                RandomAccess.FlushToDisk(file);
            }

            var place = PlaceOf(upload.Hash);
            var folder = Path.GetDirectoryName(place)!;
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                DurableFolder.Flush(installation.Files);
            }

            // Over what is there already, which is the same: so it is new to the sweep.
            File.Move(upload.Waiting, place, overwrite: true);
            DurableFolder.Flush(folder);
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Makes a file that was kept before new to the sweep, before a row tells of it.</summary>
    /// <returns>False where it is not there any more.</returns>
    public bool Renew(string hash)
    {
        try
        {
            File.SetLastWriteTimeUtc(PlaceOf(hash), Today);
            return true;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return File.Exists(PlaceOf(hash));
        }
    }

    /// <summary>The content; none where it is not there.</summary>
    public Stream? Open(string hash)
    {
        if (hash.Length != 2 * SHA256.HashSizeInBytes || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        try
        {
            return new FileStream(
                PlaceOf(hash),
                new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan }
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal string PlaceOf(string hash) => Path.Combine(installation.Files, hash[..2], hash);

    private DateTime Today => LondonTime.Utc(LondonTime.Today(time), TimeOnly.MinValue);

    private FileStream? TryCreate()
    {
        try
        {
            Directory.CreateDirectory(WaitingRoom);
            return new DriveInfo(WaitingRoom).AvailableFreeSpace < RoomLeft
                ? null
                : new FileStream(
                    Path.Combine(WaitingRoom, $"{Guid.NewGuid():N}"),
                    FileMode.CreateNew,
                    FileAccess.ReadWrite
                );
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<FileFault?> CopyAsync(
        Stream content,
        FileStream? file,
        long most,
        CancellationToken cancel
    )
    {
        FileFault? fault = file is null ? FileFault.NoRoom : null;
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long bytes = 0;
            int read;
            while (bytes <= most && (read = await content.ReadAsync(chunk, cancel)) > 0)
            {
                bytes += read;
                fault = bytes > MostBytes ? FileFault.TooLarge : fault;
                fault ??= await WriteAsync(file!, chunk.AsMemory(0, read), cancel);
            }

            return fault;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static async Task<FileFault?> WriteAsync(
        FileStream file,
        ReadOnlyMemory<byte> chunk,
        CancellationToken cancel
    )
    {
        try
        {
            await file.WriteAsync(chunk, cancel);
            return null;
        }
        catch (IOException)
        {
            return FileFault.NoRoom;
        }
    }

    /// <summary>What it is, without what a photo says of where it was taken.</summary>
    private static Upload Look(FileStream file, string? name)
    {
        try
        {
            file.Flush();
            var (type, fault) = FileContent.Of(file);
            if (type is null)
            {
                return Upload.Refused(name, fault!.Value);
            }

            if (type == FileType.Jpeg && !Strip(file))
            {
                return Upload.Refused(name, FileFault.Damaged);
            }

            if (FileForms.Of(type.Value).IsPicture && Dots(file, type.Value) > PictureSize.Most)
            {
                return Upload.Refused(name, FileFault.TooLarge);
            }

            file.Position = 0;
            var hash = Convert.ToHexStringLower(SHA256.HashData(file));
            return Upload.Of(FileNames.Clean(name, type.Value), type.Value, file.Length, hash, file.Name);
        }
        catch (IOException)
        {
            return Upload.Refused(name, FileFault.NoRoom);
        }
    }

    /// <summary>After a photo was stripped, what says how large it is stands near its beginning.</summary>
    private static long Dots(FileStream file, FileType type)
    {
        const int Head = 256 * 1024;
        file.Position = 0;
        var head = new byte[Head];
        return PictureSize.Of(type, head.AsSpan(0, file.ReadAtLeast(head, Head, throwOnEndOfStream: false)));
    }

    private static bool Strip(FileStream file)
    {
        file.Position = 0;
        var photo = new byte[file.Length];
        file.ReadExactly(photo);
        file.SetLength(0);
        var isPhoto = JpegPrivacy.Copy(photo, file);
        file.Flush();
        return isPhoto;
    }
}
