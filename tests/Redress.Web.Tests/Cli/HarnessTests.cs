using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Redress.Core;
using Redress.Web.Cli;
using Redress.Web.Security;

namespace Redress.Web.Tests.Cli;

public sealed class HarnessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redress-harness-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Somebody_in_every_role_is_let_in_again_and_again()
    {
        var before = await HarnessAsync();
        var harness = await HarnessAsync();

        Assert.Equal(Exit.Done, harness.Exit);
        var accounts = harness.Json.GetProperty("accounts").EnumerateArray().ToList();
        Assert.Equal(
            Enum.GetValues<Role>().Select(WireName.Of).Order(StringComparer.Ordinal),
            accounts.Select(account => account.GetProperty("role").GetString()).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(accounts, account => Assert.NotEqual("", account.GetProperty("token").GetString()));
        Assert.Equal(Secrets(before), Secrets(harness));
        Assert.All(Secrets(harness), secret => Assert.Matches("^[A-Z2-7]{32}$", secret));

        static IEnumerable<string?> Secrets(CommandLine ran) =>
            ran
                .Json.GetProperty("accounts")
                .EnumerateArray()
                .Select(account => account.GetProperty("second_factor").GetString());
    }

    [Fact]
    public async Task A_case_in_each_state_is_there_once_with_its_code_and_words_of_its_own()
    {
        var before = (await HarnessAsync()).Json.GetProperty("cases");
        var again = (await HarnessAsync()).Json.GetProperty("cases");

        Assert.Equal(before.GetRawText(), again.GetRawText());
        Assert.Equal(12, again.GetArrayLength());
        var words = again
            .EnumerateArray()
            .SelectMany(one => one.GetProperty("canaries").EnumerateObject())
            .Select(canary => canary.Value.GetString()!)
            .ToList();
        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
        await using var connection = new SqliteConnection($"Data Source={folder.FullName}/redress.db;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM cases";
        Assert.Equal(12L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_installation_with_people_of_its_own_is_left_alone()
    {
        await HarnessAsync();
        await using (var connection = new SqliteConnection($"Data Source={folder.FullName}/redress.db;Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var rename = connection.CreateCommand();
            rename.CommandText = "PRAGMA foreign_keys=OFF; UPDATE accounts SET id = 'ruth' WHERE id = 'kit'";
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var harness = await HarnessAsync();

        Assert.Equal((Exit.BadInput, ""), (harness.Exit, harness.Output));
        Assert.Contains("people of its own", harness.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", Exit.BadInput)]
    [InlineData("DOTNET_ENVIRONMENT", Exit.BadInput)]
    [InlineData("NO_ENVIRONMENT", Exit.Done)]
    public async Task Only_where_it_is_said_to_be_Production_it_is_refused(string name, int exit)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "seed", "--harness", "--data", folder.FullName]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment[name] = "Production";
        using var ran = Process.Start(start)!;
        var error = ran.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ran.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ran.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(exit == ran.ExitCode, await error);
    }

    private Task<CommandLine> HarnessAsync() =>
        CommandLine.RunAsync("seed", "--harness", "--data", folder.FullName, "--json");
}
