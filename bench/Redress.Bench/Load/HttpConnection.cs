using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Redress.Bench.Load;

/// <summary>
/// HTTP/1.1 over one blocking socket: enough to ask again and again and read every answer whole, at a cost that does
/// not crowd the server off a machine with two cores.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private readonly byte[] received = new byte[1 << 20];
    private readonly byte[] body = new byte[1 << 20];
    private int start;
    private int end;

    public HttpConnection(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>The head of the last answer, for saying what went wrong.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Sends a request and reads its answer. The body holds good until the next request.</summary>
    public int Ask(ReadOnlySpan<byte> request, out ReadOnlySpan<byte> answer)
    {
        socket.Send(request);
        start = end = 0;
        var headLength = ReadTo("\r\n\r\n"u8);
        var head = received.AsSpan(0, headLength);
        var status = Number(head["HTTP/1.1 ".Length..]);
        start = headLength;

        if (Field(head, "\r\nContent-Length: "u8) is { Length: > 0 } length)
        {
            var size = Number(length);
            Fill(size);
            answer = received.AsSpan(start, size);
        }
        else
        {
            answer = Field(head, "\r\nTransfer-Encoding: "u8).IsEmpty ? [] : body.AsSpan(0, ReadChunks());
        }

        if (status is < 200 or > 299)
        {
            Head = Encoding.UTF8.GetString(received.AsSpan(0, headLength));
        }

        return status;
    }

    public void Dispose() => socket.Dispose();

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0)
        {
            return [];
        }

        var rest = head[(at + name.Length)..];
        return rest[..rest.IndexOf("\r\n"u8)];
    }

    private static int Number(ReadOnlySpan<byte> text, char format = default) =>
        Utf8Parser.TryParse(text, out int number, out _, format)
            ? number
            : throw new InvalidDataException($"Not a number: {Encoding.UTF8.GetString(text)}");

    private int ReadChunks()
    {
        var length = 0;
        while (true)
        {
            var lineEnd = ReadTo("\r\n"u8);
            var size = Number(received.AsSpan(start, lineEnd - start), 'x');
            start = lineEnd;
            Fill(size + 2);
            received.AsSpan(start, size).CopyTo(body.AsSpan(length));
            start += size + 2;
            length += size;
            if (size == 0)
            {
                return length;
            }
        }
    }

    /// <summary>The position after the next <paramref name="mark"/>.</summary>
    private int ReadTo(ReadOnlySpan<byte> mark)
    {
        while (true)
        {
            var at = received.AsSpan(start, end - start).IndexOf(mark);
            if (at >= 0)
            {
                return start + at + mark.Length;
            }

            Receive();
        }
    }

    private void Fill(int size)
    {
        while (end - start < size)
        {
            Receive();
        }
    }

    private void Receive()
    {
        var count = socket.Receive(received.AsSpan(end));
        if (count == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        end += count;
    }
}
