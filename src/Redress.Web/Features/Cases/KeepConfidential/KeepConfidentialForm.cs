using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.KeepConfidential;

/// <summary>What page and API ask to keep a resident confidential: nothing but to do it.</summary>
public sealed class KeepConfidentialForm
{
    /// <summary>Every refusal is about the case.</summary>
    public static string FieldOf(CannotKeepConfidential _) => "";
}
