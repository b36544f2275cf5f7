using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Redress.Web.Data;

/// <summary>
/// Brings a folder's list of names to the disk. Without it a file that was named, and is itself on the disk, may have no
/// name there after the power fails. .NET opens no folders, so the system is asked.
/// </summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder cannot be opened or written.</exception>
    public static void Flush(string folder)
    {
        // Windows brings names to the disk with the file.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var opened = Open(folder, ReadOnly);
        if (opened < 0)
        {
            throw Failed(folder);
        }

        try
        {
            if (Sync(opened) != 0)
            {
                throw Failed(folder);
            }
        }
        finally
        {
            _ = Close(opened);
        }
    }

    private static IOException Failed(string folder) =>
        new($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
