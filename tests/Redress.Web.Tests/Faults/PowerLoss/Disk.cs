namespace Redress.Web.Tests.Faults.PowerLoss;

/// <summary>
/// A disk that can lose its power. What was synced is on it. Of what was only written since, any part may be, in any order,
/// and in pieces of a sector.
/// </summary>
internal sealed class Disk
{
    private readonly Dictionary<string, DiskFile> files = new(StringComparer.Ordinal);

    /// <summary>Starts with the files of a folder, all of them synced.</summary>
    public Disk(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            files.Add(file, new DiskFile(File.ReadAllBytes(file)));
        }
    }

    public void Do(DiskNote note)
    {
        switch (note.Act)
        {
            case DiskAct.Open:
                files.TryAdd(note.File, new DiskFile([]));
                break;
            case DiskAct.Remove:
                files.Remove(note.File);
                break;
            case DiskAct.Sync:
                files[note.File].Sync();
                break;
            default:
                files[note.File].Do(note);
                break;
        }
    }

    /// <summary>Writes to a folder what the disk holds after a loss of power now.</summary>
    public void SaveAfterLoss(string folder, Random random)
    {
        // At times nothing of what was written last is there, at times all of it.
        var share = Math.Clamp((random.NextDouble() * 1.5) - 0.25, 0, 1);
        foreach (var (name, file) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(name)), file.AfterLoss(share, random));
        }
    }

    private sealed class DiskFile(byte[] synced)
    {
        private const int Sector = 512;

        private readonly List<DiskNote> unsynced = [];
        private Bytes content = new(synced);

        public void Do(DiskNote note) => unsynced.Add(note);

        public void Sync()
        {
            foreach (var note in unsynced)
            {
                Do(note, content, _ => true);
            }

            unsynced.Clear();
        }

        public byte[] AfterLoss(double share, Random random)
        {
            var left = content.Copy();
            foreach (var note in unsynced)
            {
                Do(note, left, _ => random.NextDouble() < share);
            }

            return left.ToArray();
        }

        private static void Do(DiskNote note, Bytes to, Func<long, bool> reached)
        {
            if (note.Act is DiskAct.Cut)
            {
                if (reached(note.At))
                {
                    to.CutAt(note.At);
                }

                return;
            }

            for (var done = 0; done < note.Bytes.Length; )
            {
                var at = note.At + done;
                var piece = Math.Min(Sector - (int)(at % Sector), note.Bytes.Length - done);
                if (reached(at))
                {
                    to.Write(at, note.Bytes.Span.Slice(done, piece));
                }

                done += piece;
            }
        }
    }

    /// <summary>Grows with zeros, as a file does.</summary>
    private sealed class Bytes(byte[] initial)
    {
        private byte[] buffer = initial;
        private int length = initial.Length;

        public Bytes Copy() => new(ToArray());

        public byte[] ToArray() => buffer.AsSpan(0, length).ToArray();

        public void CutAt(long at)
        {
            Reach((int)at);
            buffer.AsSpan((int)at, length - (int)at).Clear();
            length = (int)at;
        }

        public void Write(long at, ReadOnlySpan<byte> bytes)
        {
            Reach((int)at + bytes.Length);
            bytes.CopyTo(buffer.AsSpan((int)at));
        }

        private void Reach(int end)
        {
            if (end > buffer.Length)
            {
                Array.Resize(ref buffer, Math.Max(end, buffer.Length * 2));
            }

            length = Math.Max(length, end);
        }
    }
}
