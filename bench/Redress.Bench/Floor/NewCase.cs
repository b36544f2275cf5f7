using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Redress.Bench.Floor;

/// <summary>A case to create, as the load client posts it to the product's API.</summary>
internal sealed class NewCase
{
    private static readonly string Run = $"{Guid.NewGuid():N}"[..8];
    private static int created;

    public string Reference { get; } = $"{Run}-{Interlocked.Increment(ref created)}";
    public required string Kind { get; init; }
    public required string Summary { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Channel { get; init; }
    public required string Tenure { get; init; }
    public required string Category { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    public static async Task<NewCase> ReadAsync(Stream body) =>
        (await JsonSerializer.DeserializeAsync(body, NewCaseJson.Default.NewCase))!;

    /// <summary>
    /// The rows the product writes for a new case, but for its history, the note for the next seal and the idempotency
    /// key.
    /// </summary>
    public IReadOnlyList<Insert> Inserts()
    {
        var id = $"{Guid.CreateVersion7():N}";
        var person = $"{Guid.NewGuid():N}";
        return
        [
            new("INSERT INTO words (id, stream_id, sequence, salt, text) VALUES ('1.1', $1, 1, '', $2)", [id, Summary]),
            new(
                "INSERT INTO cases (id, reference, kind, status, is_open, stage, procedure_id, received_on, received_month, "
                    + "logged_on, owner_id, complainant_id, summary_words_id, next_duty, next_due_on, due_order, version, "
                    + "tenure, category, channel, calendar_id, calendar_edition) VALUES ($1, $2, $3, 'open', $4, 1, "
                    + "'code-2024', $5, $6, $5, 'farida', $7, '1.1', 'acknowledge', $8, $8, 3, $9, $10, $11, "
                    + "'england-and-wales', 1)",
                [
                    id,
                    Reference,
                    Kind,
                    true,
                    ReceivedOn,
                    (ReceivedOn.Year * 100) + ReceivedOn.Month,
                    person,
                    ReceivedOn.AddDays(7),
                    Tenure,
                    Category,
                    Channel,
                ]
            ),
            new(
                "INSERT INTO case_stages (case_id, stage, procedure_id, handler_id, started_on) "
                    + "VALUES ($1, 1, 'code-2024', 'farida', $2)",
                [id, ReceivedOn]
            ),
            new(
                "INSERT INTO case_people (id, case_id, role, name, email) VALUES ($1, $2, 'complainant', $3, $4)",
                [person, id, Name, Email]
            ),
            Duty(id, "acknowledge", "5 working days", ReceivedOn, ReceivedOn.AddDays(7)),
            Duty(id, "respond", "10 working days", null, ReceivedOn.AddDays(21)),
        ];
    }

    /// <summary>The answer, made as long as the product's.</summary>
    public ReadOnlyMemory<byte> Answer(int size) =>
        Encoding.UTF8.GetBytes(
            $"{{\"reference\":\"{Reference}\",\"location\":\"/api/v1/cases/{Reference}\"}}".PadRight(size)
        );

    private static Insert Duty(string id, string duty, string limit, DateOnly? from, DateOnly due) =>
        new(
            "INSERT INTO duties (case_id, stage, duty, occurrence, counted_from, \"limit\", due, original_due, extended, "
                + "assumed, belongs_to, calendar_edition, known_from) VALUES ($1, 1, $2, 1, $3, $4, $5, $5, $6, $6, "
                + "'landlord', 1, $7)",
            [id, duty, from, limit, due, false, DateTime.UtcNow]
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NewCase))]
internal sealed partial class NewCaseJson : JsonSerializerContext;
