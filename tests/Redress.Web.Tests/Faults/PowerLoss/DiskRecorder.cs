using System.ComponentModel;
using System.Diagnostics;

namespace Redress.Web.Tests.Faults.PowerLoss;

/// <summary>Has a process note all that it does to the files of a folder: see <c>recorder.c</c>.</summary>
internal sealed class DiskRecorder(string library, string folder, string log)
{
    /// <summary>What the environment of the process must say.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["RECORDER_FOLDER"] = folder + "/",
            ["RECORDER_LOG"] = log,
        };

    /// <summary>How many bytes of notes there are.</summary>
    public long Length => new FileInfo(log).Length;

    /// <summary>Everything noted, in order.</summary>
    public IReadOnlyList<DiskNote> Notes() => DiskNote.ReadAll(File.ReadAllBytes(log));

    public static async Task<DiskRecorder> CompileAsync(string into, string folder, CancellationToken cancel)
    {
        var library = Path.Combine(into, "recorder.so");
        var source = Path.Combine(Repository.Root, "tests/Redress.Web.Tests/Faults/PowerLoss/recorder.c");
        try
        {
            using var compiler = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", library, source]);
            await compiler.WaitForExitAsync(cancel);
            Assert.Equal(0, compiler.ExitCode);
        }
        catch (Win32Exception none)
        {
            throw new InvalidOperationException(
                "This test needs a C compiler and found none called cc. Install one (Debian: apt-get install gcc libc6-dev).",
                none
            );
        }

        return new DiskRecorder(library, folder, Path.Combine(into, "notes"));
    }
}
