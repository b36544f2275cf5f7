using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.GiveStatement;

/// <summary>What a program of whoever is asked for statements reads and sends.</summary>
internal static class StatementApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var statements = api.MapGroup("/statements").WithTags("Statements, for whoever is asked");
        statements
            .MapGet(
                "/",
                async (StatementList list, CurrentPerson person, CancellationToken cancel) =>
                    Results.Ok(new Listed([.. (await list.OfPersonAsync(person.Id, cancel)).Select(Summary)]))
            )
            .WithMetadata(new NeedsAttribute(Act.GiveStatement))
            .Produces<Listed>()
            .WithSummary("What whoever asks is or was asked for statements on.");
        statements
            .MapGet(
                "/{request}",
                async (string request, StatementList list, CurrentPerson person, CancellationToken cancel) =>
                    await list.FindAsync(request, person.Id, cancel) is { } found
                        ? Results.Ok(Whole(found))
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Act.GiveStatement))
            .Produces<Shown>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One of them, with what they are asked, what was released to them and what they said.");
        Answer<StatementForm>(
                statements,
                "answers",
                (about, request, form, desk) => Statements.Give(about, request, desk.Person.Id, form.Text, desk.Today)
            )
            .WithSummary(
                "Answer, or add to the answer, until the answer to the resident is sent. It cannot be changed."
            );
        Answer<NothingForm>(
                statements,
                "waiver",
                (about, request, _, desk) => Statements.Waive(about, request, desk.Person.Id, desk.Today)
            )
            .WithSummary("Say that there is nothing to say.");
    }

    private static RouteHandlerBuilder Answer<TForm>(
        IEndpointRouteBuilder statements,
        string part,
        Func<Case, string, TForm, CaseDesk, Decision<CannotAnswerStatement>> decide
    )
        where TForm : class, new() =>
        statements
            .MapPost(
                $"/{{request}}/{part}",
                async (
                    string request,
                    ApiRequest sent,
                    HttpContext http,
                    StatementList list,
                    StatementDesk answers,
                    CaseDesk desk,
                    CancellationToken cancel
                ) =>
                    await list.FindAsync(request, desk.Person.Id, cancel) is null
                        ? Problems.NotFound()
                        : await sent.DoAsync<TForm>(
                            http,
                            desk,
                            async form =>
                            {
                                var location = $"/api/v1/statements/{request}";
                                var refusal = await answers.RecordAsync(
                                    request,
                                    about => decide(about, request, form, desk),
                                    sent.Once(location),
                                    cancel
                                );
                                return refusal is { } why
                                    ? CaseActs.Refused(why, StatementForm.FieldOf, http)
                                    : Results.Created(location, new Answered(request));
                            },
                            cancel
                        )
            )
            .WithMetadata(new NeedsAttribute(Act.GiveStatement), new RefusesWith(typeof(CannotAnswerStatement)))
            .Accepts<TForm>("application/json")
            .Produces<Answered>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static Summarised Summary(AskedStatement asked) =>
        new(asked.Request, asked.AskedOn, asked.AnswerBy, asked.State, asked.IsOpen);

    private static Shown Whole(AskedStatement asked) =>
        new(
            asked.Request,
            asked.AskedOn,
            asked.AnswerBy,
            asked.State,
            asked.IsOpen,
            asked.Of(StatementTextKind.Questions).FirstOrDefault()?.Text,
            [.. asked.Of(StatementTextKind.Extract).Select(text => text.Text)],
            asked.Of(StatementTextKind.Support).FirstOrDefault()?.Text,
            [.. asked.Of(StatementTextKind.Said).Select(text => new SaidText(text.On, text.Text))]
        );

    /// <summary>Nothing is asked of whoever has nothing to say.</summary>
    internal sealed class NothingForm;

    /// <summary>All that somebody was asked.</summary>
    internal sealed record Listed(IReadOnlyList<Summarised> Statements);

    /// <summary>One of them in a list.</summary>
    internal sealed record Summarised(
        string Request,
        DateOnly AskedOn,
        DateOnly AnswerBy,
        StatementState State,
        bool IsOpen
    );

    /// <summary>One of them with all it says.</summary>
    internal sealed record Shown(
        string Request,
        DateOnly AskedOn,
        DateOnly AnswerBy,
        StatementState State,
        bool IsOpen,
        string? Questions,
        IReadOnlyList<string> Extracts,
        string? Support,
        IReadOnlyList<SaidText> Said
    );

    /// <summary>What somebody said on a day.</summary>
    internal sealed record SaidText(DateOnly On, string Text);

    /// <summary>Which was answered.</summary>
    internal sealed record Answered(string Request);
}
