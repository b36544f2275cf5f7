using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>An event and the column that tells of it.</summary>
internal sealed record ImportedEvent(string Field, CaseEvent Event);

/// <summary>Reads one row as a story: what happened, in order, each day checked against receipt and today.</summary>
internal sealed class ImportedStory(ImportedRow row, Rules rules, DateOnly today)
{
    private readonly List<ImportedEvent> told = [];

    /// <summary>
    /// The events in order of their days; on one day, in the order of the columns. What the row gets wrong is collected
    /// there, and then the story is not to be used.
    /// </summary>
    public List<ImportedEvent> Tell()
    {
        if (Received() is not { } received)
        {
            return [];
        }

        told.Add(new ImportedEvent("received_on", received));
        if (row.Date("logged_on") is { } loggedOn)
        {
            Add("logged_on", new Logged(loggedOn));
        }

        InformalStage(received);
        var first = Case.FirstStage(received.Kind);
        Acknowledged("acknowledged_on", first);
        Extended("stage1", first, received.On);
        Answered("stage1_responded_on", first);
        Answered("stage1_responded_again_on", first, after: "stage1_responded_on");
        NextStage(received);
        if (row.Date("withdrawn_on") is { } withdrawnOn)
        {
            Add("withdrawn_on", new Withdrawn(withdrawnOn));
        }

        if (row.Date("closed_on") is { } closedOn)
        {
            Add("closed_on", new Closed(closedOn));
        }

        Outcome();
        CheckDays(received);
        return [.. told.OrderBy(step => step.Event.On)];
    }

    private Received? Received()
    {
        if (row.Line("reference") is null)
        {
            row.Wrong("reference", "Every case needs a reference.");
        }
        else if (!row.Text("reference")!.Any(char.IsLetterOrDigit))
        {
            row.Wrong("reference", "A reference needs at least one letter or digit.");
        }

        if (row.Text("kind") is null)
        {
            row.Wrong("kind", "Every case needs a kind, for example complaint.");
        }

        var receivedOn = row.Date("received_on");
        var on = receivedOn ?? EarliestDay(ImportedHistory.Columns) ?? today;
        if (row.Text("reference") is not { } reference || row.Choice<CaseKind>("kind") is not { } kind)
        {
            return null;
        }

        return Procedure(kind, on) is not { } procedure
            ? null
            : new Received(
                on,
                kind,
                reference,
                procedure.Id,
                procedure.CalendarId,
                rules.NewestEdition(procedure.CalendarId),
                row.Choice<Channel>("channel"),
                Summary: Words.From(row.Text("summary")),
                Service: row.Line("service"),
                Category: row.Line("category"),
                Tenure: row.Choice<Tenure>("tenure") ?? Tenure.Unknown,
                Assumed: receivedOn is null
            );
    }

    private DateOnly? EarliestDay(IEnumerable<string> columns) =>
        columns.Where(column => column.EndsWith("_on", StringComparison.Ordinal)).Min(row.DateIfGood);

    private Procedure? Procedure(CaseKind kind, DateOnly receivedOn)
    {
        if (row.Text("procedure") is not { } id)
        {
            var inForce = rules.InForce(kind, receivedOn);
            if (inForce is null)
            {
                row.Wrong(
                    "procedure",
                    $"No procedure was in force on {receivedOn:yyyy-MM-dd}. Name the one it was under."
                );
            }

            return inForce;
        }

        var named = rules.Find(id);
        if (named is null)
        {
            row.Wrong("procedure", $"There is no procedure \"{id}\". Write its id, for example code-2024.");
        }
        else if (named.HistoryOnly && !named.IsInForce(receivedOn))
        {
            row.Wrong(
                "procedure",
                $"{id} explains old cases only, and was not in force on {receivedOn:yyyy-MM-dd}. Check received_on, or name another."
            );
        }

        return named;
    }

    private void InformalStage(Received received)
    {
        const string Field = "stage0_responded_on";
        if (row.Date(Field) is not { } answeredOn)
        {
            return;
        }

        var procedure = rules.Find(received.ProcedureId);
        if (procedure is { HistoryOnly: true } && procedure.For(received.Kind)?.Stage(0) is not null)
        {
            Add(Field, new InformalStageAnswered(answeredOn));
        }
        else
        {
            row.Wrong(Field, $"{received.ProcedureId} has no stage 0. Name the old procedure that had one.");
        }
    }

    private void Acknowledged(string field, int stage)
    {
        if (row.Date(field) is { } acknowledgedOn)
        {
            Add(field, new Acknowledged(acknowledgedOn, stage));
        }
    }

    /// <summary>What the row does not say of an extension is assumed, and marked so; what it does say is held against it.</summary>
    private void Extended(string column, int stage, DateOnly startedOn)
    {
        var field = $"{column}_extended_to";
        var toldOn = row.Date($"{column}_extension_told_on");
        var reason = Words.From(row.Text($"{column}_extension_reason"));
        var ombudsmanDetails = row.Flag($"{column}_extension_ombudsman_details");
        if (row.Date(field) is { } until)
        {
            Add(
                field,
                new Extended(toldOn ?? startedOn, stage, until, toldOn)
                {
                    Reason = reason,
                    OmbudsmanDetails = ombudsmanDetails ?? false,
                    // No column tells of agreement or of who approved it, so there is always something to take as given.
                    Assumed = ombudsmanDetails != false,
                }
            );
        }
        else if (row.Text(field) is null && (toldOn is not null || reason is not null || ombudsmanDetails is not null))
        {
            row.Wrong(field, "The row tells of an extension. Give the date it was extended to.");
        }
    }

    private void Answered(string field, int stage, string? after = null)
    {
        if (row.Date(field) is not { } answeredOn)
        {
            return;
        }

        if (after is not null && row.Text(after) is null)
        {
            row.Wrong(after, $"The row has {field}. Give the first answer too.");
        }

        Add(field, new Responded(answeredOn, stage));
    }

    /// <summary>Where the row does not say when the stage was asked for, the earliest day known of it stands in.</summary>
    private void NextStage(Received received)
    {
        const string Field = "escalation_requested_on";
        var first = Case.FirstStage(received.Kind);
        var assumed = row.Text(Field) is null;
        if ((assumed ? EarliestDay(StageTwo) : row.Date(Field)) is not { } requestedOn)
        {
            if (assumed && StageTwo.Any(column => row.Text(column) is not null))
            {
                row.Wrong(Field, "The row tells of stage 2. Give the day it was asked for.");
            }

            return;
        }

        if (StageTwoProcedure(received, requestedOn) is not { } procedure)
        {
            row.Wrong(Field, $"No procedure with a further stage was in force on {requestedOn:yyyy-MM-dd}.");
            return;
        }

        Add(Field, new EscalationRequested(requestedOn, first, procedure.Id, Assumed: assumed));
        Acknowledged("stage2_acknowledged_on", first + 1);
        Extended("stage2", first + 1, requestedOn);
        Answered("stage2_responded_on", first + 1);
        foreach (var step in told.Where(step => StageTwo.Contains(step.Field) && step.Event.On < requestedOn))
        {
            row.Wrong(step.Field, $"This is before stage 2 was asked for, on {requestedOn:yyyy-MM-dd}.");
        }
    }

    private static readonly string[] StageTwo =
    [
        .. ImportedHistory.Columns.Where(column => column.StartsWith("stage2_", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// The procedure in force when stage 2 was asked for (ruling 8): where the row names one, the procedure that followed
    /// it at the same landlord; or else the one the case began under.
    /// </summary>
    private Procedure? StageTwoProcedure(Received received, DateOnly requestedOn)
    {
        var first = rules.Find(received.ProcedureId);
        var followed = rules
            .Procedures.Where(other => other.Publisher == first?.Publisher && other.IsInForce(requestedOn))
            .MaxBy(other => other.InForceFrom);
        Procedure?[] candidates =
        [
            row.Text("procedure") is null ? null : followed,
            rules.InForce(received.Kind, requestedOn),
            first,
        ];
        var next = Case.FirstStage(received.Kind) + 1;
        return Array.Find(candidates, procedure => procedure?.For(received.Kind)?.Stage(next) is not null);
    }

    /// <summary>The outcome is that of the last answer, or of the closure where there was none.</summary>
    private void Outcome()
    {
        if (row.Choice<Finding>("outcome") is not { } outcome)
        {
            return;
        }

        var last = told.FindLastIndex(step => step.Event is Responded);
        last = last < 0 ? told.FindLastIndex(step => step.Event is Closed) : last;
        if (last < 0)
        {
            row.Wrong("outcome", "An outcome belongs to an answer. Give the day it was answered or closed.");
            return;
        }

        told[last] = told[last].Event switch
        {
            Responded answer => told[last] with { Event = answer with { Outcome = outcome } },
            Closed closed => told[last] with { Event = closed with { Outcome = outcome } },
            _ => told[last],
        };
    }

    private void CheckDays(Received received)
    {
        var calendar = rules.Calendar(received.CalendarId, received.CalendarEdition);
        foreach (var (field, day) in told.SelectMany(Days))
        {
            if (!calendar.Covers(day))
            {
                row.Wrong(
                    field,
                    $"{day:yyyy-MM-dd} is outside the calendar {calendar.Id}, which runs from {calendar.First:yyyy-MM-dd} to "
                        + $"{calendar.Last:yyyy-MM-dd}."
                );
            }
            else if (day < received.On && !received.Assumed)
            {
                row.Wrong(field, $"This is before the case was received, on {received.On:yyyy-MM-dd}.");
            }
        }

        foreach (var step in told.Where(step => step.Event.On > today))
        {
            row.Wrong(step.Field, $"{step.Event.On:yyyy-MM-dd} has not come yet.");
        }
    }

    /// <summary>The day of an event and, of an extension, the day promised, which may be still to come.</summary>
    private static IEnumerable<(string Field, DateOnly Day)> Days(ImportedEvent step)
    {
        if (step.Event is Extended extended)
        {
            yield return (step.Field, extended.Until);
        }

        yield return (step.Field, step.Event.On);
    }

    private void Add(string field, CaseEvent happened) => told.Add(new ImportedEvent(field, happened));
}
