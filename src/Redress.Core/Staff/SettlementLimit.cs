namespace Redress.Core.Staff;

/// <summary>Up to what somebody settles a complaint alone.</summary>
/// <param name="Grade">The lowest grade it holds for.</param>
/// <param name="Pounds">The most that may be promised in a case, included.</param>
/// <param name="From">The first day it holds.</param>
public sealed record SettlementLimit(Grade Grade, int Pounds, DateOnly From);
