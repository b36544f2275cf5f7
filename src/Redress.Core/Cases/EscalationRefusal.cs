namespace Redress.Core.Cases;

/// <summary>Why a request for the next stage cannot be refused.</summary>
public enum CannotRefuseEscalation
{
    /// <summary>No further stage was asked for, or it is answered, withdrawn or closed.</summary>
    NothingAskedFor,

    /// <summary>No reason was given: a refusal must say why, and where the resident can go instead.</summary>
    NoReason,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the request.</summary>
    BeforeTheRequest,
}

/// <summary>Refusing the next stage. Each request is judged on its merits; the product chooses no ground (ruling 11).</summary>
public static class EscalationRefusal
{
    /// <summary>The case goes back to the answer it had.</summary>
    public static Decision<CannotRefuseEscalation> Decide(Case refused, DateOnly on, string? reason, DateOnly today)
    {
        if (refused.Status != CaseStatus.Open || refused.Stage == refused.Stages[0].Number)
        {
            return CannotRefuseEscalation.NothingAskedFor;
        }

        if (Words.From(reason) is not { } why)
        {
            return CannotRefuseEscalation.NoReason;
        }

        if (on > today)
        {
            return CannotRefuseEscalation.InTheFuture;
        }

        if (on < refused.CurrentStage.StartedOn)
        {
            return CannotRefuseEscalation.BeforeTheRequest;
        }

        return new EscalationRefused(on, refused.Stage - 1, why);
    }
}
