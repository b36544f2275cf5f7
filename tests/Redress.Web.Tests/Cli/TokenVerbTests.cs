using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Cli;

public sealed class TokenVerbTests(TestDatabases databases)
{
    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var opened = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await using var context = opened.Database.NewContext();
        context.Add(
            new Person
            {
                Id = "amira",
                Email = "amira@vale.example",
                NormalizedEmail = "AMIRA@VALE.EXAMPLE",
            }
        );
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var made = await TokenAsync(opened.Get<Installation>(), "Amira@vale.example");

        Assert.Equal(Exit.Done, made.Exit);
        var row = Assert.Single(context.ApiTokens);
        Assert.Equal(("amira", "nightly"), (row.PersonId, row.Name));
        Assert.StartsWith("redress_", made.Json.GetProperty("token").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(made.Json.GetProperty("token").GetString(), row.Hash);
    }

    [Fact]
    public async Task Nobody_gets_a_token_for_nobody()
    {
        await using var opened = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var made = await TokenAsync(opened.Get<Installation>(), "nobody@vale.example");

        Assert.Equal(Exit.BadInput, made.Exit);
        Assert.Contains("nobody has the address 'nobody@vale.example'", made.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLine> TokenAsync(Installation installation, string email) =>
        CommandLine.RunAsync("token", "--email", email, "--name", "nightly", "--data", installation.Folder, "--json");
}
