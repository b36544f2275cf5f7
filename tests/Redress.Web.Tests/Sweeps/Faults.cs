namespace Redress.Web.Tests.Sweeps;

internal static class Faults
{
    /// <summary>All that was found, a line each, so that one run is enough to put everything right.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
