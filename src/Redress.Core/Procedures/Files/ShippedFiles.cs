using System.Reflection;

namespace Redress.Core.Procedures.Files;

/// <summary>The files of rules built into this assembly.</summary>
internal static class ShippedFiles
{
    /// <summary>Name and text of every file in a folder, for example <c>procedures/</c>.</summary>
    public static IEnumerable<(string Name, string Text)> Read(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
