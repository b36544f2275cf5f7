namespace Redress.Core.Procedures.Files;

/// <summary>A JSON value that knows the line it starts on, counted from 1.</summary>
internal abstract record JsonValue(int Line);

internal sealed record JsonMap(int Line, IReadOnlyList<JsonMember> Members) : JsonValue(Line);

internal sealed record JsonMember(string Name, int Line, JsonValue Value);

internal sealed record JsonList(int Line, IReadOnlyList<JsonValue> Items) : JsonValue(Line);

internal sealed record JsonText(int Line, string Text) : JsonValue(Line);

/// <summary>A number; <see cref="Whole"/> is none where it is not a whole number of ordinary size.</summary>
internal sealed record JsonNumber(int Line, int? Whole) : JsonValue(Line);

internal sealed record JsonFlag(int Line, bool Set) : JsonValue(Line);

internal sealed record JsonNothing(int Line) : JsonValue(Line);
