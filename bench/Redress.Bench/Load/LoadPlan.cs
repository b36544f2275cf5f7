using System.Text.Json.Serialization;

namespace Redress.Bench.Load;

/// <summary>
/// One kind of request, made over and over. In the request and the marker <c>{reference}</c> stands for a case drawn at
/// random and <c>{unique}</c> for 24 characters never used before.
/// </summary>
/// <param name="Port">Of the server, on 127.0.0.1.</param>
/// <param name="Request">The whole request as it goes over the wire.</param>
/// <param name="Status">What every answer must have.</param>
/// <param name="Marker">What the body of every answer must contain.</param>
/// <param name="References">A file of references, one a line.</param>
/// <param name="Connections">Kept alive, each asking again as soon as it has its answer.</param>
/// <param name="WarmUpSeconds">Not measured.</param>
/// <param name="Seconds">Measured.</param>
internal sealed record LoadPlan(
    int Port,
    string Request,
    int Status,
    string Marker,
    string References,
    int Connections,
    double WarmUpSeconds,
    double Seconds
);

/// <param name="Answers">How many were measured.</param>
/// <param name="PerSecond">Answers a second, over all connections.</param>
/// <param name="P50">Milliseconds from sending a request to having its whole answer; half took no longer.</param>
/// <param name="P99">Likewise for 99 in 100.</param>
/// <param name="Slowest">Likewise for all.</param>
/// <param name="Bytes">Of an answer's body, on average.</param>
internal sealed record LoadResult(int Answers, double PerSecond, double P50, double P99, double Slowest, int Bytes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoadPlan))]
[JsonSerializable(typeof(LoadResult))]
internal sealed partial class LoadJson : JsonSerializerContext;
