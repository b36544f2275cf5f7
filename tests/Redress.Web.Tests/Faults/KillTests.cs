using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Faults;

/// <summary>
/// A real server is killed while it saves, again and again over the same data. What it has answered is there, each act is
/// there whole or not at all, and whoever got no answer may ask again.
/// </summary>
public sealed class KillTests(TestDatabases databases)
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1" ? 40 : 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nothing_answered_is_lost_and_nothing_is_half_saved(Kind kind)
    {
        var installation = await databases.CreateAsync(kind);
        var clerks = await Clerks.HireAsync(installation);
        var random = new Random(4);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using (var server = await ServedProcess.StartAsync(installation, Cancel))
            {
                var enough = clerks.AnswersAsync(random.Next(1, 60));
                var working = clerks.WorkAsync(server, Cancel);
                await Task.WhenAny(enough, working);
                await server.KillAsync(Cancel);
                await working;
            }

            var kept = await Clerks.ExpectWholeAsync(installation, clerks.Answered);
            Assert.InRange(kept, clerks.Answered.Count, clerks.Answered.Count + clerks.Unanswered);
        }

        Assert.NotEqual(0, clerks.Unanswered);
        await using (var server = await ServedProcess.StartAsync(installation, Cancel))
        {
            await clerks.AskAgainAsync(server);
            Assert.Equal(0, await server.StopAsync(Cancel));
        }

        Assert.Equal(clerks.Answered.Count, await Clerks.ExpectWholeAsync(installation, clerks.Answered));
    }
}
