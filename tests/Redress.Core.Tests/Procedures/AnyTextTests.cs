using System.Text.Json.Nodes;
using Redress.Core.Procedures;
using Redress.Core.Procedures.Files;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace Redress.Core.Tests.Procedures;

/// <summary>Whatever stands in a file, reading it gives a procedure or errors and never throws; nor does holding it against a Code.</summary>
public class AnyTextTests
{
    private const int TimesPerFile = 60;

    private static readonly string[] Scraps =
    [
        "",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "/",
        "\n",
        "\0",
        "null",
        "true",
        "-1",
        "1e400",
        "99999999999",
        "\"ten days\"",
        "\"\\ud800\"",
        "\ud800",
        "\uFEFF",
        "\"2024-02-30\"",
        "\"0001-01-01\"",
        "\"2147483648 working days\"",
        "[[[[",
        "é",
    ];

    [Fact]
    public void A_file_with_its_letters_disturbed_gives_a_procedure_or_errors()
    {
        var random = new Random(20240401);
        ForEveryFile(text =>
        {
            var from = random.Next(text.Length);
            var length = random.Next(Math.Min(40, text.Length - from));
            return text.Remove(from, length).Insert(from, Scraps[random.Next(Scraps.Length)]);
        });
    }

    [Fact]
    public void A_file_with_a_value_exchanged_gives_a_procedure_or_errors()
    {
        var random = new Random(20220401);
        ForEveryFile(text =>
        {
            var root = JsonNode.Parse(text)!;
            var nodes = Below(root).ToList();
            var (node, other) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
            node.ReplaceWith(
                random.Next(4) switch
                {
                    0 => JsonValue.Create(random.Next(-1, 4)),
                    1 => JsonValue.Create(random.Next(2) == 0),
                    2 => JsonValue.Create("x"),
                    _ => other.DeepClone(),
                }
            );
            return root.ToJsonString();
        });
    }

    [Fact]
    public void A_file_nested_deeper_than_any_procedure_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("{\"kinds\":", 100_000));
        Assert.False(ProcedureFile.TryParse(text, "deep.json", out _, out var errors));
        Assert.Single(errors);
    }

    private static void ForEveryFile(Func<string, string> change)
    {
        var refused = 0;
        foreach (var (name, text) in ShippedFiles.Read("procedures/"))
        {
            for (var i = 0; i < TimesPerFile; i++)
            {
                var changed = change(text);
                var good = ProcedureFile.TryParse(changed, name, out var procedure, out var errors);
                Assert.Equal(good, procedure is not null);
                Assert.Equal(good, errors.Count == 0);
                Assert.All(errors, error => Assert.InRange(error.Line, 1, changed.Split('\n').Length));
                Assert.All(errors, error => Assert.NotEqual("", error.Field));
                refused += good ? 0 : 1;
                if (procedure is not null)
                {
                    Assert.All(ShippedCodes.All, code => Assert.NotEmpty(ProcedureCheck.Against(procedure, code)));
                }
            }
        }
        Assert.True(refused > TimesPerFile, "too few of the changed files were refused for this to test anything");
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) =>
        node switch
        {
            JsonObject map => map.Select(member => member.Value)
                .OfType<JsonNode>()
                .SelectMany(child => Below(child).Prepend(child)),
            JsonArray list => list.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child)),
            _ => [],
        };
}
