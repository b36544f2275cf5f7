namespace Redress.Bench.Run;

/// <summary>The floor, asked what the product is asked; it is told how many bytes the product answers with.</summary>
internal static class FloorSubject
{
    public static async Task<Subject> StartAsync(
        Place place,
        string references,
        IReadOnlyDictionary<Operation, int> sizes
    )
    {
        var port = Child.FreePort();
        var server = Child.Start(
            "dotnet",
            [
                Bench.Itself,
                "floor",
                $"{port}",
                place.Database,
                .. Operation.All.Select(operation => $"{sizes.GetValueOrDefault(operation)}"),
            ]
        );
        var questions = new Dictionary<Operation, Question>
        {
            [Operation.OpenCase] = Question.Get("/cases/{reference}", "{reference}"),
            [Operation.Worklist] = Question.Get("/cases?whose=all", "<table>"),
            [Operation.Search] = Question.Get("/search?q={reference}", "<table>"),
            [Operation.Create] = Question.Post("/api/v1/cases", Product.CaseToCreate, "reference"),
        };
        await Http.UntilAnsweringAsync(server, port);
        return new Subject(server, port, references, operation => Task.FromResult(questions[operation]));
    }
}
