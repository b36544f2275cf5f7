using Redress.Web.Security;

namespace Redress.Web.Tests.SignIn;

public sealed class HashTurnsTests
{
    [Fact]
    public async Task Two_go_at_once_fifty_wait_and_the_next_is_sent_away()
    {
        using var turns = new HashTurns();
        var cancel = TestContext.Current.CancellationToken;
        var taken = Enumerable
            .Range(0, HashTurns.AtOnce + HashTurns.Waiting)
            .Select(_ => turns.TakeAsync(cancel))
            .ToList();

        Assert.Equal(2, taken.Count(turn => turn.IsCompletedSuccessfully));
        Assert.Equal(50, taken.Count(turn => !turn.IsCompleted));
        await Assert.ThrowsAsync<TooManyHashesException>(() => turns.TakeAsync(cancel));

        (await taken[0]).Dispose();
        using var third = await taken[2];
    }
}
