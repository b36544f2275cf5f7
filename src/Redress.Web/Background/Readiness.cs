namespace Redress.Web.Background;

/// <summary>Whether the application can be used. Whatever must be finished first says so before the server starts.</summary>
public sealed class Readiness
{
    private int awaited;

    public bool IsReady => awaited == 0;

    /// <summary>Something must be finished first.</summary>
    public void Await() => Interlocked.Increment(ref awaited);

    /// <summary>It is finished.</summary>
    public void Done() => Interlocked.Decrement(ref awaited);

    public IResult Answer() =>
        IsReady
            ? Results.Text("ready")
            : Results.Text("not ready yet", statusCode: StatusCodes.Status503ServiceUnavailable);
}
