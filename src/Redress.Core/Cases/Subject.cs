namespace Redress.Core.Cases;

/// <summary>A member of staff whom a complaint is about.</summary>
/// <param name="Person">Their id.</param>
/// <param name="NamedBy">Who said so.</param>
/// <param name="ConfirmedOn">The day a second person agreed; none while nobody has.</param>
public sealed record Subject(string Person, string NamedBy, DateOnly? ConfirmedOn = null)
{
    internal Subject Confirm(DateOnly on) => this with { ConfirmedOn = on };
}
