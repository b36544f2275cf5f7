namespace Redress.Core.Cases;

/// <summary>A refusal that waits for the lead.</summary>
/// <param name="Proposal">The sequence of the proposal in the case's history.</param>
/// <param name="Proposed">What was proposed, and why.</param>
/// <param name="ProposedBy">Who proposed it, and so may not agree to it.</param>
public sealed record PendingRefusal(int Proposal, RefusalProposed Proposed, string ProposedBy);
