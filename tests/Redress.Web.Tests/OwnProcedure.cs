using Redress.Web.Data;

namespace Redress.Web.Tests;

/// <summary>A procedure file of the landlord's own: that of Leeds, under another id.</summary>
internal static class OwnProcedure
{
    /// <returns>The file's full name.</returns>
    public static string Write(Installation place, string name, string id = "our-own") =>
        Write(place, name, text => text.Replace("\"leeds-2023\"", $"\"{id}\"", StringComparison.Ordinal));

    /// <summary>A file whose line 7 names a calendar that there is not.</summary>
    /// <returns>The file's full name.</returns>
    public static string Break(Installation place) =>
        Write(place, "broken.json", text => text.Replace("england-and-wales", "atlantis", StringComparison.Ordinal));

    private static string Write(Installation place, string name, Func<string, string> with)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "procedures", "leeds-2023.json"));
        var file = Path.Combine(Directory.CreateDirectory(place.Procedures).FullName, name);
        File.WriteAllText(file, with(text));
        return file;
    }
}
