using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NpgsqlTypes;
using Redress.Core;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>SQLite hands instants back without a kind, and PostgreSQL takes none that are not marked UTC.</summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : DateTime.SpecifyKind(instant, DateTimeKind.Utc),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );

/// <summary>A choice as text, spelt as on every other wire.</summary>
internal sealed class ChoiceText<T>() : ValueConverter<T, string>(choice => WireName.Of(choice), text => Read(text))
    where T : struct, Enum
{
    private static T Read(string text) =>
        WireName.TryParse<T>(text, out var choice)
            ? choice
            : throw new FormatException($"'{text}' is not a {typeof(T).Name}.");
}

/// <summary>A limit as people write it: <c>10 working days</c>.</summary>
internal sealed class LimitText() : ValueConverter<Limit, string>(limit => limit.ToString(), text => Read(text))
{
    private static Limit Read(string text) =>
        Limit.TryParse(text, out var limit, out var error) ? limit : throw new FormatException(error);
}

/// <summary>The words of a case as PostgreSQL searches them: as they are, since we have folded them ourselves.</summary>
internal sealed class SearchVector()
    : ValueConverter<string, NpgsqlTsVector>(
        words => Vector(words),
        vector => string.Concat(vector.Select(lexeme => lexeme.Text + " "))
    )
{
#pragma warning disable CS0618 // It reads quotes and weights otherwise than the server; our words have neither.
    private static NpgsqlTsVector Vector(string words) => NpgsqlTsVector.Parse(words);
#pragma warning restore CS0618
}
