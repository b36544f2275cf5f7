namespace Redress.Core.Cases;

/// <summary>A resident's wish to go no further.</summary>
/// <param name="On">The day they said so.</param>
/// <param name="How">How they said so.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawalRequest(DateOnly On, WithdrawalMethod How, string? Reason);

/// <summary>Why a case cannot be withdrawn.</summary>
public enum CannotWithdraw
{
    /// <summary>It is answered, withdrawn or closed: there is nothing left to withdraw.</summary>
    CaseIsNotOpen,

    /// <summary>No reason was given. A withdrawal that nobody can explain looks like one that was asked for.</summary>
    NoReason,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the case was received or the stage asked for.</summary>
    BeforeReceipt,
}

/// <summary>The resident withdraws. Only they can; a landlord's own wish to stop is a closure or a refusal.</summary>
public static class Withdrawal
{
    /// <summary>While something is owed, and with the resident's reason.</summary>
    public static Decision<CannotWithdraw> Decide(Case withdrawn, WithdrawalRequest request, DateOnly today)
    {
        if (withdrawn.Status != CaseStatus.Open)
        {
            return CannotWithdraw.CaseIsNotOpen;
        }

        if (Words.From(request.Reason) is not { } reason)
        {
            return CannotWithdraw.NoReason;
        }

        if (request.On > today)
        {
            return CannotWithdraw.InTheFuture;
        }

        if (request.On < withdrawn.CurrentStage.StartedOn)
        {
            return CannotWithdraw.BeforeReceipt;
        }

        return new Withdrawn(request.On, request.How, reason);
    }
}
