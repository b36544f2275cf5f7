using System.Buffers.Binary;
using System.Text;

namespace Redress.Web.Tests.Faults.PowerLoss;

internal enum DiskAct
{
    Open = 'O',
    Write = 'W',
    Cut = 'T',
    Sync = 'S',
    Remove = 'U',
}

/// <summary>One thing that was done to a file.</summary>
/// <param name="Act">What was done.</param>
/// <param name="File">Its full name.</param>
/// <param name="At">Where it was written, or cut off.</param>
/// <param name="Bytes">What was written.</param>
/// <param name="End">How long the notes were with this one.</param>
internal sealed record DiskNote(DiskAct Act, string File, long At, ReadOnlyMemory<byte> Bytes, long End)
{
    private const int HeadLength = 24;

    /// <summary>As <c>recorder.c</c> writes them. The last may be half a note, as the process was killed.</summary>
    public static IReadOnlyList<DiskNote> ReadAll(byte[] log)
    {
        var notes = new List<DiskNote>();
        var files = new Dictionary<uint, string>();
        var at = 0L;
        while (at + HeadLength <= log.Length)
        {
            var head = log.AsSpan((int)at, HeadLength);
            var act = (DiskAct)BinaryPrimitives.ReadUInt32LittleEndian(head);
            var file = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
            var end = at + HeadLength + length;
            if (end > log.Length)
            {
                break;
            }

            var bytes = log.AsMemory((int)at + HeadLength, (int)length);
            if (act is DiskAct.Open)
            {
                files[file] = Encoding.UTF8.GetString(bytes.Span);
            }

            var name = act is DiskAct.Remove ? Encoding.UTF8.GetString(bytes.Span) : files[file];
            notes.Add(new DiskNote(act, name, BinaryPrimitives.ReadInt64LittleEndian(head[8..]), bytes, end));
            at = end;
        }

        return notes;
    }
}
