using System.Net.Http.Json;
using System.Text.Json;
using Redress.Web.Tests.Features.Cases;

namespace Redress.Web.Tests.Features;

/// <summary>Says how the landlord is made up, as a program does.</summary>
internal static class Organising
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<JsonElement> JsonAsync(HttpClient program, string address)
    {
        using var answer = await program.GetAsync(address, Cancel);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    public static async Task<string> UnitAsync(HttpClient program, string name, params string[] services)
    {
        await program.SendAsync("/api/v1/units", new { name, services = string.Join('\n', services) });
        return await FoundAsync(program, name, all => all.EnumerateArray());
    }

    public static Task<(int Status, JsonElement, Uri?)> PlaceAsync(
        HttpClient program,
        string name,
        string unit,
        string from = "2025-01-01"
    ) =>
        program.SendAsync(
            "/api/v1/teams",
            new
            {
                name,
                unit,
                from,
            }
        );

    public static async Task<string> TeamAsync(HttpClient program, string name, string unit)
    {
        await PlaceAsync(program, name, unit);
        return await FoundAsync(
            program,
            name,
            all => all.EnumerateArray().SelectMany(one => one.GetProperty("teams").EnumerateArray())
        );
    }

    public static async Task PostAsync(
        HttpClient program,
        string who,
        string team,
        string? grade = null,
        string? manager = null,
        string from = "2025-01-01"
    )
    {
        var (status, _, _) = await program.SendAsync(
            $"/api/v1/staff/{who}/posts",
            new
            {
                team,
                grade,
                manager,
                from,
            }
        );
        Assert.Equal(204, status);
    }

    private static async Task<string> FoundAsync(
        HttpClient program,
        string name,
        Func<JsonElement, IEnumerable<JsonElement>> among
    )
    {
        var units = (await JsonAsync(program, "/api/v1/organisation")).GetProperty("units");
        var found = among(units).Single(one => one.GetProperty("name").GetString() == name);
        return (found.TryGetProperty("unit", out var unit) ? unit : found.GetProperty("team")).GetString()!;
    }
}
