using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.OpenIdentity;

/// <summary>What page and API ask to see who a confidential resident is: nothing but to do it.</summary>
public sealed class OpenIdentityForm
{
    /// <summary>Every refusal is about the case.</summary>
    public static string FieldOf(CannotOpenIdentity _) => "";
}
