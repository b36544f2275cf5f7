namespace Redress.Core.Cases;

/// <summary>A promise to a resident.</summary>
/// <param name="What">What is promised.</param>
/// <param name="DueOn">The last day for it, included.</param>
/// <param name="Owner">Who must see that it is done.</param>
/// <param name="Point">The number of the point it puts right, if one.</param>
/// <param name="Amount">What is to be paid, in pounds; none where it is no money.</param>
public sealed record CommitmentRequest(
    string? What,
    DateOnly DueOn,
    string? Owner,
    int? Point = null,
    decimal? Amount = null
);

/// <summary>A promise that was kept.</summary>
/// <param name="Commitment">Its number within the case.</param>
/// <param name="KeptOn">The day.</param>
/// <param name="Proof">What shows that it was.</param>
public sealed record CommitmentProof(int Commitment, DateOnly KeptOn, string? Proof);

/// <summary>Why a promise cannot be made.</summary>
public enum CannotCommit
{
    /// <summary>It promises nothing.</summary>
    NothingPromised,

    /// <summary>Nobody is named to see that it is done.</summary>
    NoOwner,

    /// <summary>The day for it has passed already.</summary>
    DueInThePast,

    /// <summary>The case has no point of that number.</summary>
    NoSuchPoint,

    /// <summary>It is no sum that can be paid: nothing or less, a part of a penny, or more than a million pounds.</summary>
    NotAnAmount,
}

/// <summary>Why a promise cannot be marked as kept.</summary>
public enum CannotKeepCommitment
{
    /// <summary>The case has no promise of that number.</summary>
    NoSuchCommitment,

    /// <summary>It was kept before.</summary>
    AlreadyKept,

    /// <summary>Nothing shows that it was kept.</summary>
    NoProof,

    /// <summary>The day has not come yet.</summary>
    KeptInTheFuture,

    /// <summary>The day is before the promise was made.</summary>
    KeptBeforeItWasMade,
}

/// <summary>Promises to a resident. They never hold up an answer or a closure, and they outlive both.</summary>
public static class Commitments
{
    /// <summary>A promise takes the next number of its case, whatever the state of the case.</summary>
    public static Decision<CannotCommit> Make(Case madeIn, CommitmentRequest request, DateOnly today)
    {
        if (Words.From(request.What) is not { } what)
        {
            return CannotCommit.NothingPromised;
        }

        if (string.IsNullOrWhiteSpace(request.Owner))
        {
            return CannotCommit.NoOwner;
        }

        if (request.DueOn < today)
        {
            return CannotCommit.DueInThePast;
        }

        if (request.Point is { } point && (point < 1 || point > madeIn.Points.Count))
        {
            return CannotCommit.NoSuchPoint;
        }

        if (request.Amount is { } amount && (amount is <= 0 or > 1_000_000 || amount != decimal.Round(amount, 2)))
        {
            return CannotCommit.NotAnAmount;
        }

        var number = madeIn.Commitments.Count + 1;
        return new CommitmentMade(today, number, what, request.DueOn, request.Owner, request.Point, request.Amount);
    }

    /// <summary>Keeping a promise needs proof.</summary>
    public static Decision<CannotKeepCommitment> Keep(Case keptIn, CommitmentProof request, DateOnly today)
    {
        if (request.Commitment < 1 || request.Commitment > keptIn.Commitments.Count)
        {
            return CannotKeepCommitment.NoSuchCommitment;
        }

        var commitment = keptIn.Commitments[request.Commitment - 1];
        if (commitment.KeptOn is not null)
        {
            return CannotKeepCommitment.AlreadyKept;
        }

        if (Words.From(request.Proof) is not { } proof)
        {
            return CannotKeepCommitment.NoProof;
        }

        if (request.KeptOn > today)
        {
            return CannotKeepCommitment.KeptInTheFuture;
        }

        if (request.KeptOn < commitment.MadeOn)
        {
            return CannotKeepCommitment.KeptBeforeItWasMade;
        }

        return new CommitmentKept(request.KeptOn, request.Commitment, proof);
    }
}
