namespace Redress.Core.Cases;

/// <summary>An event as history holds it.</summary>
/// <param name="Sequence">Its place in the history of its case: 1, 2, 3, without gaps.</param>
/// <param name="Event">What happened, and on which day.</param>
/// <param name="RecordedAt">The instant we knew, in UTC.</param>
/// <param name="Who">The person or process that recorded it.</param>
/// <param name="OnBehalfOf">The person they recorded it for, if not themselves.</param>
public sealed record RecordedEvent(
    int Sequence,
    CaseEvent Event,
    DateTime RecordedAt,
    string Who,
    string? OnBehalfOf = null
);
