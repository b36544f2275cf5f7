using System.Security.Cryptography;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>How things are named when they are made.</summary>
public static class Ids
{
    /// <summary>
    /// In order of time, so that what is made together lies together in the database; but not for somebody who would not
    /// be known, whose id must not tell when they wrote.
    /// </summary>
    public static string New(DateTimeOffset now, bool anonymous = false) =>
        $"{(anonymous ? Guid.NewGuid() : Guid.CreateVersion7(now)):N}";

    /// <summary>What people call a case.</summary>
    public static string NewReference() => CaseReference.Of(RandomNumberGenerator.GetBytes(CaseReference.Bytes));

    /// <summary>By what somebody knows what they are asked for a statement on: it tells neither the case nor when.</summary>
    public static string NewStatement() => $"{Guid.NewGuid():N}";

    /// <summary>What lets its resident into a case.</summary>
    public static string NewAccessCode() => AccessCode.Of(RandomNumberGenerator.GetBytes(AccessCode.Bytes));
}
