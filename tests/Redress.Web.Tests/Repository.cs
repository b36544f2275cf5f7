using System.Runtime.CompilerServices;

namespace Redress.Web.Tests;

/// <summary>Where the source stands, for tests that read it.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
