using System.Text.Json;
using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Core.Procedures.Files;

namespace Redress.Core.Tests.Procedures;

/// <summary>The schema is for editors and readers, the loader judges: these tests hold the two to each other.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "procedure.schema.json")))
        .RootElement;

    private static readonly JsonElement Definitions = Schema.GetProperty("$defs");

    [Fact]
    public void Every_object_has_the_same_keys_in_the_schema_and_in_the_loader()
    {
        var objects = Definitions
            .EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("properties", out _));
        Assert.Equal(
            ProcedureShapes.All.Select(shape => shape.Name).Order(StringComparer.Ordinal),
            objects.Select(definition => definition.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            ProcedureShapes.All,
            shape =>
            {
                var definition = Definitions.GetProperty(shape.Name);
                Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
                Assert.Equal(
                    shape.Keys.Order(StringComparer.Ordinal),
                    definition
                        .GetProperty("properties")
                        .EnumerateObject()
                        .Select(key => key.Name)
                        .Order(StringComparer.Ordinal)
                );
                Assert.Equal(
                    shape.Required.Order(StringComparer.Ordinal),
                    Strings(definition, "required").Order(StringComparer.Ordinal)
                );
            }
        );
    }

    [Fact]
    public void Every_closed_list_of_names_is_the_same_in_the_schema_and_in_the_loader()
    {
        Assert.Equal(WireName.All<DutyName>(), Strings(Definitions.GetProperty("duty_name"), "enum"));
        Assert.Equal(WireName.All<ClockEventKind>(), Strings(Definitions.GetProperty("event"), "enum"));
        Assert.Equal(WireName.All<ExtensionFact>(), Strings(Definitions.GetProperty("fact"), "enum"));
        Assert.Equal(
            ShippedCalendars.All.Select(calendar => calendar.Id),
            Strings(Key("procedure", "calendar"), "enum")
        );
        Assert.Equal(WireName.All<ProcedureBasis>(), Strings(Key("procedure", "basis"), "enum"));
        Assert.Equal(WireName.All<BelongsTo>(), Strings(Key("duty", "belongs_to"), "enum"));
        Assert.Equal(WireName.All<LateRequests>(), Strings(Key("duty", "late_requests"), "enum"));
    }

    [Fact]
    public void Every_shipped_procedure_keeps_to_the_schema()
    {
        foreach (var (name, text) in ShippedFiles.Read("procedures/"))
        {
            using var file = JsonDocument.Parse(text);
            Assert.Empty(SchemaWalk.Faults(Schema, Definitions, file.RootElement, name));
        }
    }

    [Theory]
    [InlineData("\"publisher\"", "\"publishers\"")]
    [InlineData("\"basis\": \"landlord\"", "\"basis\": \"council\"")]
    [InlineData("\"england-and-wales\"", "\"atlantis\"")]
    [InlineData("\"used\": 1", "\"used\": \"1\"")]
    [InlineData("\"used\": 1", "\"used\": 0")]
    [InlineData("\"cap\": \"10 working days\"", "\"cap\": \"ten days\"")]
    [InlineData("\"met_by\": [\"responded\"], \"source\": \"5.4\"", "\"met_by\": [], \"source\": \"5.4\"")]
    public void What_the_schema_refuses_the_loader_refuses(string passage, string instead)
    {
        var text = AcmeFile.With(passage, instead);
        using var file = JsonDocument.Parse(text);

        Assert.NotEmpty(SchemaWalk.Faults(Schema, Definitions, file.RootElement, "acme"));
        Assert.False(ProcedureFile.TryParse(text, "acme.json", out _, out _));
    }

    private static JsonElement Key(string shape, string key) =>
        Definitions.GetProperty(shape).GetProperty("properties").GetProperty(key);

    private static IEnumerable<string> Strings(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
